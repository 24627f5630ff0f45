import { addDays } from '../../calendar/days.ts';
import { ordersBetween } from '../organizations/order.ts';
import type { Holding } from './model.ts';

/*
 * From the roster that holds to the one that is wanted from a day on: which appointments end, which begin. What
 * does not change is left alone, so that the roster of every earlier day stays as it was, order included.
 */

/** An appointment that holds on the day of the change. */
export interface HeldAppointment extends Holding {
  uid: string;
  firstDay: string;
  order: number;
}

export interface WantedEntry extends Holding {
  /** The appointment that goes on; null: a new one. */
  appointmentUid: string | null;
}

export interface RosterPlan<Wanted extends WantedEntry> {
  /** Last days of appointments that end. */
  ends: { uid: string; lastDay: string }[];
  /** Appointments that would end before their first day: they never came about. */
  removes: string[];
  opens: { entry: Wanted; order: number }[];
}

/**
 * @param held of one committee, in protocol order
 * @param wanted in protocol order; only the order within one position means anything
 * @returns null where the numbers of the order leave no room: then all are numbered anew first
 */
export function planRoster<Wanted extends WantedEntry>(
  held: readonly HeldAppointment[],
  wanted: readonly Wanted[],
  day: string,
): RosterPlan<Wanted> | null {
  const byUid = new Map(held.map((appointment) => [appointment.uid, appointment]));
  const kept = new Set<string>();
  const opens: RosterPlan<Wanted>['opens'] = [];
  for (const entries of Map.groupBy(wanted, ({ positionUid }) => positionUid).values()) {
    const lines = entries.map((entry) => {
      const appointment = byUid.get(entry.appointmentUid ?? '');
      return { entry, appointment: appointment && sameHolding(appointment, entry) ? appointment : null };
    });
    const staying = longestRising(lines.map(({ appointment }) => appointment?.order ?? null));
    for (const place of staying) kept.add(lines[place]?.appointment?.uid ?? '');
    const newcomers = openedLines(lines, new Set(staying));
    if (newcomers === null) return null;
    opens.push(...newcomers);
  }
  const leaving = held.filter(({ uid }) => !kept.has(uid));
  const lastDay = addDays(day, -1);
  return {
    ends: leaving.filter(({ firstDay }) => firstDay < day).map(({ uid }) => ({ uid, lastDay })),
    removes: leaving.filter(({ firstDay }) => firstDay >= day).map(({ uid }) => uid),
    opens,
  };
}

/** Same person, position, unit, post and standing-in; nothing would change on paper. */
export function sameHolding(one: Holding, other: Holding): boolean {
  return (
    one.personUid === other.personUid &&
    one.positionUid === other.positionUid &&
    sameUnit(one, other) &&
    one.post === other.post &&
    one.substitute === other.substitute &&
    one.substituteForUid === other.substituteForUid &&
    one.note === other.note
  );
}

/** The name of an organization changes by itself; only which one it is matters. */
function sameUnit(
  one: Pick<Holding, 'organizationUid' | 'unit'>,
  other: Pick<Holding, 'organizationUid' | 'unit'>,
): boolean {
  if (one.organizationUid !== null || other.organizationUid !== null)
    return one.organizationUid === other.organizationUid;
  return one.unit === other.unit;
}

function openedLines<Entry>(
  lines: readonly { entry: Entry; appointment: { order: number } | null }[],
  staying: ReadonlySet<number>,
): { entry: Entry; order: number }[] | null {
  const opened: { entry: Entry; order: number }[] = [];
  let before: number | null = null;
  let waiting: Entry[] = [];
  for (const [place, { entry, appointment }] of [...lines, { entry: null, appointment: null }].entries()) {
    const end = place === lines.length;
    if (!end && !staying.has(place)) {
      if (entry !== null) waiting.push(entry);
      continue;
    }
    const orders = ordersBetween(before, appointment?.order ?? null, waiting.length);
    if (orders === null && waiting.length > 0) return null;
    opened.push(...waiting.map((each, index) => ({ entry: each, order: orders?.[index] ?? 0 })));
    waiting = [];
    before = appointment?.order ?? before;
  }
  return opened;
}

/** Places of a longest strictly rising run of numbers, nulls left out: those need not be moved. */
function longestRising(numbers: readonly (number | null)[]): number[] {
  const best: { length: number; previous: number }[] = [];
  let last = -1;
  for (const [place, number] of numbers.entries()) {
    best[place] = { length: 0, previous: -1 };
    if (number === null) continue;
    let found = { length: 1, previous: -1 };
    for (let earlier = 0; earlier < place; earlier += 1) {
      const smaller = numbers[earlier] ?? null;
      const length = best[earlier]?.length ?? 0;
      if (smaller !== null && smaller < number && length + 1 > found.length)
        found = { length: length + 1, previous: earlier };
    }
    best[place] = found;
    if (last === -1 || found.length > (best[last]?.length ?? 0)) last = place;
  }
  const places: number[] = [];
  for (let place = last; place >= 0; place = best[place]?.previous ?? -1) places.unshift(place);
  return places;
}
