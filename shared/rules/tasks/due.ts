import { paperDay } from '../../calendar/days.ts';

/** What is wrong with a due day, in words for its field; null when nothing is. */
export function dueProblem(assignedOn: string, dueOn: string | null): string | null {
  if (dueOn === null || dueOn >= assignedOn) return null;
  return `完成时限不能早于交办日期 ${paperDay(assignedOn)}`;
}

/** The same for an extension, which can only lead to a later day. */
export function extensionProblem(oldDueOn: string | null, newDueOn: string): string | null {
  if (oldDueOn === null) return '这项任务没有完成时限，不需要延期';
  return newDueOn > oldDueOn ? null : `延期后的时限要晚于原时限 ${paperDay(oldDueOn)}`;
}
