/*
 * How far the plan is that a county (or member unit) has to make of the city's: handed in by a day, then checked
 * against the city's plan, and handed back where something is missing.
 */

export const countyPlanStates = ['open', 'late', 'received', 'checked', 'returned'] as const;
export type CountyPlanState = (typeof countyPlanStates)[number];

export const countyPlanStateNames: Readonly<Record<CountyPlanState, string>> = {
  open: '未报',
  late: '逾期未报',
  received: '已报待核对',
  checked: '已核对',
  returned: '已退回',
};

export const countyPlanDecisions = ['checked', 'returned'] as const;
export type CountyPlanDecision = (typeof countyPlanDecisions)[number];

/** All days YYYY-MM-DD. */
export interface CountyPlanDays {
  dueOn: string;
  receivedOn: string | null;
  decision: CountyPlanDecision | null;
}

export function countyPlanState(
  { dueOn, receivedOn, decision }: CountyPlanDays,
  today: string,
): CountyPlanState {
  if (decision !== null) return decision;
  if (receivedOn !== null) return 'received';
  return dueOn < today ? 'late' : 'open';
}

/** Nothing was handed in that still counts: a unit that is to be asked. */
export function isOwedPlan(state: CountyPlanState): boolean {
  return state === 'open' || state === 'late' || state === 'returned';
}
