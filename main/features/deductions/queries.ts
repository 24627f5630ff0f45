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
import { deductionStates } from '#shared/rules/deductions/model.ts';

const deductionColumns = {
  id: integer,
  uid: text,
  task_id: integer,
  object_id: integer,
  indicator_id: integer,
  state: oneOf(...deductionStates),
  points: integer,
  taken: nullableInteger,
  reason: text,
  proposed_at: integer,
  proposed_by: text,
  decided_at: nullableInteger,
  decided_by: nullableText,
  refusal: text,
  task_uid: text,
  task_title: text,
  is_finding: integer,
  period_uid: text,
  period_title: text,
  period_status: oneOf('open', 'final'),
  group_uid: text,
  object_uid: text,
  indicator_uid: text,
  indicator_number: text,
  indicator_content: text,
};
export type DeductionRecord = Row<typeof deductionColumns>;

const selectDeduction = `SELECT deduction.id AS id, deduction.uid AS uid, deduction.task_id AS task_id,
    deduction.object_id AS object_id, deduction.indicator_id AS indicator_id, deduction.state AS state,
    deduction.points AS points, deduction.taken AS taken, deduction.reason AS reason,
    deduction.proposed_at AS proposed_at, deduction.proposed_by AS proposed_by,
    deduction.decided_at AS decided_at, deduction.decided_by AS decided_by, deduction.refusal AS refusal,
    task.uid AS task_uid, task.title AS task_title, finding.id IS NOT NULL AS is_finding,
    period.uid AS period_uid, period.title AS period_title, period.status AS period_status,
    assessment_group.uid AS group_uid, object.uid AS object_uid, indicator.uid AS indicator_uid,
    indicator.number AS indicator_number, indicator.content AS indicator_content
  FROM deduction
  JOIN task ON task.id = deduction.task_id
  LEFT JOIN finding ON finding.task_id = task.id
  JOIN assessment_object AS object ON object.id = deduction.object_id
  JOIN assessment_group ON assessment_group.id = object.group_id
  JOIN assessment_period AS period ON period.id = assessment_group.period_id
  JOIN indicator ON indicator.id = deduction.indicator_id`;

export const deductionByUid = defineQuery<typeof deductionColumns, { uid: string }>({
  name: 'deductions.byUid',
  sql: `${selectDeduction} WHERE deduction.uid = @uid`,
  columns: deductionColumns,
});

export const deductionsOfTask = defineQuery<typeof deductionColumns, { uid: string }>({
  name: 'deductions.ofTask',
  sql: `${selectDeduction} WHERE task.uid = @uid ORDER BY deduction.id DESC`,
  columns: deductionColumns,
});

export const deductionsOfPeriod = defineQuery<typeof deductionColumns, { uid: string }>({
  name: 'deductions.ofPeriod',
  sql: `${selectDeduction} WHERE period.uid = @uid ORDER BY deduction.state <> 'waiting', deduction.id DESC`,
  columns: deductionColumns,
});

const objectColumns = {
  task_uid: text,
  lead_id: integer,
  group_uid: text,
  object_uid: text,
  period_uid: text,
  period_title: text,
};

/**
 * Where the lead units of tasks, and what stands above them, are assessed in open periods: the period of the day
 * first, within it the nearest unit first. @param uids JSON list of tasks
 */
export const objectsOfLeads = defineQuery<typeof objectColumns, { uids: string; today: string }>({
  name: 'deductions.objectsOfLeads',
  sql: `WITH RECURSIVE line (task_uid, lead_id, organization_id, height) AS (
      SELECT task.uid, unit.organization_id, unit.organization_id, 0
        FROM json_each(@uids) AS wanted
        JOIN task ON task.uid = wanted.value
        JOIN task_unit AS unit ON unit.task_id = task.id AND unit.role = 'lead'
      UNION ALL
      SELECT task_uid, lead_id, state.parent_id, height + 1
        FROM line JOIN organization_state AS state ON state.organization_id = line.organization_id
        WHERE state.parent_id IS NOT NULL AND state.first_day <= @today AND ifnull(state.last_day, @today) >= @today
    )
    SELECT task_uid, lead_id, assessment_group.uid AS group_uid, object.uid AS object_uid,
      period.uid AS period_uid, period.title AS period_title
    FROM line
    JOIN assessment_object AS object ON object.organization_id = line.organization_id
    JOIN assessment_group ON assessment_group.id = object.group_id
    JOIN assessment_period AS period ON period.id = assessment_group.period_id AND period.status = 'open'
    ORDER BY @today BETWEEN period.first_day AND period.last_day DESC, period.last_day DESC, period.id DESC,
      height, assessment_group.position, object.position`,
  columns: objectColumns,
});

const standingColumns = { task_uid: text, object_uid: text, indicator_uid: text };

/** What stands of these tasks already, accepted or waiting. @param uids JSON list of tasks */
export const standingOfTasks = defineQuery<typeof standingColumns, { uids: string }>({
  name: 'deductions.standing',
  sql: `SELECT task.uid AS task_uid, object.uid AS object_uid, indicator.uid AS indicator_uid
    FROM json_each(@uids) AS wanted
    JOIN task ON task.uid = wanted.value
    JOIN deduction ON deduction.task_id = task.id AND deduction.state <> 'refused'
    JOIN assessment_object AS object ON object.id = deduction.object_id
    JOIN indicator ON indicator.id = deduction.indicator_id`,
  columns: standingColumns,
});

const foundColumns = { uid: text, found_on: text };

/** Of those that are findings. @param uids JSON list of tasks */
export const foundDays = defineQuery<typeof foundColumns, { uids: string }>({
  name: 'deductions.foundDays',
  sql: `SELECT finding.uid AS uid, finding.found_on AS found_on
    FROM json_each(@uids) AS wanted JOIN finding ON finding.uid = wanted.value`,
  columns: foundColumns,
});

const usedColumns = { content: text };

/** Contents of the indicators that were used last for tasks of a kind: other versions of a scheme keep them. */
export const lastUsed = defineQuery<typeof usedColumns, { kind: string }>({
  name: 'deductions.lastUsed',
  sql: `SELECT indicator.content AS content
    FROM deduction
    JOIN task ON task.id = deduction.task_id AND task.kind = @kind
    JOIN indicator ON indicator.id = deduction.indicator_id
    ORDER BY deduction.id DESC LIMIT 50`,
  columns: usedColumns,
});

const idColumns = { object_id: integer, indicator_id: integer };

export const cellIds = defineQuery<typeof idColumns, { objectUid: string; indicatorUid: string }>({
  name: 'deductions.cellIds',
  sql: `SELECT object.id AS object_id, indicator.id AS indicator_id
    FROM assessment_object AS object, indicator
    WHERE object.uid = @objectUid AND indicator.uid = @indicatorUid`,
  columns: idColumns,
});

const stageColumns = { stage: oneOf(...scoreStages) };

/** Stages in which a cell is scored. */
export const stagesOfCell = defineQuery<typeof stageColumns, { objectId: number; indicatorId: number }>({
  name: 'deductions.stagesOfCell',
  sql: `SELECT stage FROM score WHERE object_id = @objectId AND indicator_id = @indicatorId`,
  columns: stageColumns,
});

const entryColumns = { entry: text };

export const entryOfCell = defineQuery<typeof entryColumns, { objectId: number; indicatorId: number }>({
  name: 'deductions.entryOfCell',
  sql: `SELECT entry FROM score
    WHERE object_id = @objectId AND stage = 'checked' AND indicator_id = @indicatorId`,
  columns: entryColumns,
});
