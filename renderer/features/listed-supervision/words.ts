import type { ListedLevel, ListedRow } from '#shared/contract/listed-supervision.ts';
import type { ListedState } from '#shared/rules/notices/listed-state.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

export const levelNames: Readonly<Record<ListedLevel, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
};

export const stateLights: Readonly<Record<ListedState, Light>> = {
  rectifying: 'plain',
  dueSoon: 'yellow',
  overdue: 'red',
  accepted: 'green',
  delisted: 'green',
};

/** What is missing beside the rectification itself. */
export function reminders({ boardLate, missingProgress }: ListedRow): string[] {
  return [
    ...(boardLate ? ['警示牌逾期未挂'] : []),
    ...(missingProgress === null ? [] : [`缺 ${missingProgress.slice(0, 7)} 的进展`]),
  ];
}

export const listedTables: readonly string[] = [
  'listed_supervision',
  'listed_progress',
  'organization_state',
  'setting',
];
