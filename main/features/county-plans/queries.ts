import { countyPlanDecisions } from '#shared/rules/county-plans/state.ts';
import { defineQuery, integer, nullableText, oneOf, type Row, text } from '#main/core/store/query.ts';
import { nearestStateSql } from '#main/features/organizations/index.ts';

const planColumns = {
  id: integer,
  uid: text,
  plan_id: integer,
  plan_uid: text,
  organization_id: integer,
  organization_uid: text,
  name: text,
  level: oneOf('city', 'county', 'township', 'village', 'memberUnit'),
  due_on: text,
  received_on: nullableText,
  first_due_on: nullableText,
  first_received_on: nullableText,
  document_number: text,
  contact: text,
  phone: text,
  received_paper_uid: nullableText,
  received_paper_title: nullableText,
  decision: { ...oneOf(...countyPlanDecisions), nullable: true },
  decided_on: nullableText,
  reason: text,
  note: text,
  exempt: text,
} as const;
export type CountyPlanRecord = Row<typeof planColumns>;

/** With @today, under the name that the unit has then. */
const selectPlans = `SELECT own.id, own.uid, own.plan_id, plan.uid AS plan_uid, own.organization_id,
    organization.uid AS organization_uid, ${nearestStateSql('name', 'own.organization_id', '@today')} AS name,
    organization.level, own.due_on, own.received_on,
    own.first_due_on, own.first_received_on, own.document_number, own.contact, own.phone,
    paper.uid AS received_paper_uid, paper.title AS received_paper_title,
    own.decision, own.decided_on, own.reason, own.note, own.exempt
  FROM county_plan AS own
  JOIN task_plan AS plan ON plan.id = own.plan_id
  JOIN organization ON organization.id = own.organization_id
  LEFT JOIN received_paper AS paper ON paper.id = own.received_paper_id`;

export const countyPlansOf = defineQuery<typeof planColumns, { planId: number; today: string }>({
  name: 'countyPlans.ofPlan',
  sql: `${selectPlans} WHERE own.plan_id = @planId ORDER BY own.id`,
  columns: planColumns,
});

export const allCountyPlans = defineQuery<typeof planColumns, { today: string }>({
  name: 'countyPlans.all',
  sql: `${selectPlans} ORDER BY plan.issued_on DESC, plan.id DESC, own.id`,
  columns: planColumns,
});

export const countyPlanByUid = defineQuery<typeof planColumns, { uid: string; today: string }>({
  name: 'countyPlans.byUid',
  sql: `${selectPlans} WHERE own.uid = @uid`,
  columns: planColumns,
});

const taskColumns = {
  id: integer,
  uid: text,
  /** Of the city's plan. */
  plan_id: integer,
  position: integer,
  text,
  unit: text,
  due_on: nullableText,
  answers_uid: nullableText,
  is_own: integer,
};
export type CountyTaskRecord = Row<typeof taskColumns>;

const selectTasks = `SELECT own.id, own.uid, plan.plan_id, own.position, own.text, own.unit, own.due_on,
    task.uid AS answers_uid, own.is_own
  FROM county_plan_task AS own
  JOIN county_plan AS plan ON plan.id = own.county_plan_id
  LEFT JOIN task ON task.id = own.task_id`;

export const countyTasksOf = defineQuery<typeof taskColumns, { countyPlanId: number }>({
  name: 'countyPlans.tasks',
  sql: `${selectTasks} WHERE own.county_plan_id = @countyPlanId ORDER BY own.position, own.id`,
  columns: taskColumns,
});

export const countyTaskByUid = defineQuery<typeof taskColumns, { uid: string }>({
  name: 'countyPlans.taskByUid',
  sql: `${selectTasks} WHERE own.uid = @uid`,
  columns: taskColumns,
});

const cityColumns = { id: integer, uid: text, title: text, content: text };

/** What TaskRow does not tell of the tasks of the city's plan. */
export const cityTasksOf = defineQuery<typeof cityColumns, { planId: number }>({
  name: 'countyPlans.cityTasks',
  sql: `SELECT task.id AS id, task.uid AS uid, task.title AS title, task.content AS content
        FROM task_plan_node AS node JOIN task ON task.id = node.task_id WHERE node.plan_id = @planId`,
  columns: cityColumns,
});
