import dayjs from 'dayjs';

/** The local calendar day of an instant, YYYY-MM-DD. */
export function localDay(instant: number): string {
  return dayjs(instant).format('YYYY-MM-DD');
}

/** The day before or after, by so many days. */
export function addDays(day: string, count: number): string {
  return dayjs(day).add(count, 'day').format('YYYY-MM-DD');
}

/** 2026-11-23 as it is written on paper: 2026年11月23日. */
export function paperDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}
