export const inspectorRoles = ['leader', 'inspector', 'expert', 'driver'] as const;
export type InspectorRole = (typeof inspectorRoles)[number];

export const inspectorRoleNames: Readonly<Record<InspectorRole, string>> = {
  leader: '组长',
  inspector: '组员',
  expert: '专家',
  driver: '驾驶员',
};

/** From a day to a day, both included. */
export interface LeaveDays {
  firstDay: string;
  lastDay: string;
}

/** Whether a person has left the pool, or a vehicle is out of use, on that day. */
export function isGone(from: string | null, day: string): boolean {
  return from !== null && from <= day;
}

export function isOn({ firstDay, lastDay }: LeaveDays, day: string): boolean {
  return firstDay <= day && day <= lastDay;
}

/** The leave of that day, else the next one to come. */
export function leaveAt<Leave extends LeaveDays>(leaves: readonly Leave[], day: string): Leave | undefined {
  return leaves
    .filter(({ lastDay }) => lastDay >= day)
    .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1))[0];
}
