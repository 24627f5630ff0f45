import { daysBetween } from '../../calendar/days.ts';
import { isOwed, type TaskStatus, taskStatusNames } from './model.ts';

/** plain: said without judging. */
export type TaskLight = 'red' | 'yellow' | 'green' | 'plain';

/** What lights and delays are computed from. */
export interface TaskDays {
  readonly status: TaskStatus;
  /** Null: without a date (长期坚持). */
  readonly dueOn: string | null;
  readonly reportedOn: string | null;
  readonly closedOn: string | null;
}

/** Days before the due day from which the light is yellow; 3 is usual, no rule says so: the office's setting decides. */
export const USUAL_WARNING_DAYS = 3;

/** The light with its word, so that it can be read without colours. */
export function lightOf(
  task: TaskDays,
  today: string,
  warningDays: number,
): { light: TaskLight; word: string } {
  const { status, dueOn } = task;
  if (isOwed(status)) return owedLight(dueOn, today, warningDays);
  const late = lateDays(task, today);
  const suffix = late > 0 ? `(逾期 ${late} 天)` : '';
  if (status === 'closed') return { light: late > 0 ? 'plain' : 'green', word: `已办结${suffix}` };
  return { light: 'plain', word: `${taskStatusNames[status]}${status === 'cancelled' ? '' : suffix}` };
}

function owedLight(
  dueOn: string | null,
  today: string,
  warningDays: number,
): { light: TaskLight; word: string } {
  if (dueOn === null) return { light: 'plain', word: '长期' };
  const left = daysBetween(today, dueOn);
  if (left < 0) return { light: 'red', word: `逾期 ${-left} 天` };
  if (left === 0) return { light: 'yellow', word: '今天到期' };
  return { light: left <= warningDays ? 'yellow' : 'green', word: `还有 ${left} 天` };
}

/**
 * By how many calendar days the unit is or was late; 0 when it is not. It has delivered when it reports done, however
 * long the office then takes to accept.
 */
export function lateDays({ status, dueOn, reportedOn, closedOn }: TaskDays, today: string): number {
  if (dueOn === null || status === 'cancelled' || status === 'planned') return 0;
  const delivered = isOwed(status) ? today : (reportedOn ?? closedOn ?? today);
  return Math.max(0, daysBetween(dueOn, delivered));
}
