import { addDays } from '../../calendar/days.ts';

/*
 * Names over time. The history of an organization is a list of rows, each with a first and a last day (null: until
 * further notice). On a day at most one of them holds; on a day without one the organization does not exist.
 */

export interface DayRange {
  readonly firstDay: string;
  readonly lastDay: string | null;
}

/** First day of what was there before the office began its records. */
export const BEFORE_RECORDS = '1900-01-01';

/** The one row that holds on a day; undefined where the organization does not exist on it. */
export function stateOn<State extends DayRange>(states: readonly State[], day: string): State | undefined {
  return states.find((state) => covers(state, day));
}

/** For a name that must be shown on any day: the row of that day, else the last one before, else the first. */
export function stateNear<State extends DayRange>(states: readonly State[], day: string): State | undefined {
  const sorted = inOrder(states);
  return stateOn(sorted, day) ?? sorted.findLast((state) => state.firstDay <= day) ?? sorted[0];
}

export function covers(range: DayRange, day: string): boolean {
  return range.firstDay <= day && (range.lastDay === null || day <= range.lastDay);
}

export function rangesOverlap(one: DayRange, other: DayRange): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one);
}

function startsBeforeEnd(one: DayRange, other: DayRange): boolean {
  return other.lastDay === null || one.firstDay <= other.lastDay;
}

export function inOrder<State extends DayRange>(states: readonly State[]): State[] {
  return states.toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
}

/** The first day of `range` on which none of the rows holds; null when they cover it wholly. */
export function firstUncovered(states: readonly DayRange[], range: DayRange): string | null {
  let day = range.firstDay;
  for (const state of inOrder(states)) {
    if (state.lastDay !== null && state.lastDay < day) continue;
    if (state.firstDay > day) break;
    if (state.lastDay === null) return null;
    day = addDays(state.lastDay, 1);
  }
  return range.lastDay !== null && day > range.lastDay ? null : day;
}

/** Since when it has existed without a break up to `day`; null where it does not exist on that day. */
export function existsSince(states: readonly DayRange[], day: string): string | null {
  const sorted = inOrder(states);
  let since = stateOn(sorted, day)?.firstDay ?? null;
  while (since !== null) {
    const before = stateOn(sorted, addDays(since, -1));
    if (before === undefined) return since;
    since = before.firstDay;
  }
  return null;
}

/** Two rows that hold on the same day, if there are any. */
export function overlappingPair<State extends DayRange>(
  states: readonly State[],
): readonly [State, State] | undefined {
  const sorted = inOrder(states);
  for (const [index, later] of sorted.entries()) {
    const earlier = sorted[index - 1];
    if (earlier !== undefined && rangesOverlap(earlier, later)) return [earlier, later];
  }
  return undefined;
}
