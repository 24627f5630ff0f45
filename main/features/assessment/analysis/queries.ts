import type { ScoreStage } from '#shared/rules/assessment/stages.ts';
import { defineQuery, integer, nullableText, type Row, text } from '#main/core/store/query.ts';

const likeColumns = { uid: text };

/** The group of a period that shares most organizations with another one; of equals the one of the same name. */
export const groupAlike = defineQuery<typeof likeColumns, { groupId: number; periodId: number }>({
  name: 'analysis.groupAlike',
  sql: `SELECT other.uid AS uid
    FROM assessment_group AS own
    JOIN assessment_object AS mine ON mine.group_id = own.id
    JOIN assessment_group AS other ON other.period_id = @periodId
    JOIN assessment_object AS theirs ON theirs.group_id = other.id
      AND theirs.organization_id = mine.organization_id
    WHERE own.id = @groupId
    GROUP BY other.id ORDER BY count(*) DESC, other.name = own.name DESC, other.position LIMIT 1`,
  columns: likeColumns,
});

const assessedColumns = {
  id: integer,
  uid: text,
  organization_uid: text,
  group_uid: text,
  inapplicable: nullableText,
};
export type AssessedRow = Row<typeof assessedColumns>;

/** All objects that the organization of an object has been, the latest period first. */
export const assessedAs = defineQuery<typeof assessedColumns, { uid: string }>({
  name: 'analysis.assessedAs',
  sql: `SELECT object.id AS id, object.uid AS uid, organization.uid AS organization_uid,
      assessment_group.uid AS group_uid, object.inapplicable AS inapplicable
    FROM assessment_object AS asked
    JOIN organization ON organization.id = asked.organization_id
    JOIN assessment_object AS object ON object.organization_id = asked.organization_id
    JOIN assessment_group ON assessment_group.id = object.group_id
    JOIN assessment_period AS period ON period.id = assessment_group.period_id
    WHERE asked.uid = @uid
    ORDER BY period.last_day DESC, period.id DESC, object.id`,
  columns: assessedColumns,
});

const groupUidColumns = { group_uid: text };

/** Groups that an organization was assessed in, the latest period first. */
export const assessedByOrganization = defineQuery<typeof groupUidColumns, { uid: string }>({
  name: 'analysis.assessedByOrganization',
  sql: `SELECT assessment_group.uid AS group_uid
    FROM assessment_object AS object
    JOIN organization ON organization.id = object.organization_id
    JOIN assessment_group ON assessment_group.id = object.group_id
    JOIN assessment_period AS period ON period.id = assessment_group.period_id
    WHERE organization.uid = @uid
    ORDER BY period.last_day DESC, period.id DESC, object.id`,
  columns: groupUidColumns,
});

const packedColumns = { entries: text };

/** The scores of one object, packed as those of a group. */
export const packedOfObject = defineQuery<typeof packedColumns, { objectId: number; stage: ScoreStage }>({
  name: 'analysis.packedOfObject',
  sql: `SELECT ifnull(group_concat(indicator_id || ' ' || entry, '\n'), '') AS entries FROM score
    WHERE object_id = @objectId AND stage = @stage`,
  columns: packedColumns,
});

const textColumns = { id: integer, object_uid: text, text, draft: text };

export const textsOfGroup = defineQuery<typeof textColumns, { groupId: number }>({
  name: 'analysis.textsOfGroup',
  sql: `SELECT result_text.id AS id, object.uid AS object_uid, text, draft FROM assessment_object AS object
    JOIN result_text ON result_text.object_id = object.id WHERE group_id = @groupId`,
  columns: textColumns,
});

const placeColumns = { id: integer, group_uid: text };

/** Where an object belongs. */
export const placeOfObject = defineQuery<typeof placeColumns, { uid: string }>({
  name: 'analysis.placeOfObject',
  sql: `SELECT object.id AS id, assessment_group.uid AS group_uid FROM assessment_object AS object
    JOIN assessment_group ON assessment_group.id = object.group_id WHERE object.uid = @uid`,
  columns: placeColumns,
});
