import { addDays } from '../../calendar/days.ts';
import type { LedgerDefinition, LedgerLight, LedgerStandards } from './definition.ts';
import { requirementKey } from './requirements.ts';

export type DueState = 'overdue' | 'soon' | 'fine';

export const dueLights: Readonly<Record<DueState, LedgerLight>> = {
  overdue: 'red',
  soon: 'yellow',
  fine: 'plain',
};

/** 下次年检. */
export function dueHeading({ name, heading }: NonNullable<LedgerDefinition['due']>): string {
  return heading ?? `下次${name}`;
}

/** @param on YYYY-MM-DD */
export function dueState(on: string, today: string, soonDays: number): DueState {
  if (on < today) return 'overdue';
  return on <= addDays(today, soonDays) ? 'soon' : 'fine';
}

/** Until the office sets its own. */
export function usualStandards({ standards = [], requirements }: LedgerDefinition): LedgerStandards {
  const required = requirements?.usual ?? [];
  return Object.fromEntries([
    ...standards.map(({ key, usual, source }) => [key, { value: usual, source }] as const),
    ...required.map(({ value, source, ...what }) => [requirementKey(what), { value, source }] as const),
  ]);
}
