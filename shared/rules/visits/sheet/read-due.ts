import { addDays } from '../../../calendar/days.ts';
import { readWrittenDay } from '../../../calendar/written-day.ts';

const MAX_DAYS = 365;
const DAYS = /^(\d+)(?:个?工作日|天|日)?(?:内|以内)?$/u;
const MONTH_AND_DAY = /^(\d{1,2})[-./月](\d{1,2})[日号]?$/u;

/** A time for putting right as a cell says it: a day, a number of days, or at once. Null: not understood. */
export function readDue(text: string, foundOn: string): string | null {
  const written = text.replaceAll(/\s/gu, '').replace(/(?:前|之前)$/u, '');
  const day = readWrittenDay(written);
  if (day !== null) return day;
  if (/^(?:立即|当场|即时|立行立改)/u.test(written)) return foundOn;
  const [, month, date] = MONTH_AND_DAY.exec(written) ?? [];
  if (month !== undefined && date !== undefined) return nextDay(Number(month), Number(date), foundOn);
  const days = Number(DAYS.exec(written)?.[1] ?? Number.NaN);
  return Number.isInteger(days) && days <= MAX_DAYS ? addDays(foundOn, days) : null;
}

/** Without a year it is the first such day from the finding on. */
function nextDay(month: number, date: number, foundOn: string): string | null {
  const year = Number(foundOn.slice(0, 4));
  const days = [year, year + 1].map((each) => readWrittenDay(`${each}-${month}-${date}`));
  return days.find((day) => day !== null && day >= foundOn) ?? null;
}
