import dayjs from 'dayjs';

export { fullInstant } from '#shared/calendar/full-instant.ts';

/** The time of today, or the day and time: 14:05, 11-23 14:05, 2025-11-23. */
export function shortInstant(instant: number, now: number = Date.now()): string {
  const time = dayjs(instant);
  if (time.isSame(now, 'day')) return time.format('今天 HH:mm');
  return time.format(time.isSame(now, 'year') ? 'MM-DD HH:mm' : 'YYYY-MM-DD');
}
