import {
  bytes,
  defineQuery,
  defineStatement,
  integer,
  nullableText,
  oneOf,
  text,
} from '#main/core/store/query.ts';
import { type ScoreStage, scoreStages } from '#shared/rules/assessment/stages.ts';

const packedColumns = { uid: text, entries: bytes };

/**
 * All entries of a group in one statement, a text per object with a line for each cell: the indicator's id, a space,
 * the entry. What is stored is JSON already, without line breaks: joining texts is several times faster than taking
 * each apart, and than looking up a uid for each of 18 000 cells. As bytes, because most who ask know them already.
 */
export const packedScores = defineQuery<typeof packedColumns, { groupId: number; stage: ScoreStage }>({
  name: 'assessment.packedScores',
  sql: `SELECT uid, CAST((
      SELECT ifnull(group_concat(indicator_id || ' ' || entry, '\n'), '') FROM score
      WHERE object_id = assessment_object.id AND stage = @stage
    ) AS BLOB) AS entries
    FROM assessment_object WHERE group_id = @groupId ORDER BY position, id`,
  columns: packedColumns,
});

const countColumns = { objects: integer, scored: integer };

/**
 * How many objects a group has, and how many of their cells are scored. Nearly all are checked: only those scored in
 * another stage alone are looked at one by one. @param stages JSON list of those that count
 */
export const scoreCounts = defineQuery<typeof countColumns, { groupId: number; stages: string }>({
  name: 'assessment.scoreCounts',
  sql: `SELECT count(*) AS objects, ifnull(sum(
      (SELECT count(*) FROM score WHERE object_id = object.id AND stage = 'checked')
      + (SELECT count(DISTINCT indicator_id) FROM score AS other
        WHERE object_id = object.id AND stage IN (SELECT value FROM json_each(@stages) WHERE value <> 'checked')
          AND NOT EXISTS (SELECT 1 FROM score WHERE object_id = other.object_id AND stage = 'checked'
            AND indicator_id = other.indicator_id))
    ), 0) AS scored
    FROM assessment_object AS object WHERE group_id = @groupId`,
  columns: countColumns,
});

const frozenColumns = { objects: integer, cells: integer };

/** Of a group that is final: what was left out of scoring is stored with each object. */
export const frozenCounts = defineQuery<typeof frozenColumns, { groupId: number }>({
  name: 'assessment.frozenCounts',
  sql: `SELECT count(*) AS objects, ifnull(sum(indicators - json_array_length(inapplicable)), 0) AS cells
    FROM assessment_object CROSS JOIN (
      SELECT count(*) AS indicators FROM assessment_group
      JOIN scheme_category ON scheme_category.scheme_id = assessment_group.scheme_id
      JOIN indicator ON indicator.category_id = scheme_category.id
      WHERE assessment_group.id = @groupId
    ) WHERE group_id = @groupId`,
  columns: frozenColumns,
});

const inapplicableColumns = { object_id: integer, indicator_uid: text };

/** Scored cells whose indicator has a condition: whether they count depends on the object. */
export const conditionedScores = defineQuery<typeof inapplicableColumns, { groupId: number; stages: string }>(
  {
    name: 'assessment.conditionedScores',
    sql: `SELECT object.id AS object_id, indicator.uid AS indicator_uid
    FROM assessment_group
    CROSS JOIN scheme_category ON scheme_category.scheme_id = assessment_group.scheme_id
    CROSS JOIN indicator ON indicator.category_id = scheme_category.id AND condition IS NOT NULL
    CROSS JOIN assessment_object AS object ON object.group_id = assessment_group.id
    WHERE assessment_group.id = @groupId AND EXISTS (SELECT 1 FROM score
      WHERE object_id = object.id AND stage IN (SELECT value FROM json_each(@stages))
        AND indicator_id = indicator.id)`,
    columns: inapplicableColumns,
  },
);

const openObjectColumns = {
  uid: text,
  organization_id: integer,
  group_uid: text,
  title: text,
  name: text,
  scored: integer,
};

/** Objects of open periods that end on or after a day. @param ids JSON list of organizations' local ids */
export const openObjects = defineQuery<typeof openObjectColumns, { ids: string; day: string }>({
  name: 'assessment.openObjects',
  sql: `SELECT object.uid AS uid, object.organization_id AS organization_id, assessment_group.uid AS group_uid,
      period.title AS title, assessment_group.name AS name,
      (SELECT count(DISTINCT indicator_id) FROM score WHERE score.object_id = object.id AND stage <> 'self') AS scored
    FROM assessment_object AS object
    JOIN assessment_group ON assessment_group.id = object.group_id
    JOIN assessment_period AS period ON period.id = assessment_group.period_id
    WHERE object.organization_id IN (SELECT value FROM json_each(@ids))
      AND period.status = 'open' AND period.last_day >= @day
    ORDER BY period.last_day, period.id, assessment_group.position, object.position`,
  columns: openObjectColumns,
});

const objectIdColumns = { id: integer };

export const objectIdByUid = defineQuery<typeof objectIdColumns, { uid: string }>({
  name: 'assessment.objectIdByUid',
  sql: 'SELECT id FROM assessment_object WHERE uid = @uid',
  columns: objectIdColumns,
});

const cellColumns = { id: integer, entry: text };

export const scoreOfCell = defineQuery<
  typeof cellColumns,
  { objectId: number; indicatorId: number; stage: ScoreStage }
>({
  name: 'assessment.scoreOfCell',
  sql: `SELECT id, entry FROM score
    WHERE object_id = @objectId AND stage = @stage AND indicator_id = @indicatorId`,
  columns: cellColumns,
});

