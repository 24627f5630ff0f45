import {
  addDays,
  addMonths,
  dayInMonth,
  daysBetween,
  lastDayOfMonth,
  weekdayOf,
} from '../../calendar/days.ts';
import { type LastDay, lastDayOf } from '../calendar/term.ts';
import type { Workdays } from '../calendar/workdays.ts';
import { arabic } from './chinese-numbers.ts';

/*
 * Due days as Chinese papers and speeches write them. What leaves more than one reading open (10月前, 国庆节前) is not
 * read: an empty field is filled in by the clerk, a wrong day is overlooked.
 */

export interface ReadContext {
  /** The day of the text: 本月 and 三日内 are meant from here; a day without a year is the next one of that name. */
  readonly day: string;
  /** Null where workdays are not known; 三个工作日内 then stays unread. */
  readonly workdays: Workdays | null;
}

export interface ReadDay {
  readonly day: string;
  /** The words that were understood. */
  readonly words: string;
}

/** What a pattern found makes of it; null: no such day. */
type Reading = (parts: readonly string[], context: ReadContext) => string | null;

interface Pattern {
  readonly words: RegExp;
  readonly read: Reading;
}

/** Without one of these a day in a sentence is the day of something that has been. */
const END = '(?:前|之前|以前|止|内|完成|报送|上报)';
const MONTH = String.raw`(?:(\d{4})年|(今年|本年|明年|次年|来年))?(\d{1,2})月`;
const PARTS = '(底|末|月末|月底|上旬|中旬|下旬|初)';

/** Not 第3个工作日内, nor 检查结束后5个工作日内; 收到通知后5个工作日内 begins with the paper itself. */
const SOME_WORKDAYS =
  /(?<![第前末]|最后|(?<!(?:收到|接到|印发|下发|发文|通知|文件|来函|公文|通报)(?:之日)?(?:之|以)?)后)(?<!\d)(\d{1,3})个?工作日(?:之?内|以内)/u;

const patterns: readonly Pattern[] = [
  {
    words: new RegExp(String.raw`${MONTH}份?(\d{1,2})[日号]${END}`, 'u'),
    read: ([year, yearWord, month, date], context) =>
      dayOfMonth(context, { year, yearWord, month }, Number(date)),
  },
  {
    words: new RegExp(String.raw`(?:至|到|截至|截止到?|于|在)${MONTH}份?(\d{1,2})[日号]`, 'u'),
    read: ([year, yearWord, month, date], context) =>
      dayOfMonth(context, { year, yearWord, month }, Number(date)),
  },
  {
    words: new RegExp(`${MONTH}份?${PARTS}`, 'u'),
    read: ([year, yearWord, month, part], context) => partOfMonth(context, { year, yearWord, month }, part),
  },
  {
    words: new RegExp(String.raw`(本|当|下)个?月(\d{1,2})[日号]${END}`, 'u'),
    read: ([which, date], { day }) => dateIn(monthFrom(day, which), Number(date)),
  },
  {
    words: new RegExp(`(本|当|下)个?月${PARTS}`, 'u'),
    read: ([which, part], { day }) => partDay(monthFrom(day, which), part),
  },
  { words: /(?:本|当)月内/u, read: (_parts, { day }) => lastDayOfMonth(day) },
  { words: /(?<![\d个])月[底末]前/u, read: (_parts, { day }) => lastDayOfMonth(day) },
  {
    words: /(?:(\d{4})|(今|本|明|次|来))?年(?:年?[底末]|内)/u,
    read: ([year, yearWord], { day }) => `${year ?? yearOf(day, yearWord)}-12-31`,
  },
  {
    words: /(?:(\d{4})年|(今年|本年|明年|次年|来年))?第?([1-4])季度(?:末|底|内|结束前|前)/u,
    read: ([year, yearWord, quarter], context) =>
      dayOfMonth(context, { year, yearWord, month: String(Number(quarter) * 3) }, 31),
  },
  {
    words: /本季度?(?:末|底|内)/u,
    read: (_parts, { day }) => lastDayOfMonth(monthAfter(day, 2 - ((Number(day.slice(5, 7)) - 1) % 3))),
  },
  {
    words: /上半年(?:末|底|内|结束前|前)/u,
    read: (_parts, context) => dayOfMonth(context, { month: '6' }, 30),
  },
  {
    words: /(本|这|下)周(?:([1-7日天])(?:前|之前|以前|下班前|止)|[末内])/u,
    read: ([which, weekday], { day }) => {
      const monday = addDays(day, 1 - weekdayOf(day) + (which === '下' ? 7 : 0));
      return addDays(monday, weekday === undefined ? 6 : weekdayNumber(weekday) - 1);
    },
  },
  {
    words: SOME_WORKDAYS,
    read: ([count], context) => {
      const last = afterWorkdays(context, Number(count));
      return last?.certain === true ? last.day : null;
    },
  },
  { words: /(\d{1,3})[日天](?:之?内|以内)/u, read: ([count], { day }) => addDays(day, Number(count)) },
  { words: /(\d{1,2})周(?:之?内|以内)/u, read: ([count], { day }) => addDays(day, Number(count) * 7) },
  { words: /半个月(?:之?内|以内)/u, read: (_parts, { day }) => addDays(day, 15) },
  {
    words: /(\d{1,2})个月(?:之?内|以内)/u,
    read: ([count], { day }) => sameDateAfter(day, Number(count)),
  },
];

