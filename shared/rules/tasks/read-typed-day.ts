import { lastDayOfMonth } from '../../calendar/days.ts';
import { readDue, type ReadContext, unsureWorkday } from './read-due.ts';

/**
 * A due day as a clerk types it in the field: 10.31, 1031, 31日, 2026-10-31, or in words (10月底前, 下周五).
 * Null where it is not understood.
 */
export function readTypedDay(typed: string, context: ReadContext): string | null {
  const text = plain(typed);
  const { day } = context;
  const whole = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/u.exec(text);
  if (whole !== null) return realDay(whole[1], whole[2], whole[3]);
  const short = /^(\d{1,2})(?:[-./月](\d{1,2})[日号]?|(\d{2}))$/u.exec(text);
  if (short !== null) {
    const [, month, date = short[3]] = short;
    const thisYear = realDay(day.slice(0, 4), month, date);
    return thisYear !== null && thisYear < day
      ? realDay(String(Number(day.slice(0, 4)) + 1), month, date)
      : thisYear;
  }
  const date = /^(\d{1,2})[日号]?$/u.exec(text);
  if (date !== null) {
    const thisMonth = realDay(day.slice(0, 4), day.slice(5, 7), date[1]);
    return thisMonth !== null && thisMonth >= day ? thisMonth : null;
  }
  // In the field 10月底 and 下周五 are meant as they stand.
  const words = withWithin(text);
  return (readDue(words, context) ?? readDue(`${words}前`, context))?.day ?? null;
}

/**
 * Where it is not understood for holidays that are not known: the last day on which what is typed (10个工作日) may end.
 * Null: that is not the reason.
 */
export function unsureTypedDay(typed: string, context: ReadContext): string | null {
  if (readTypedDay(typed, context) !== null) return null;
  return unsureWorkday(withWithin(plain(typed)), context);
}

function plain(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s+/gu, '');
}

const BARE_WORKDAYS = /^[\d〇零一二两三四五六七八九十]{1,3}个?工作日$/u;

/** 10个工作日 alone is meant as 10个工作日内; 本月最后一个工作日 is another day. */
function withWithin(text: string): string {
  return BARE_WORKDAYS.test(text) ? `${text}内` : text;
}

function realDay(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
): string | null {
  const [monthNumber, dateNumber] = [Number(month), Number(date)];
  if (monthNumber < 1 || monthNumber > 12) return null;
  const first = `${year}-${String(monthNumber).padStart(2, '0')}-01`;
  if (dateNumber < 1 || dateNumber > Number(lastDayOfMonth(first).slice(8))) return null;
  return `${first.slice(0, 8)}${String(dateNumber).padStart(2, '0')}`;
}