const reasonColumns = { reason: text, latest: integer };

/**
 * Reasons given for indicators of the same content, in this version of the scheme or another, latest first. The
 * index alone answers it, so that five years of scores are not read.
 */
export const recentReasons = defineQuery<typeof reasonColumns, { indicatorUid: string }>({
  name: 'assessment.recentReasons',
  sql: `WITH used (reason, operation_id) AS MATERIALIZED (
      SELECT json_extract(entry, '$.reason'), (SELECT max(operation_id) FROM row_change
        WHERE table_name = 'score' AND row_id = score.id)
      FROM indicator AS asked
      CROSS JOIN indicator AS alike ON alike.content = asked.content
      CROSS JOIN score INDEXED BY score_reason ON score.indicator_id = alike.id
      WHERE asked.uid = @indicatorUid AND json_extract(entry, '$.reason') <> ''
    )
    SELECT reason, max(ifnull(operation_id, 0)) AS latest FROM used
    GROUP BY reason ORDER BY latest DESC LIMIT 9`,
  columns: reasonColumns,
});

const cellEventColumns = {
  at: integer,
  user_name: text,
  label: text,
  kind: oneOf('insert', 'update', 'delete'),
  before: nullableText,
  after: nullableText,
};

/**
 * A cell that was cleared and entered again has had several rows: those deleted are found in the log by what they
 * held, the present one by its id. The plus signs let the index be used, which knows no type of its own.
 */
export const cellEvents = defineQuery<
  typeof cellEventColumns,
  { objectUid: string; indicatorUid: string; stage: ScoreStage }
>({
  name: 'assessment.cellEvents',
  sql: `WITH cell (object_id, indicator_id) AS (
      SELECT assessment_object.id, indicator.id FROM assessment_object, indicator
      WHERE assessment_object.uid = @objectUid AND indicator.uid = @indicatorUid
    ), held (row_id) AS (
      SELECT score.id FROM score JOIN cell USING (object_id, indicator_id) WHERE stage = @stage
      UNION
      SELECT row_id FROM cell CROSS JOIN row_change INDEXED BY row_change_cleared_score
        ON table_name = 'score' AND row_change.kind = 'delete'
        AND json_extract(before, '$.object_id') = +cell.object_id
        AND json_extract(before, '$.indicator_id') = +cell.indicator_id
        AND json_extract(before, '$.stage') = @stage
    )
    SELECT operation.at AS at, operation.user_name AS user_name, operation.label AS label,
      row_change.kind AS kind, json_extract(before, '$.entry') AS before, json_extract(after, '$.entry') AS after
    FROM held CROSS JOIN row_change ON table_name = 'score' AND row_change.row_id = held.row_id
    JOIN operation ON operation.id = row_change.operation_id
    ORDER BY row_change.id`,
  columns: cellEventColumns,
});

const stageColumns = { stage: oneOf(...scoreStages), entry: text, at: integer, user_name: text };

/** Of each stage the entry of a cell, and the operation that it came by. */
export const stagesOfCell = defineQuery<typeof stageColumns, { objectUid: string; indicatorUid: string }>({
  name: 'assessment.stagesOfCell',
  sql: `SELECT stage, entry, operation.at AS at, operation.user_name AS user_name
    FROM assessment_object
    JOIN indicator ON indicator.uid = @indicatorUid
    JOIN score ON score.object_id = assessment_object.id AND score.indicator_id = indicator.id
    JOIN operation ON operation.id = (SELECT max(operation_id) FROM row_change
      WHERE table_name = 'score' AND row_id = score.id)
    WHERE assessment_object.uid = @objectUid`,
  columns: stageColumns,
});

const laterColumns = { object_uid: text, indicator_uid: text, stage: oneOf(...scoreStages) };

/** Cells of a group that were reviewed or settled, the final stage last. */
export const laterScores = defineQuery<typeof laterColumns, { groupId: number }>({
  name: 'assessment.laterScores',
  sql: `SELECT object.uid AS object_uid, indicator.uid AS indicator_uid, stage
    FROM assessment_object AS object
    JOIN score ON score.object_id = object.id AND stage IN ('reviewed', 'final')
    JOIN indicator ON indicator.id = score.indicator_id
    WHERE object.group_id = @groupId ORDER BY stage = 'final'`,
  columns: laterColumns,
});

const scorerColumns = {
  object_uid: text,
  stage: oneOf(...scoreStages),
  user_name: text,
  count: integer,
  latest: integer,
};

/** Who entered how many scores of each object in each stage, as they stand now. */
export const scorersOfGroup = defineQuery<typeof scorerColumns, { groupId: number }>({
  name: 'assessment.scorersOfGroup',
  sql: `SELECT object.uid AS object_uid, stage, operation.user_name AS user_name, count(*) AS count,
      max(operation.at) AS latest
    FROM assessment_object AS object
    JOIN score ON score.object_id = object.id
    JOIN operation ON operation.id = (SELECT max(operation_id) FROM row_change
      WHERE table_name = 'score' AND row_id = score.id)
    WHERE object.group_id = @groupId
    GROUP BY object.id, stage, operation.user_name
    ORDER BY count(*) DESC`,
  columns: scorerColumns,
});

/** All objects of a period at once: the names and rules that finalising freezes, or lets go of. */
export const unfreezeObjects = defineStatement<{ periodId: number }>({
  name: 'assessment.unfreezeObjects',
  sql: `UPDATE assessment_object SET printed_name = NULL, printed_short_name = NULL,
      printed_remark = NULL, inapplicable = NULL
    WHERE group_id IN (SELECT id FROM assessment_group WHERE period_id = @periodId)`,
});
