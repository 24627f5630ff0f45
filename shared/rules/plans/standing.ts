import { isOwed } from '../tasks/model.ts';
import type { TaskDays } from '../tasks/light.ts';

/** How far the tasks of a plan are, as its matrix counts them. */
export type Standing = 'done' | 'open' | 'overdue';

export type StandingCounts = Readonly<Record<Standing, number>>;

/** Null: given up, and counted nowhere. What was reported waits for the office: it is open, but not overdue. */
function standingOf({ status, dueOn }: Pick<TaskDays, 'status' | 'dueOn'>, today: string): Standing | null {
  if (status === 'cancelled') return null;
  if (status === 'closed') return 'done';
  return isOwed(status) && dueOn !== null && dueOn < today ? 'overdue' : 'open';
}

export function totalOf({ done, open, overdue }: StandingCounts): number {
  return done + open + overdue;
}

export function counted(tasks: readonly Pick<TaskDays, 'status' | 'dueOn'>[], today: string): StandingCounts {
  const counts = { done: 0, open: 0, overdue: 0 };
  for (const task of tasks) {
    const standing = standingOf(task, today);
    if (standing !== null) counts[standing] += 1;
  }
  return counts;
}
