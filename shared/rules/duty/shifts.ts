import { addDays } from '../../calendar/days.ts';
import { type DutyPlace, dutyRoles, type DutyShift, neededOn } from './model.ts';

/** An hour in the middle of the night: the shift that it falls into is the night's. */
const NIGHT = '02:00';

type Start = Pick<DutyShift, 'uid' | 'startsAt'>;

export function inOrder<Shift extends Start>(shifts: readonly Shift[]): Shift[] {
  return shifts.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

/** The shift of a time of day: the last one that has begun, else the last one of the day before. */
export function shiftAt<Shift extends Start>(
  shifts: readonly Shift[],
  day: string,
  time: string,
): { day: string; shift: Shift } | null {
  const ordered = inOrder(shifts);
  const begun = ordered.findLast(({ startsAt }) => startsAt <= time);
  const shift = begun ?? ordered.at(-1);
  if (shift === undefined) return null;
  return { day: begun === undefined ? addDays(day, -1) : day, shift };
}

/** The night shift: a day has one at most, and a shift of 24 hours is it. */
export function nightShift<Shift extends Start>(shifts: readonly Shift[]): Shift | null {
  return shiftAt(shifts, '2000-01-02', NIGHT)?.shift ?? null;
}

/** 08:30 to 08:30 of the next day. */
export function shiftHours(shifts: readonly Start[], uid: string): string {
  const ordered = inOrder(shifts);
  const at = ordered.findIndex((shift) => shift.uid === uid);
  const [shift, next] = [ordered[at], ordered[at + 1] ?? ordered[0]];
  if (shift === undefined || next === undefined) return '';
  return `${shift.startsAt}至${next.startsAt > shift.startsAt ? '' : '次日'}${next.startsAt}`;
}

/** Every place of a period, day by day and shift by shift, leaders first. */
export function placesOf(days: readonly string[], shifts: readonly DutyShift[]): DutyPlace[] {
  return days.flatMap((day) =>
    inOrder(shifts).flatMap((shift) =>
      dutyRoles.flatMap((role) =>
        Array.from({ length: neededOn(shift, role) }, (_, index) => ({
          day,
          shiftUid: shift.uid,
          role,
          place: index + 1,
        })),
      ),
    ),
  );
}

export function daysOf(firstDay: string, lastDay: string): string[] {
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(day);
  return days;
}
