export const dutyRoles = ['leader', 'officer'] as const;
export type DutyRole = (typeof dutyRoles)[number];

export const dutyPeriodKinds = ['security', 'holiday', 'ordinary'] as const;
export type DutyPeriodKind = (typeof dutyPeriodKinds)[number];

/** Days that are counted apart. */
export const dayClasses = ['holiday', 'weekend', 'weekday'] as const;
export type DayClass = (typeof dayClasses)[number];
export type ClassCounts = Record<DayClass, number>;

export const swapStates = ['applied', 'approved', 'refused', 'withdrawn'] as const;
export type SwapState = (typeof swapStates)[number];

export const roleNames: Readonly<Record<DutyRole, string>> = { leader: '带班领导', officer: '值班人员' };
export const periodKindNames: Readonly<Record<DutyPeriodKind, string>> = {
  security: '安保时段',
  holiday: '节假日',
  ordinary: '平时',
};
export const dayClassNames: Readonly<Record<DayClass, string>> = {
  holiday: '节假日',
  weekend: '周末',
  weekday: '工作日',
};
export const swapStateNames: Readonly<Record<SwapState, string>> = {
  applied: '待批准',
  approved: '已批准',
  refused: '未同意',
  withdrawn: '已撤回',
};

export interface DutyShift {
  uid: string;
  name: string;
  /** HH:MM */
  startsAt: string;
  leaders: number;
  officers: number;
}

/** One place on one shift of one day. */
export interface DutyPlace {
  day: string;
  shiftUid: string;
  role: DutyRole;
  /** Among those of the role on the shift, from 1 on. */
  place: number;
}

export interface DutyCell extends DutyPlace {
  personUid: string;
  pinned: boolean;
}

export interface DutyLeave {
  uid: string;
  firstDay: string;
  lastDay: string;
  reason: string;
}

/** Somebody who takes duty, as far as rules look at it. */
export interface DutyPerson {
  uid: string;
  name: string;
  canLead: boolean;
  canServe: boolean;
  /** Last day on which duty can be given; null: no end. */
  lastDay: string | null;
  leaves: readonly DutyLeave[];
}

/** Somebody's shift on a day outside of what is looked at: the two days around it count for the night's rest. */
export interface DutyAround {
  personUid: string;
  day: string;
  isNight: boolean;
}

export function placeKey({ day, shiftUid, role, place }: DutyPlace): string {
  return `${day} ${shiftUid} ${role} ${place}`;
}

export function isAway({ leaves, lastDay }: Pick<DutyPerson, 'leaves' | 'lastDay'>, day: string): boolean {
  return (lastDay !== null && day > lastDay) || leaves.some((leave) => isOnLeave(leave, day));
}

export function isOnLeave({ firstDay, lastDay }: DutyLeave, day: string): boolean {
  return firstDay <= day && day <= lastDay;
}

export function canTake(
  { canLead, canServe }: Pick<DutyPerson, 'canLead' | 'canServe'>,
  role: DutyRole,
): boolean {
  return role === 'leader' ? canLead : canServe;
}

export function neededOn(
  { leaders, officers }: Pick<DutyShift, 'leaders' | 'officers'>,
  role: DutyRole,
): number {
  return role === 'leader' ? leaders : officers;
}
