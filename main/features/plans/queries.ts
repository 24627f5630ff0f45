import { defineQuery, integer, nullableText, type Row, text } from '#main/core/store/query.ts';
import { isOwedSql } from '#main/features/tasks/index.ts';

export const planColumns = {
  id: integer,
  uid: text,
  title: text,
  document_number: text,
  issued_on: text,
  note: text,
};
export type PlanRecord = Row<typeof planColumns>;

export const planByUid = defineQuery<typeof planColumns, { uid: string }>({
  name: 'plans.byUid',
  sql: `SELECT id, uid, title, document_number, issued_on, note FROM task_plan WHERE uid = @uid`,
  columns: planColumns,
});

const summaryColumns = { ...planColumns, done: integer, open: integer, overdue: integer };

const isOverdue = `${isOwedSql} AND ifnull(task.due_on, @today) < @today`;

/** With its tasks counted as `counted` counts them. */
export const allPlans = defineQuery<typeof summaryColumns, { today: string }>({
  name: 'plans.all',
  sql: `SELECT plan.id AS id, plan.uid AS uid, plan.title AS title, plan.document_number AS document_number,
          plan.issued_on AS issued_on, plan.note AS note,
          ifnull(sum(task.status = 'closed'), 0) AS done,
          ifnull(sum(task.status NOT IN ('closed', 'cancelled') AND NOT (${isOverdue})), 0) AS open,
          ifnull(sum(${isOverdue}), 0) AS overdue
        FROM task_plan AS plan
        LEFT JOIN task_plan_node AS node ON node.plan_id = plan.id
        LEFT JOIN task ON task.id = node.task_id
        GROUP BY plan.id ORDER BY plan.issued_on DESC, plan.id DESC`,
  columns: summaryColumns,
});

const nodeColumns = {
  id: integer,
  uid: text,
  plan_id: integer,
  parent_uid: nullableText,
  position: integer,
  heading: nullableText,
  task_uid: nullableText,
};
export type NodeRecord = Row<typeof nodeColumns>;

const selectNode = `SELECT node.id AS id, node.uid AS uid, node.plan_id AS plan_id, parent.uid AS parent_uid,
    node.position AS position, node.heading AS heading, task.uid AS task_uid
  FROM task_plan_node AS node
  LEFT JOIN task_plan_node AS parent ON parent.id = node.parent_id
  LEFT JOIN task ON task.id = node.task_id`;

export const nodeByUid = defineQuery<typeof nodeColumns, { uid: string }>({
  name: 'plans.nodeByUid',
  sql: `${selectNode} WHERE node.uid = @uid`,
  columns: nodeColumns,
});

export const nodesOfPlan = defineQuery<typeof nodeColumns, { planId: number }>({
  name: 'plans.nodes',
  sql: `${selectNode} WHERE node.plan_id = @planId ORDER BY node.position, node.id`,
  columns: nodeColumns,
});

/** Plans of units that answer one of the city; what asked for them goes with it. */
export const countyPlanUids = defineQuery<{ uid: typeof text }, { planId: number }>({
  name: 'plans.countyPlanUids',
  sql: 'SELECT uid FROM county_plan WHERE plan_id = @planId ORDER BY id',
  columns: { uid: text },
});
