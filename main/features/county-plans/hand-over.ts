import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';
import type { HandOver } from '#main/features/organizations/index.ts';

const columns = {
  id: integer,
  uid: text,
  organization_id: integer,
  plan_uid: text,
  title: text,
  received_on: nullableText,
};
const select = `SELECT own.id, own.uid, own.organization_id, plan.uid AS plan_uid, plan.title, own.received_on
  FROM county_plan AS own JOIN task_plan AS plan ON plan.id = own.plan_id`;

const plansOfUnits = defineQuery<typeof columns, { ids: string }>({
  name: 'countyPlans.ofUnits',
  sql: `${select} WHERE own.organization_id IN (SELECT value FROM json_each(@ids))
    ORDER BY plan.issued_on DESC, own.id`,
  columns,
});

const planByUid = defineQuery<typeof columns, { uid: string }>({
  name: 'countyPlans.givenPlan',
  sql: `${select} WHERE own.uid = @uid`,
  columns,
});

/** A unit has one plan for each of the city's, so that a successor takes over that of one only. */
export const countyPlanHandOver: HandOver = {
  kind: 'countyPlans',
  kindName: '各地实施方案',
  find: (db, organizationIds) =>
    db.all(plansOfUnits, { ids: JSON.stringify(organizationIds) }).map((plan) => ({
      uid: plan.uid,
      organizationId: plan.organization_id,
      slot: plan.plan_uid,
      slotName: plan.title,
      exclusive: true,
      state: plan.received_on === null ? '没有报送' : `${plan.received_on} 报送`,
      stays: '仍列在原名下',
    })),
  give(db, itemUid, toId) {
    const plan = db.get(planByUid, { uid: itemUid });
    if (plan !== undefined) db.update('county_plan', plan.id, { organization_id: toId });
  },
};
