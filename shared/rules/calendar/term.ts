import * as z from 'zod';
import { addDays } from '../../calendar/days.ts';
import type { Workdays } from './workdays.ts';

/** A time limit: so many days or workdays, counted from the day after the first. */
export const termSchema = z.object({
  count: z.int('请填写整数').min(1, '至少 1 日').max(730, '最多 730 日'),
  unit: z.enum(['day', 'workday']),
  /** Whether a last day that is no workday moves on to the next workday; only for plain days. */
  movesToWorkday: z.boolean(),
});
export type Term = z.infer<typeof termSchema>;

export interface LastDay {
  day: string;
  /** False where the holidays of a year that it runs through are not known: the day may be wrong. */
  certain: boolean;
}

/** The last day of a term that begins on a day. The day itself is not counted. */
export function lastDayOf(first: string, term: Term, workdays: Workdays): LastDay {
  const counted = term.unit === 'day' ? addDays(first, term.count) : addWorkdays(first, term.count, workdays);
  const day = term.unit === 'day' && term.movesToWorkday ? nextWorkday(counted, workdays) : counted;
  const dependsOnHolidays = term.unit === 'workday' || term.movesToWorkday;
  return { day, certain: !dependsOnHolidays || (workdays.isKnown(first) && workdays.isKnown(day)) };
}

function addWorkdays(first: string, count: number, workdays: Workdays): string {
  let day = first;
  for (let left = count; left > 0; left -= workdays.isWorkday(day) ? 1 : 0) day = addDays(day, 1);
  return day;
}

/** How many workdays of a term have gone by on its last day; 0 on the first day itself. */
export function workdaysBetween(first: string, last: string, workdays: Workdays): number {
  let count = 0;
  for (let day = first; day < last; ) {
    day = addDays(day, 1);
    if (workdays.isWorkday(day)) count += 1;
  }
  return count;
}

function nextWorkday(day: string, workdays: Workdays): string {
  let next = day;
  while (!workdays.isWorkday(next)) next = addDays(next, 1);
  return next;
}

/** 15 日, 7 个工作日. */
export function termText({ count, unit }: Pick<Term, 'count' | 'unit'>): string {
  return unit === 'day' ? `${count} 日` : `${count} 个工作日`;
}