/**
 * The due day that a sentence names; the last one where it names several (9月底前完成摸排，12月底前完成整治). Null where
 * none is understood, or where it lies before the day of the text.
 */
export function readDue(sentence: string, context: ReadContext): ReadDay | null {
  const text = plain(sentence);
  let latest: ReadDay | null = null;
  for (const { words, read } of patterns) {
    for (const found of daysIn(text, words)) {
      const day = read(found.slice(1), context);
      if (day === null || day < context.day || (latest !== null && latest.day >= day)) continue;
      latest = { day, words: found[0] };
    }
  }
  return latest;
}

/**
 * The last day on which a term of workdays in a sentence ends where it runs through a year whose holidays are not known;
 * that is not read as a due day. Null: there is no such term.
 */
export function unsureWorkday(sentence: string, context: ReadContext): string | null {
  const ends = daysIn(plain(sentence), SOME_WORKDAYS).flatMap(
    ([, count]) => afterWorkdays(context, Number(count)) ?? [],
  );
  const unsure = ends.filter(({ certain }) => !certain).map(({ day }) => day);
  return unsure.toSorted().at(-1) ?? null;
}

function plain(sentence: string): string {
  return arabic(sentence.normalize('NFKC').replaceAll(/\s+/gu, ''));
}

/** Of a cycle, and what stands in its part of the sentence: 每月底前, 每季度结束后10个工作日内. */
const CYCLE = /每(?:[年个]?|(?:个?月|个?季度?|周|半年|旬)[^，,；;。]*)$/u;

/** What a pattern finds, without cycles, which are no day. */
function daysIn(text: string, words: RegExp): RegExpExecArray[] {
  return [...text.matchAll(new RegExp(words, 'gu'))].filter(
    (found) => !CYCLE.test(text.slice(0, found.index)),
  );
}

function afterWorkdays({ day, workdays }: ReadContext, count: number): LastDay | null {
  return workdays === null
    ? null
    : lastDayOf(day, { count, unit: 'workday', movesToWorkday: false }, workdays);
}

/** Whether a sentence without a due day names one that has gone by: 10月底前, read in November. */
export function namesPassedDay(sentence: string, context: ReadContext): boolean {
  if (readDue(sentence, context) !== null) return false;
  return readDue(sentence, { ...context, day: `${context.day.slice(0, 4)}-01-01` }) !== null;
}

interface MonthWords {
  year?: string | undefined;
  yearWord?: string | undefined;
  month?: string | undefined;
}

/** A month that has gone by this year is next year's only where that is near. */
const NEAR_DAYS = 200;

function dayOfMonth(
  context: ReadContext,
  { year, yearWord, month }: MonthWords,
  date: number,
): string | null {
  const number = Number(month);
  if (number < 1 || number > 12 || date < 1 || date > 31) return null;
  const stated = year ?? (yearWord === undefined ? null : yearOf(context.day, yearWord));
  const first = (inYear: string) => `${inYear}-${String(number).padStart(2, '0')}-01`;
  if (stated !== null) return dateIn(first(stated), date);
  const thisYear = context.day.slice(0, 4);
  const day = dateIn(first(thisYear), date);
  if (day === null || day >= context.day) return day;
  const next = dateIn(first(String(Number(thisYear) + 1)), date);
  return next !== null && daysBetween(context.day, next) <= NEAR_DAYS ? next : null;
}

const lastDateOfPart: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中旬: 20 };

function partOfMonth(context: ReadContext, month: MonthWords, part: string | undefined): string | null {
  return dayOfMonth(context, month, lastDateOfPart[part ?? ''] ?? 31);
}

function partDay(month: string, part: string | undefined): string | null {
  return dateIn(month, lastDateOfPart[part ?? ''] ?? 31);
}

/** 31 means the last day of any month; 30 February stays unread. */
function dateIn(month: string, date: number): string | null {
  const isThere = date === 31 || date <= Number(lastDayOfMonth(month).slice(8));
  return isThere ? dayInMonth(month, date) : null;
}

function monthFrom(day: string, which: string | undefined): string {
  return monthAfter(day, which === '下' ? 1 : 0);
}

/** The first day of the month so many months later. */
function monthAfter(day: string, count: number): string {
  return dayInMonth(addMonths(day, count), 1);
}

/** 一个月内 from 31 January ends with February. */
function sameDateAfter(day: string, months: number): string {
  const month = monthAfter(day, months);
  return dateIn(month, Number(day.slice(8))) ?? lastDayOfMonth(month);
}

function yearOf(day: string, word: string | undefined): string {
  const next = /^[明次来]/u.test(word ?? '') ? 1 : 0;
  return String(Number(day.slice(0, 4)) + next);
}

function weekdayNumber(word: string): number {
  return word === '日' || word === '天' ? 7 : Number(word);
}
