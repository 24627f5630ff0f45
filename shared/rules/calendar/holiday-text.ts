import { addDays, shortDay } from '../../calendar/days.ts';
import { readWrittenDay } from '../../calendar/written-day.ts';
import type { NamedDay } from './workdays.ts';

/*
 * A year's holidays as the State Council's notice says them, a line each:
 * 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 */

export interface HolidayDays {
  publicHolidays: NamedDay[];
  makeUpWorkdays: NamedDay[];
}

export interface ReadHolidays extends HolidayDays {
  /** Lines of which nothing was understood. */
  unread: string[];
}

const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})[日号]\s*(至|到|—+|－|-|~|～)?/gu;
const MOST_DAYS = 31;

export function readHolidayText(text: string, year: number): ReadHolidays {
  const read: ReadHolidays = { publicHolidays: [], makeUpWorkdays: [], unread: [] };
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const found = readLine(line, year);
    if (found === null) read.unread.push(line);
    read.publicHolidays.push(...(found?.publicHolidays ?? []));
    read.makeUpWorkdays.push(...(found?.makeUpWorkdays ?? []));
  }
  return {
    publicHolidays: onceEach(read.publicHolidays),
    makeUpWorkdays: onceEach(read.makeUpWorkdays),
    unread: read.unread,
  };
}

function readLine(line: string, year: number): HolidayDays | null {
  const plain = line
    .replaceAll(/[（(][^）)]*[）)]/gu, '')
    .replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.．]\s*/u, '');
  const [, name = '', said = ''] = /^([^\d：:\s]+)[：:\s]*(.*)$/u.exec(plain) ?? [];
  const found: HolidayDays = { publicHolidays: [], makeUpWorkdays: [] };
  let month = '';
  for (const part of said.split(/[。；;]/u)) {
    const days: string[] = [];
    let from: string | null = null;
    for (const [, itsYear, itsMonth, date = '', to] of part.matchAll(DATE)) {
      month = itsMonth ?? month;
      const day = readWrittenDay(`${itsYear ?? year}-${month}-${date}`);
      if (day === null) return null;
      days.push(...(from === null ? [day] : daysUpTo(from, day)));
      from = to === undefined ? null : day;
    }
    const list = part.includes('上班') ? found.makeUpWorkdays : found.publicHolidays;
    if (/上班|放假|休/u.test(part)) list.push(...days.map((day) => ({ day, name })));
  }
  return found.publicHolidays.length + found.makeUpWorkdays.length === 0 ? null : found;
}

function daysUpTo(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = addDays(from, 1); day <= to && days.length < MOST_DAYS; day = addDays(day, 1))
    days.push(day);
  return days;
}

function onceEach(days: readonly NamedDay[]): NamedDay[] {
  return [...new Map(days.map((each) => [each.day, each])).values()].toSorted((one, other) =>
    one.day < other.day ? -1 : 1,
  );
}

/** The same text again, to be gone on with. */
export function holidayText({ publicHolidays, makeUpWorkdays }: HolidayDays): string {
  const names = [...new Set([...publicHolidays, ...makeUpWorkdays].map(({ name }) => name))];
  return names
    .map((name) => {
      const off = stretches(publicHolidays.filter((each) => each.name === name));
      const on = stretches(makeUpWorkdays.filter((each) => each.name === name));
      const said = [...(off === '' ? [] : [`${off}放假。`]), ...(on === '' ? [] : [`${on}上班。`])];
      return `${name}：${said.join('')}`;
    })
    .join('\n');
}

function stretches(days: readonly NamedDay[]): string {
  const found: { from: string; to: string }[] = [];
  for (const { day } of days) {
    const last = found.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else found.push({ from: day, to: day });
  }
  return found
    .map(({ from, to }) => (from === to ? shortDay(from) : `${shortDay(from)}至${shortDay(to)}`))
    .join('、');
}
