import { addDays, addMonths, weekdayOf } from '#shared/calendar/days.ts';

export const WEEKS = 6;
const WEEK = 7;

/** The sheet of a month: six whole weeks from Monday, with the days around it. */
export function sheetOf(month: string): string[][] {
  const first = `${month}-01`;
  const begin = addDays(first, 1 - weekdayOf(first));
  return Array.from({ length: WEEKS }, (_week, week) =>
    Array.from({ length: WEEK }, (_day, day) => addDays(begin, week * WEEK + day)),
  );
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Where a key leads from a day; null: the key is not one of the sheet's. */
export function dayByKey(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -WEEK);
    case 'ArrowDown':
      return addDays(day, WEEK);
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    case 'Home':
      return addDays(day, 1 - weekdayOf(day));
    case 'End':
      return addDays(day, WEEK - weekdayOf(day));
    default:
      return null;
  }
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export const weekdayHeads: readonly string[] = weekdays.map((name) => `周${name}`);

/** 11月26日 周四 */
export function dayWords(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日 ${weekdayHeads[weekdayOf(day) - 1]}`;
}
