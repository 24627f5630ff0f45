import type { TaskStatus } from './model.ts';

/*
 * The way of a task (交办、台账、销号、通报: 湖南 2017 “一单四制”): given out, received, worked on, reported done,
 * accepted or returned, closed with proof. Pressing, extending and feedback happen on the way.
 */

export const taskSteps = [
  'assign',
  'receive',
  'feedback',
  'press',
  'extend',
  'report',
  'accept',
  'return',
  'close',
  'cancel',
  'reopen',
] as const;
export type TaskStep = (typeof taskSteps)[number];

export const taskStepNames: Readonly<Record<TaskStep, string>> = {
  assign: '下达',
  receive: '登记签收',
  feedback: '登记反馈',
  press: '催办',
  extend: '延期',
  report: '登记办结上报',
  accept: '验收通过',
  return: '退回重办',
  close: '销号',
  cancel: '取消',
  reopen: '重新打开',
};

const onTheWay: readonly TaskStep[] = ['feedback', 'report', 'press', 'extend', 'cancel'];

/** What may be done next, the usual next step first. */
const stepsOf: Readonly<Record<TaskStatus, readonly TaskStep[]>> = {
  planned: ['assign', 'cancel'],
  assigned: ['receive', ...onTheWay],
  received: onTheWay,
  inProgress: ['report', 'feedback', 'press', 'extend', 'cancel'],
  returned: ['report', 'feedback', 'press', 'extend', 'cancel'],
  reported: ['accept', 'return', 'feedback', 'cancel'],
  accepted: ['close', 'reopen'],
  closed: ['reopen'],
  cancelled: ['reopen'],
};

export function allowedSteps(status: TaskStatus): readonly TaskStep[] {
  return stepsOf[status];
}

export function allows(status: TaskStatus, step: TaskStep): boolean {
  return stepsOf[status].includes(step);
}

const leadsTo: Readonly<Partial<Record<TaskStep, TaskStatus>>> = {
  assign: 'assigned',
  receive: 'received',
  report: 'reported',
  accept: 'accepted',
  return: 'returned',
  close: 'closed',
  cancel: 'cancelled',
};

/** The status after a step that `allows` has let pass. */
export function statusAfter(status: TaskStatus, step: TaskStep): TaskStatus {
  if (step === 'feedback') return status === 'reported' ? 'reported' : 'inProgress';
  // What was given up starts anew; what had been done goes on.
  if (step === 'reopen') return status === 'cancelled' ? 'assigned' : 'inProgress';
  return leadsTo[step] ?? status;
}
