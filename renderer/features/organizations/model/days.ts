import dayjs from 'dayjs';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';

/** 2025-07-01 起; what was there before the records began says so. */
function sinceText(firstDay: string): string {
  return firstDay === BEFORE_RECORDS ? '建库以前' : firstDay;
}

export function rangeText(firstDay: string, lastDay: string | null): string {
  if (lastDay === null) return firstDay === BEFORE_RECORDS ? '一直以来' : `${firstDay} 起至今`;
  return `${sinceText(firstDay)} 至 ${lastDay}`;
}

export function toDate(day: string | null | undefined): dayjs.Dayjs | null {
  return day === null || day === undefined ? null : dayjs(day);
}

export function toDay(date: dayjs.Dayjs | null | undefined): string | null {
  return date?.format('YYYY-MM-DD') ?? null;
}
