import { addDays } from '../../calendar/days.ts';
import { covers, type DayRange, inOrder } from './history.ts';

/*
 * The two ways to edit: 更正 changes a row (it was always meant so); 变更 closes it the day before and opens
 * a new one. These functions only say what is to be done with which row.
 */

/** What a 变更 from a day does to the row that held until then. */
type ChangePlan<State> =
  /** The row itself begins on that day: there is nothing before it to be kept. */
  | { kind: 'amend'; state: State }
  | { kind: 'open'; closed: State; closedLastDay: string; firstDay: string; lastDay: string | null };

/** undefined where the organization does not exist on that day */
export function planChange<State extends DayRange>(
  states: readonly State[],
  day: string,
): ChangePlan<State> | undefined {
  const state = states.find((each) => covers(each, day));
  if (state === undefined) return undefined;
  if (state.firstDay === day) return { kind: 'amend', state };
  return {
    kind: 'open',
    closed: state,
    closedLastDay: addDays(day, -1),
    firstDay: day,
    lastDay: state.lastDay,
  };
}

type ClosePlan<State> =
  | { kind: 'close'; state: State; lastDay: string }
  /** It is not there on that day, or would never have been, or is known to be there again later. */
  | { kind: 'impossible'; because: 'absent' | 'never' | 'later' };

/** Ceasing to exist: `day` is the first day without it. */
export function planClose<State extends DayRange>(states: readonly State[], day: string): ClosePlan<State> {
  const state = states.find((each) => covers(each, day));
  if (state === undefined) return { kind: 'impossible', because: 'absent' };
  if (state.firstDay === day) return { kind: 'impossible', because: 'never' };
  if (states.some((each) => each.firstDay > day)) return { kind: 'impossible', because: 'later' };
  return { kind: 'close', state, lastDay: addDays(day, -1) };
}

/**
 * Correcting a row's first or last day moves the end of the neighbour that adjoined it, so that correcting the day
 * of a change neither tears a hole nor makes two rows hold at once.
 */
export function neighbourShifts<State extends DayRange>(
  states: readonly State[],
  corrected: State,
  to: DayRange,
): { state: State; firstDay: string; lastDay: string | null }[] {
  const shifts: { state: State; firstDay: string; lastDay: string | null }[] = [];
  const sorted = inOrder(states);
  const place = sorted.indexOf(corrected);
  const before = sorted[place - 1];
  const after = sorted[place + 1];
  if (before !== undefined && to.firstDay !== corrected.firstDay && adjoin(before, corrected)) {
    shifts.push({ state: before, firstDay: before.firstDay, lastDay: addDays(to.firstDay, -1) });
  }
  if (
    after !== undefined &&
    to.lastDay !== null &&
    to.lastDay !== corrected.lastDay &&
    adjoin(corrected, after)
  ) {
    shifts.push({ state: after, firstDay: addDays(to.lastDay, 1), lastDay: after.lastDay });
  }
  return shifts;
}

/**
 * Taking a row out of the history, as if that change had never been: the row before it goes on to its end, or the
 * one after it begins where it began. undefined for the only row: then the organization itself is to be removed.
 */
export function planRemoval<State extends DayRange>(
  states: readonly State[],
  removed: State,
): { state: State; firstDay: string; lastDay: string | null } | null | undefined {
  if (states.length < 2) return undefined;
  const sorted = inOrder(states);
  const place = sorted.indexOf(removed);
  const before = sorted[place - 1];
  if (before !== undefined && adjoin(before, removed)) {
    return { state: before, firstDay: before.firstDay, lastDay: removed.lastDay };
  }
  const after = sorted[place + 1];
  if (after !== undefined && adjoin(removed, after)) {
    return { state: after, firstDay: removed.firstDay, lastDay: after.lastDay };
  }
  return null;
}

function adjoin(earlier: DayRange, later: DayRange): boolean {
  return earlier.lastDay !== null && addDays(earlier.lastDay, 1) === later.firstDay;
}
