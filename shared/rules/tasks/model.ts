/*
 * A supervised task (督办任务): something that a unit owes the office. One list holds them all, whatever they come from.
 */

export const taskKinds = ['resolution', 'instruction', 'planTask', 'finding', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskKindNames: Readonly<Record<TaskKind, string>> = {
  resolution: '议定事项',
  instruction: '领导批示',
  planTask: '方案任务',
  finding: '问题隐患',
  other: '其他交办',
};

export const taskStatuses = [
  /** Written down and not yet given out: its minutes or paper is still a draft. */
  'planned',
  'assigned',
  'received',
  'inProgress',
  /** The office did not accept the report. */
  'returned',
  'reported',
  /** Found to be done; the proof for closing it is still to come. */
  'accepted',
  'closed',
  'cancelled',
] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const taskStatusNames: Readonly<Record<TaskStatus, string>> = {
  planned: '待下达',
  assigned: '已交办',
  received: '已签收',
  inProgress: '办理中',
  returned: '退回重办',
  reported: '待验收',
  accepted: '待销号',
  closed: '已办结',
  cancelled: '已取消',
};

/** The unit has still to do something. */
export const owedStatuses = ['assigned', 'received', 'inProgress', 'returned'] as const;
/** Neither done with nor given up. */
export const openStatuses = ['planned', ...owedStatuses, 'reported', 'accepted'] as const;

export function isOwed(status: TaskStatus): boolean {
  return owedStatuses.some((owed) => owed === status);
}

export const unitRoles = ['lead', 'supporting'] as const;
export type UnitRole = (typeof unitRoles)[number];
