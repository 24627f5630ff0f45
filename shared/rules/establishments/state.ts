/*
 * How far a grass-roots body (基层机构) is: it counts as established from the day on which its plaque is hung (挂牌).
 */

export const establishmentStates = ['established', 'planned', 'open', 'late'] as const;
export type EstablishmentState = (typeof establishmentStates)[number];

export const establishmentStateNames: Readonly<Record<EstablishmentState, string>> = {
  established: '已挂牌',
  planned: '已定日期',
  open: '未定日期',
  late: '逾期未挂牌',
};

/** All days YYYY-MM-DD. */
export interface EstablishmentDays {
  plannedOn: string | null;
  establishedOn: string | null;
}

/** @param dueOn last day on which it is in time */
export function establishmentState(
  { plannedOn, establishedOn }: EstablishmentDays,
  dueOn: string,
  today: string,
): EstablishmentState {
  if (establishedOn !== null && establishedOn <= today) return 'established';
  if (dueOn < today) return 'late';
  return plannedOn === null ? 'open' : 'planned';
}

/** What the office should ask about although the deadline has not passed; empty: nothing. */
export function planProblem(
  { plannedOn, establishedOn }: EstablishmentDays,
  dueOn: string,
  today: string,
): string {
  if (establishedOn !== null) return establishedOn > dueOn ? '晚于期限挂牌' : '';
  if (plannedOn === null || dueOn < today) return '';
  if (plannedOn < today) return '过了计划日期';
  return plannedOn > dueOn ? '计划晚于期限' : '';
}
