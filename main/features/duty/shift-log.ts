import dayjs from 'dayjs';
import { addDays, daysBetween } from '#shared/calendar/days.ts';
import type { DutyHandover, LogView, ShiftLog, ShiftPlace } from '#shared/contract/duty-log.ts';
import type { DutyPeriod } from '#shared/contract/duty-views.ts';
import type { DutyShift } from '#shared/rules/duty/model.ts';
import { shiftAt, shiftHours } from '#shared/rules/duty/shifts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { entriesBefore, entriesOfShift, handoverOf } from './log-queries.ts';
import { entryRows } from './log-rows.ts';
import { periodOf } from './periods.ts';
import { assignmentsBetween, periodBefore, periodsBetween, shiftByUid } from './queries.ts';

interface FoundShift {
  period: DutyPeriod;
  shift: DutyShift;
  day: string;
}

/** The shift that is named, that is on now, or the last one before. */
export function findShift(
  db: ReadStore,
  named: { day: string | null; shiftUid: string | null },
  now: number,
): FoundShift | null {
  if (named.day !== null) return shiftOfDay(db, named.day, named.shiftUid);
  const today = dayjs(now).format('YYYY-MM-DD');
  return shiftNow(db, now) ?? lastShiftBefore(db, today);
}

export function shiftNow(db: ReadStore, now: number): FoundShift | null {
  const today = dayjs(now).format('YYYY-MM-DD');
  const time = dayjs(now).format('HH:mm');
  // Until the day's first shift begins, the last one of the day before goes on.
  const period = periodOn(db, today);
  const at = period === null ? null : shiftAt(period.shifts, today, time);
  if (period !== null && at?.day === today) return { period, ...at };
  const day = addDays(today, -1);
  const before = periodOn(db, day);
  const shift = before?.shifts.at(-1);
  const end = before?.shifts[0]?.startsAt ?? '';
  return before === null || shift === undefined || time >= end ? null : { period: before, shift, day };
}

function periodOn(db: ReadStore, day: string): DutyPeriod | null {
  const [record] = db.all(periodsBetween, { from: day, to: day });
  return record === undefined ? null : periodOf(db, record);
}

function shiftOfDay(db: ReadStore, day: string, shiftUid: string | null): FoundShift | null {
  const period = periodOn(db, day);
  const shift = period?.shifts.find(({ uid }) => uid === shiftUid) ?? period?.shifts[0];
  return period === null || shift === undefined ? null : { period, shift, day };
}

/** Every shift of the days, in their order. */
export function shiftsOfDays(db: ReadStore, from: string, to: string): FoundShift[] {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, count) => addDays(from, count));
  return days.flatMap((day) => {
    const period = periodOn(db, day);
    return period === null ? [] : period.shifts.map((shift) => ({ period, shift, day }));
  });
}

function lastShiftBefore(db: ReadStore, day: string): FoundShift | null {
  const record = db.get(periodBefore, { day });
  if (record === undefined) return null;
  const period = periodOf(db, record);
  const shift = period.shifts.at(-1);
  return shift === undefined ? null : { period, shift, day: period.lastDay };
}

export function logView(db: ReadStore, found: FoundShift): LogView {
  const { period, day } = found;
  const at = period.shifts.indexOf(found.shift);
  const nextDay = addDays(day, 1);
  const dayBefore = addDays(day, -1);
  const [before, after] = [period.shifts[at - 1], period.shifts[at + 1]];
  const place = (on: string, which: 'first' | 'last'): ShiftPlace | null => {
    const shifts = periodOn(db, on)?.shifts ?? [];
    const shift = which === 'first' ? shifts[0] : shifts.at(-1);
    return shift === undefined ? null : { day: on, shiftUid: shift.uid };
  };
  return {
    shift: shiftLog(db, found),
    before: before === undefined ? place(dayBefore, 'last') : { day, shiftUid: before.uid },
    next: after === undefined ? place(nextDay, 'first') : { day, shiftUid: after.uid },
  };
}

export function shiftLog(db: ReadStore, { period, shift, day }: FoundShift): ShiftLog {
  const shiftId = db.get(shiftByUid, { uid: shift.uid })?.id ?? 0;
  const held = db
    .all(assignmentsBetween, { from: day, to: day })
    .filter((each) => each.shift_uid === shift.uid);
  const namesOf = (role: 'leader' | 'officer') =>
    held.filter((each) => each.role === role).map((each) => each.person_name);
  return {
    periodUid: period.uid,
    periodName: period.name,
    day,
    shiftUid: shift.uid,
    shiftName: shift.name,
    hours: shiftHours(period.shifts, shift.uid),
    leaders: namesOf('leader'),
    officers: namesOf('officer'),
    entries: entryRows(db, db.all(entriesOfShift, { shiftId, day })),
    handedDown: entryRows(db, db.all(entriesBefore, { day, startsAt: shift.startsAt })),
    handover: handover(db, shiftId, day),
  };
}

function handover(db: ReadStore, shiftId: number, day: string): DutyHandover | null {
  const row = db.get(handoverOf, { shiftId, day });
  if (row === undefined) return null;
  const open: unknown = JSON.parse(row.open_entries);
  return {
    uid: row.uid,
    handedBy: row.handed_by,
    takenBy: row.taken_by,
    handedAt: row.handed_at,
    weather: row.weather,
    note: row.note,
    openCount: Array.isArray(open) ? open.length : 0,
  };
}
