import dayjs from 'dayjs';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';
import type { RosterEntry } from '#shared/rules/rosters/model.ts';
import { unitAndPost } from '#shared/rules/rosters/printed-names.ts';

export function termText(firstDay: string, lastDay: string | null): string {
  const since = firstDay === BEFORE_RECORDS ? '建库以前' : firstDay;
  return lastDay === null ? `${since} 起` : `${since} 至 ${lastDay}`;
}

export function placeText({
  unit,
  unitShort,
  post,
}: Pick<RosterEntry, 'unit' | 'unitShort' | 'post'>): string {
  return unitAndPost({ name: unit, short: unitShort }, post);
}

export function standingText({ substitute, substituteForName }: RosterEntry): string {
  if (!substitute) return '';
  return substituteForName === '' ? '代理' : `代${substituteForName}`;
}

export function toDate(day: string | null | undefined): dayjs.Dayjs | null {
  return day === null || day === undefined || day === BEFORE_RECORDS ? null : dayjs(day);
}

export function toDay(date: dayjs.Dayjs | null | undefined): string | null {
  return date?.format('YYYY-MM-DD') ?? null;
}
