import { addDays } from '../../calendar/days.ts';
import type { ScheduleProblem } from './problem.ts';

/** Days of the round that are no weekend and no public holiday. */
export function workableDays({ from, to, daysOff }: ScheduleProblem): string[] {
  const off = new Set(daysOff.map(({ day }) => day));
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (!off.has(day)) days.push(day);
  return days;
}
