import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { scoreStages } from '#shared/rules/assessment/stages.ts';
import { objectionOutcomes } from '#shared/rules/objections/model.ts';

const objectionColumns = {
  id: integer,
  uid: text,
  object_id: integer,
  indicator_id: integer,
  outcome: oneOf(...objectionOutcomes),
  text,
  raised_at: integer,
  raised_by: text,
  answer: text,
  answered_at: nullableInteger,
  answered_by: nullableText,
  period_title: text,
  period_status: oneOf('open', 'final'),
  group_uid: text,
  object_uid: text,
  indicator_uid: text,
  indicator_number: text,
  indicator_content: text,
};
export type ObjectionRecord = Row<typeof objectionColumns>;

const selectObjection = `SELECT objection.id AS id, objection.uid AS uid, objection.object_id AS object_id,
    objection.indicator_id AS indicator_id, objection.outcome AS outcome, objection.text AS text,
    objection.raised_at AS raised_at, objection.raised_by AS raised_by, objection.answer AS answer,
    objection.answered_at AS answered_at, objection.answered_by AS answered_by,
    period.title AS period_title, period.status AS period_status,
    assessment_group.uid AS group_uid, object.uid AS object_uid, indicator.uid AS indicator_uid,
    indicator.number AS indicator_number, indicator.content AS indicator_content
  FROM objection
  JOIN assessment_object AS object ON object.id = objection.object_id
  JOIN assessment_group ON assessment_group.id = object.group_id
  JOIN assessment_period AS period ON period.id = assessment_group.period_id
  JOIN indicator ON indicator.id = objection.indicator_id`;

export const objectionByUid = defineQuery<typeof objectionColumns, { uid: string }>({
  name: 'objections.byUid',
  sql: `${selectObjection} WHERE objection.uid = @uid`,
  columns: objectionColumns,
});

export const objectionsOfPeriod = defineQuery<typeof objectionColumns, { uid: string }>({
  name: 'objections.ofPeriod',
  sql: `${selectObjection} WHERE period.uid = @uid ORDER BY objection.outcome <> 'open', objection.id DESC`,
  columns: objectionColumns,
});

const cellColumns = { object_id: integer, indicator_id: integer };

export const cellIds = defineQuery<typeof cellColumns, { objectUid: string; indicatorUid: string }>({
  name: 'objections.cellIds',
  sql: `SELECT object.id AS object_id, indicator.id AS indicator_id
    FROM assessment_object AS object, indicator
    WHERE object.uid = @objectUid AND indicator.uid = @indicatorUid`,
  columns: cellColumns,
});

const openColumns = { uid: text };

export const openAtCell = defineQuery<typeof openColumns, { objectId: number; indicatorId: number }>({
  name: 'objections.openAtCell',
  sql: `SELECT uid FROM objection
    WHERE object_id = @objectId AND indicator_id = @indicatorId AND outcome = 'open'`,
  columns: openColumns,
});

const stageColumns = { stage: oneOf(...scoreStages) };

/** Stages in which a cell is scored. */
export const stagesAtCell = defineQuery<typeof stageColumns, { objectId: number; indicatorId: number }>({
  name: 'objections.stagesAtCell',
  sql: 'SELECT stage FROM score WHERE object_id = @objectId AND indicator_id = @indicatorId',
  columns: stageColumns,
});
