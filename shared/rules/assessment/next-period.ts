import { addDays } from '../../calendar/days.ts';
import type { PeriodKind } from '../../contract/assessment.ts';
import { codeName, periodCode } from './period-code.ts';

export interface PeriodDates {
  title: string;
  firstDay: string;
  lastDay: string;
}

interface KnownPeriod {
  kind: PeriodKind;
  code: string;
  lastDay: string;
}

const MONTHS: Readonly<Record<Exclude<PeriodKind, 'spotCheck'>, number>> = {
  quarter: 3,
  halfYear: 6,
  year: 12,
};
const LAST_MONTH = 12;

/** The period after the last one of its kind; where there is none, the one that today lies in. */
export function nextPeriod(kind: PeriodKind, known: readonly KnownPeriod[], today: string): PeriodDates {
  if (kind === 'spotCheck') {
    const codes = known.map(({ code }) => code);
    return { title: titleOf(periodCode(kind, today, codes)), firstDay: today, lastDay: today };
  }
  const ends = known.filter((period) => period.kind === kind).map(({ lastDay }) => lastDay);
  const last = ends.toSorted().at(-1);
  const span = spanAround(kind, last === undefined ? today : addDays(last, 1));
  return { title: titleOf(periodCode(kind, span.firstDay, [])), ...span };
}

/** 2026Q4 is 2026年第四季度消防工作考核. */
function titleOf(code: string): string {
  return `${codeName(code)}消防工作考核`;
}

function spanAround(
  kind: Exclude<PeriodKind, 'spotCheck'>,
  day: string,
): { firstDay: string; lastDay: string } {
  const year = Number(day.slice(0, 4));
  const length = MONTHS[kind];
  const begin = Math.floor((Number(day.slice(5, 7)) - 1) / length) * length + 1;
  const after = begin + length;
  const firstAfter = after > LAST_MONTH ? firstOf(year + 1, after - LAST_MONTH) : firstOf(year, after);
  return { firstDay: firstOf(year, begin), lastDay: addDays(firstAfter, -1) };
}

function firstOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}
