import type { ReportTime } from './words.ts';
import { addDays, addMonths, daysBetween, lastDayOfMonth } from '../../calendar/days.ts';

/** A stretch of time that a report counts; days that are no whole month, quarter, half-year or year are `days`. */
export const calendarKinds = ['month', 'quarter', 'halfYear', 'year'] as const;
export type CalendarKind = (typeof calendarKinds)[number];
export type SpanKind = CalendarKind | 'days';

export const spanKindNames: Readonly<Record<SpanKind, string>> = {
  month: '月',
  quarter: '季度',
  halfYear: '半年',
  year: '年',
  days: '自选起止日期',
};

/** First and last day. */
export interface Span {
  from: string;
  to: string;
}

const lengths: Readonly<Record<CalendarKind, number>> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/** The whole month, quarter, half-year or year that a day lies in. */
export function spanAround(kind: CalendarKind, day: string): Span {
  const length = lengths[kind];
  const month = Number(day.slice(5, 7)) - 1;
  const from = addMonths(`${day.slice(0, 4)}-01-01`, month - (month % length));
  return { from, to: lastDayOfMonth(addMonths(from, length - 1)) };
}

/** Days before its end, for each of its months, from which a period is the one that is reported. */
const NEAR_END = 10;

/** The period that is usually reported on a day: the one that has ended last, or is about to end. */
export function usualSpan(kind: CalendarKind, today: string): Span {
  const current = spanAround(kind, today);
  return daysBetween(today, current.to) <= NEAR_END * lengths[kind] ? current : movedSpan(current, -1);
}

export function kindOfSpan({ from, to }: Span): SpanKind {
  return calendarKinds.find((kind) => isSame(spanAround(kind, from), { from, to })) ?? 'days';
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.to === other.to;
}

/** So many periods on; of free days as many days. */
export function movedSpan(span: Span, steps: number): Span {
  const kind = kindOfSpan(span);
  if (kind !== 'days') return spanAround(kind, addMonths(span.from, steps * lengths[kind]));
  const length = (daysBetween(span.from, span.to) + 1) * steps;
  return { from: addDays(span.from, length), to: addDays(span.to, length) };
}

/** The same time a year ago (同期); the end of a month stays the end of it. */
export function lastYearOf({ from, to }: Span): Span {
  const end = addMonths(to, -12);
  return { from: addMonths(from, -12), to: to === lastDayOfMonth(to) ? lastDayOfMonth(end) : end };
}

export function spanOfTime(span: Span, time: ReportTime): Span {
  switch (time) {
    case 'now':
      return span;
    case 'lastYear':
      return lastYearOf(span);
    case 'before':
      return movedSpan(span, -1);
  }
}

/** Each month that the span touches, as far as it lies within it. */
export function monthsOf({ from, to }: Span): Span[] {
  const months: Span[] = [];
  for (let first = from; first <= to; first = addDays(lastDayOfMonth(first), 1)) {
    const last = lastDayOfMonth(first);
    months.push({ from: first, to: last < to ? last : to });
  }
  return months;
}

const QUARTERS = ['一', '二', '三', '四'] as const;

/** 2026年第三季度; of free days both. */
export function spanWords(span: Span): string {
  const [year = '', month = ''] = span.from.split('-');
  switch (kindOfSpan(span)) {
    case 'month':
      return `${year}年${Number(month)}月`;
    case 'quarter':
      return `${year}年第${QUARTERS[Math.floor((Number(month) - 1) / 3)] ?? ''}季度`;
    case 'halfYear':
      return `${year}年${month === '01' ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
    case 'days':
      return span.from === span.to ? span.from : `${span.from} 至 ${span.to}`;
  }
}
