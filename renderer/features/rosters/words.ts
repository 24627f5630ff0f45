import dayjs from 'dayjs';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';

export function termText(firstDay: string, lastDay: string | null): string {
  const since = firstDay === BEFORE_RECORDS ? '建库以前' : firstDay;
  return lastDay === null ? `${since} 起` : `${since} 至 ${lastDay}`;
}

export function toDate(day: string | null | undefined): dayjs.Dayjs | null {
  return day === null || day === undefined || day === BEFORE_RECORDS ? null : dayjs(day);
}

export function toDay(date: dayjs.Dayjs | null | undefined): string | null {
  return date?.format('YYYY-MM-DD') ?? null;
}
