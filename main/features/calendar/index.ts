import { datedKinds } from '#shared/rules/calendar/dated-kinds.ts';
import type { calendar as contract, CalendarEntry } from '#shared/contract/calendar.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';

/*
 * The calendar knows no table: each feature says what of it falls on the days of a range.
 * `main/features/thread-handlers.ts` lists them.
 */

/** The first and the last day that are asked for. */
export interface DayRange {
  from: string;
  to: string;
}

/** What a feature exports to stand in the calendar. */
export type DateSource = (range: DayRange, context: ReadContext) => CalendarEntry[];

const ranks = new Map(datedKinds.map((kind, index) => [kind, index]));

/** Everything with a date, day by day. */
export const calendarWith = (sources: readonly DateSource[]): Handlers<typeof contract> => ({
  range: (range, context) => sources.flatMap((source) => source(range, context)).toSorted(inOrder),
});

function inOrder(one: CalendarEntry, other: CalendarEntry): number {
  if (one.day !== other.day) return one.day < other.day ? -1 : 1;
  // What is still to be done stands before what is done with.
  if (one.isDone !== other.isDone) return one.isDone ? 1 : -1;
  return (ranks.get(one.kind) ?? 0) - (ranks.get(other.kind) ?? 0);
}
