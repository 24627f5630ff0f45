import {
  type Columns,
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { nearestStateSql } from '#main/features/organizations/index.ts';
import { owedStatuses, taskKinds, taskStatuses, unitRoles } from '#shared/rules/tasks/model.ts';

export const taskColumns = {
  id: integer,
  uid: text,
  kind: oneOf(...taskKinds),
  title: text,
  status: oneOf(...taskStatuses),
  assigned_on: text,
  start_on: nullableText,
  due_on: nullableText,
  first_due_on: nullableText,
  feedback_cycle: oneOf('none', 'weekly', 'monthly', 'quarterly', 'halfYearly'),
  feedback_day: integer,
  next_feedback_on: nullableText,
  pressed_count: integer,
  last_pressed_on: nullableText,
  extended_count: integer,
  reported_on: nullableText,
  closed_on: nullableText,
  source_kind: text,
  source_uid: nullableText,
  source_text: text,
  keeper_uid: nullableText,
} satisfies Columns;
export type TaskRecord = Row<typeof taskColumns>;

export const taskColumnList = Object.keys(taskColumns)
  .map((column) => `task.${column} AS ${column}`)
  .join(', ');
export const selectTask = `SELECT ${taskColumnList} FROM task`;

export const taskByUid = defineQuery<typeof taskColumns, { uid: string }>({
  name: 'tasks.byUid',
  sql: `${selectTask} WHERE uid = @uid`,
  columns: taskColumns,
});

/** Condition: a unit owes the task. */
export const isOwedSql = `task.status IN (${owedStatuses.map((status) => `'${status}'`).join(', ')})`;

export const tasksOfSourceUid = defineQuery<typeof taskColumns, { kind: string; uid: string }>({
  name: 'tasks.ofSource',
  sql: `${selectTask} WHERE source_uid = @uid AND source_kind = @kind ORDER BY id`,
  columns: taskColumns,
});

const countColumns = { count: integer };

/** What stands below it in an implementation plan. */
export const subtasksOfTask = defineQuery<typeof countColumns, { id: number }>({
  name: 'tasks.subtasks',
  sql: `SELECT count(*) AS count FROM task_plan_node AS node
        JOIN task_plan_node AS below ON below.parent_id = node.id WHERE node.task_id = @id`,
  columns: countColumns,
});

/** Deductions of the assessment that rest on it. */
export const deductionsOnTask = defineQuery<typeof countColumns, { id: number }>({
  name: 'tasks.deductions',
  sql: 'SELECT count(*) AS count FROM deduction WHERE task_id = @id',
  columns: countColumns,
});

const planColumns = { uid: text, title: text };

/** The implementation plan that a task stands in; at most one. */
export const planOfTask = defineQuery<typeof planColumns, { uid: string }>({
  name: 'tasks.plan',
  sql: `SELECT plan.uid AS uid, plan.title AS title FROM task
        JOIN task_plan_node AS node ON node.task_id = task.id
        JOIN task_plan AS plan ON plan.id = node.plan_id WHERE task.uid = @uid`,
  columns: planColumns,
});

const contentColumns = { content: text, keeper_name: nullableText };

export const contentOfTask = defineQuery<typeof contentColumns, { id: number }>({
  name: 'tasks.content',
  sql: `SELECT task.content AS content, app_user.name AS keeper_name
        FROM task LEFT JOIN app_user ON app_user.uid = task.keeper_uid WHERE task.id = @id`,
  columns: contentColumns,
});

const saidColumns = {
  uid: text,
  content: text,
  feedback: nullableText,
  feedback_on: nullableText,
  feedback_unit: nullableText,
  outcome: nullableText,
};
export type SaidOfTask = Row<typeof saidColumns>;

const lastEvent = (kind: 'feedback' | 'report') => `(SELECT id FROM task_event
    WHERE task_id = task.id AND kind = '${kind}' AND text <> '' ORDER BY day DESC, id DESC LIMIT 1)`;

/** What is asked, and what units said last: their latest feedback, and what they reported as done. @param uids JSON list */
export const saidOfTasks = defineQuery<typeof saidColumns, { uids: string; today: string }>({
  name: 'tasks.said',
  sql: `SELECT task.uid AS uid, task.content AS content, feedback.text AS feedback, feedback.day AS feedback_on,
          CASE WHEN feedback.organization_id IS NOT NULL
            THEN ${nearestStateSql('name', 'feedback.organization_id', '@today')} END AS feedback_unit,
          report.text AS outcome
        FROM json_each(@uids) AS wanted JOIN task ON task.uid = wanted.value
        LEFT JOIN task_event AS feedback ON feedback.id = ${lastEvent('feedback')}
        LEFT JOIN task_event AS report ON report.id = ${lastEvent('report')}`,
  columns: saidColumns,
});

const unitColumns = {
  id: integer,
  task_id: integer,
  organization_id: integer,
  organization_uid: text,
  role: oneOf(...unitRoles),
  name: text,
  short_name: text,
};

const NAMED_ON = 'ifnull(task.closed_on, @today)';

/**
 * Of the given tasks, with the names that hold today or, of a finished task, on the day on which it ended. The short
 * name of a township or village has that of what it stands under in front: several counties have a 城关镇.
 */
export const unitsOfTasks = defineQuery<typeof unitColumns, { ids: string; today: string }>({
  name: 'tasks.units',
  sql: `SELECT unit.id AS id, unit.task_id AS task_id, unit.organization_id AS organization_id,
          organization.uid AS organization_uid, unit.role AS role, state.name AS name,
          CASE WHEN organization.level IN ('township', 'village')
            THEN ifnull(${nearestStateSql('name', 'state.parent_id', NAMED_ON)}, '')
          ELSE '' END || state.short_name AS short_name
        FROM json_each(@ids) AS wanted
        JOIN task ON task.id = wanted.value
        JOIN task_unit AS unit ON unit.task_id = task.id
        JOIN organization ON organization.id = unit.organization_id
        JOIN organization_state AS state ON state.id = ${nearestStateSql('id', 'unit.organization_id', NAMED_ON)}
        ORDER BY unit.task_id, unit.role, unit.position, unit.id`,
  columns: unitColumns,
});

const eventColumns = {
  id: integer,
  uid: text,
  kind: oneOf(
    'create',
    'assign',
    'receive',
    'feedback',
    'press',
    'extend',
    'report',
    'accept',
    'return',
    'close',
    'cancel',
    'reopen',
    'correct',
    'handOver',
  ),
  day: text,
  at: integer,
  user_name: text,
  text,
  old_due_on: nullableText,
  new_due_on: nullableText,
  organization_id: nullableInteger,
  source_kind: text,
  source_uid: nullableText,
};

export const eventsOfTask = defineQuery<typeof eventColumns, { id: number }>({
  name: 'tasks.events',
  sql: `SELECT ${Object.keys(eventColumns).join(', ')} FROM task_event WHERE task_id = @id ORDER BY day, id`,
  columns: eventColumns,
});

const fileColumns = { event_uid: text, count: integer };

/** Kept files of the steps of a task. */
export const filesOfEvents = defineQuery<typeof fileColumns, { id: number }>({
  name: 'tasks.eventFiles',
  sql: `SELECT task_event.uid AS event_uid, count(*) AS count
        FROM task_event
        JOIN attachment ON attachment.subject_kind = 'taskEvent' AND attachment.subject_uid = task_event.uid
        WHERE task_event.task_id = @id GROUP BY task_event.uid`,
  columns: fileColumns,
});

const unitNameColumns = { organization_id: integer, name: text, short_name: text };

/** Every name, past and present, of the units that owe something. */
export const namesOfOwingUnits = defineQuery({
  name: 'tasks.unitNames',
  sql: `SELECT organization_id, name, short_name FROM organization_state
        WHERE EXISTS (SELECT 1 FROM task_unit WHERE task_unit.organization_id = organization_state.organization_id)`,
  columns: unitNameColumns,
});
