import { addDays } from '../../calendar/days.ts';
import type { LedgerDefinition, LedgerLight, LedgerStandard, LedgerStandards } from './definition.ts';
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

const SOON = 'soonDays';

function soonStandard({ name, soonDays }: NonNullable<LedgerDefinition['due']>): LedgerStandard {
  return {
    key: SOON,
    name: `${name}到期前多少天提示`,
    unit: '天',
    min: 0,
    max: 365,
    usual: soonDays,
    source: '本程序拟定，可以修改',
  };
}

/** Everything that the office may set of a ledger, beside its list of requirements. */
export function settableStandards({ standards = [], due }: LedgerDefinition): readonly LedgerStandard[] {
  return due === undefined ? standards : [...standards, soonStandard(due)];
}

/** How many days before it is due a row is told as such. */
export function soonDaysOf({ due }: LedgerDefinition, standards: LedgerStandards): number {
  return standards[SOON]?.value ?? due?.soonDays ?? 0;
}

/** @param on YYYY-MM-DD */
export function dueState(on: string, today: string, soonDays: number): DueState {
  if (on < today) return 'overdue';
  return on <= addDays(today, soonDays) ? 'soon' : 'fine';
}

/** Until the office sets its own. */
export function usualStandards(definition: LedgerDefinition): LedgerStandards {
  const required = definition.requirements?.usual ?? [];
  return Object.fromEntries([
    ...settableStandards(definition).map(
      ({ key, usual, source }) => [key, { value: usual, source }] as const,
    ),
    ...required.map(({ value, source, ...what }) => [requirementKey(what), { value, source }] as const),
  ]);
}
