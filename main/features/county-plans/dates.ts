import { defineQuery, integer, text } from '#main/core/store/query.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';

const columns = { uid: text, title: text, day: text, owed: integer };

const dueBetween = defineQuery<typeof columns, DayRange>({
  name: 'countyPlans.dueBetween',
  sql: `SELECT plan.uid AS uid, plan.title AS title, own.due_on AS day,
      sum(own.received_on IS NULL OR own.decision IS 'returned') AS owed
    FROM county_plan AS own JOIN task_plan AS plan ON plan.id = own.plan_id
    WHERE own.due_on BETWEEN @from AND @to GROUP BY plan.id, own.due_on`,
  columns,
});

/** Days by which counties and member units have to hand in their plans. */
export const countyPlanDates: DateSource = (range, { db }) =>
  db.all(dueBetween, range).map(({ uid, title, day, owed }) => ({
    key: `countyPlanDue ${uid} ${day}`,
    kind: 'countyPlanDue',
    day,
    title: `报送实施方案：${title}`,
    note: owed === 0 ? '' : `还差 ${owed} 个单位`,
    uid,
    isDone: owed === 0,
  }));
