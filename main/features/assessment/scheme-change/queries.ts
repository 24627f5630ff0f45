import { defineQuery, defineStatement, integer, text } from '#main/core/store/query.ts';

const offerColumns = {
  group_uid: text,
  group_name: text,
  scheme_uid: text,
  title: text,
  current: integer,
  version: integer,
  version_reason: text,
};

/** Groups of an open period whose scheme has a later version in force. */
export const offersOfPeriod = defineQuery<typeof offerColumns, { periodUid: string }>({
  name: 'schemeChange.offers',
  sql: `SELECT assessment_group.uid AS group_uid, assessment_group.name AS group_name, later.uid AS scheme_uid,
      later.title AS title, scheme.version AS current, later.version AS version,
      later.version_reason AS version_reason
    FROM assessment_period AS period
    JOIN assessment_group ON assessment_group.period_id = period.id
    JOIN scheme ON scheme.id = assessment_group.scheme_id
    JOIN scheme AS later ON later.family_uid = scheme.family_uid AND later.status = 'inForce'
      AND later.version > scheme.version
    WHERE period.uid = @periodUid AND period.status = 'open'
    ORDER BY assessment_group.position, assessment_group.id`,
  columns: offerColumns,
});

const heldColumns = { id: integer, object_uid: text, indicator_uid: text, entry: text };

/** Every score of a group, at whatever step of its way. */
export const scoresOfGroup = defineQuery<typeof heldColumns, { groupId: number }>({
  name: 'schemeChange.scores',
  sql: `SELECT score.id AS id, object.uid AS object_uid, indicator.uid AS indicator_uid, entry
    FROM assessment_object AS object
    JOIN score ON score.object_id = object.id
    JOIN indicator ON indicator.id = score.indicator_id
    WHERE group_id = @groupId`,
  columns: heldColumns,
});

interface Move {
  groupId: number;
  fromId: number;
  toId: number;
}

const inGroup = 'object_id IN (SELECT id FROM assessment_object WHERE group_id = @groupId)';

/** What hangs on an indicator of a group goes over to its successor. */
export const moves = (['score', 'judged_cell', 'deduction', 'objection', 'evidence'] as const).map((table) =>
  defineStatement<Move>({
    name: `schemeChange.move.${table}`,
    sql: `UPDATE ${table} SET indicator_id = @toId WHERE indicator_id = @fromId AND ${inGroup}`,
  }),
);
