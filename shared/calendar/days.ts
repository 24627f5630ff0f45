import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

// Days have no zone. In UTC none is missing and all are equally long, whatever the PC's clock does.
dayjs.extend(utc);

/** The local calendar day of an instant, YYYY-MM-DD. Asked at every call: by hand it takes a tenth of the time. */
export function localDay(instant: number): string {
  const at = new Date(instant);
  const [month, date] = [at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${String(at.getFullYear()).padStart(4, '0')}-${month}-${date}`;
}

/** The day before or after, by so many days. */
export function addDays(day: string, count: number): string {
  return dayjs.utc(day).add(count, 'day').format('YYYY-MM-DD');
}

/** The same date so many months on; the last day of a shorter month. */
export function addMonths(day: string, count: number): string {
  return dayjs.utc(day).add(count, 'month').format('YYYY-MM-DD');
}

/** 2026-11-23 as it is written on paper: 2026年11月23日. */
export function paperDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** 10月3日 */
export function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

const DAY_MILLISECONDS = 86_400_000;

/** From one day to another; negative when the other one is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return dayjs.utc(day).day() || 7;
}

/** The last day of the month of a day. */
export function lastDayOfMonth(day: string): string {
  return dayjs.utc(day).endOf('month').format('YYYY-MM-DD');
}

/** The given date in the month of a day; the last day of a shorter month. */
export function dayInMonth(day: string, date: number): string {
  const month = dayjs.utc(day).startOf('month');
  return month.date(Math.min(date, month.daysInMonth())).format('YYYY-MM-DD');
}
