import { defineQuery, integer, oneOf, text } from '#main/core/store/query.ts';

const groupColumns = { uid: text, object_uid: text, indicator_uid: text, file_count: integer };

/** Items with files, of a whole group. */
export const evidenceOfGroup = defineQuery<typeof groupColumns, { groupUid: string; kind: string }>({
  name: 'evidence.ofGroup',
  sql: `SELECT evidence.uid AS uid, object.uid AS object_uid, indicator.uid AS indicator_uid,
      count(attachment.id) AS file_count
    FROM assessment_group
    JOIN assessment_object AS object ON object.group_id = assessment_group.id
    JOIN evidence ON evidence.object_id = object.id
    JOIN indicator ON indicator.id = evidence.indicator_id
    LEFT JOIN attachment ON attachment.subject_kind = @kind AND attachment.subject_uid = evidence.uid
    WHERE assessment_group.uid = @groupUid
    GROUP BY evidence.id`,
  columns: groupColumns,
});

const cellColumns = { object_id: integer, indicator_id: integer };

export const cellIds = defineQuery<typeof cellColumns, { objectUid: string; indicatorUid: string }>({
  name: 'evidence.cellIds',
  sql: `SELECT object.id AS object_id, indicator.id AS indicator_id
    FROM assessment_object AS object, indicator
    WHERE object.uid = @objectUid AND indicator.uid = @indicatorUid`,
  columns: cellColumns,
});

const uidColumns = { uid: text };

export const evidenceAtCell = defineQuery<typeof uidColumns, { objectId: number; indicatorId: number }>({
  name: 'evidence.atCell',
  sql: 'SELECT uid FROM evidence WHERE object_id = @objectId AND indicator_id = @indicatorId',
  columns: uidColumns,
});

const practiceColumns = { title: text };

export const practiceByUid = defineQuery<typeof practiceColumns, { uid: string }>({
  name: 'evidence.practice',
  sql: 'SELECT title FROM good_practice WHERE uid = @uid',
  columns: practiceColumns,
});

const periodColumns = { title: text, status: oneOf('open', 'final') };

export const periodOfEvidence = defineQuery<typeof periodColumns, { uid: string }>({
  name: 'evidence.period',
  sql: `SELECT period.title AS title, period.status AS status
    FROM evidence
    JOIN assessment_object AS object ON object.id = evidence.object_id
    JOIN assessment_group ON assessment_group.id = object.group_id
    JOIN assessment_period AS period ON period.id = assessment_group.period_id
    WHERE evidence.uid = @uid`,
  columns: periodColumns,
});

const placeColumns = { uid: text, group_uid: text, object_uid: text, number: text, content: text };

export const evidenceOfPeriod = defineQuery<typeof placeColumns, { periodUid: string }>({
  name: 'evidence.ofPeriod',
  sql: `SELECT evidence.uid AS uid, assessment_group.uid AS group_uid, object.uid AS object_uid,
      indicator.number AS number, indicator.content AS content
    FROM assessment_period AS period
    JOIN assessment_group ON assessment_group.period_id = period.id
    JOIN assessment_object AS object ON object.group_id = assessment_group.id
    JOIN evidence ON evidence.object_id = object.id
    JOIN indicator ON indicator.id = evidence.indicator_id
    WHERE period.uid = @periodUid
      AND EXISTS (SELECT 1 FROM attachment WHERE subject_kind = 'scoreEvidence' AND subject_uid = evidence.uid)
    ORDER BY assessment_group.position, object.position, evidence.id`,
  columns: placeColumns,
});
