import type { CountyPlanRow } from '#shared/contract/county-plans.ts';
import { type CountyPlanState, countyPlanStateNames } from '#shared/rules/county-plans/state.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

const stateLights: Readonly<Record<CountyPlanState, Light>> = {
  open: 'plain',
  late: 'red',
  received: 'yellow',
  checked: 'green',
  returned: 'red',
};

export function lightOf({ state }: Pick<CountyPlanRow, 'state'>): { light: Light; word: string } {
  return { light: stateLights[state], word: countyPlanStateNames[state] };
}

/** Whose changes make what is shown of units' plans old. */
export const countyPlanTables: readonly string[] = [
  'county_plan',
  'county_plan_task',
  'received_paper',
  'task_plan',
  'task_plan_node',
  'task',
  'task_unit',
  'organization',
  'organization_state',
];
