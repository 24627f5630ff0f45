import { addDays, shortDay } from '#shared/calendar/days.ts';
import type { DutyCellChange, duty as contract } from '#shared/contract/duty.ts';
import type { DutyRoster } from '#shared/contract/duty-views.ts';
import { AppError } from '#shared/errors.ts';
import { dayClassOf } from '#shared/rules/duty/day-class.ts';
import {
  type DutyAround,
  type DutyCell,
  type DutyPlace,
  neededOn,
  placeKey,
  roleNames,
} from '#shared/rules/duty/model.ts';
import { daysOf, nightShift } from '#shared/rules/duty/shifts.ts';
import { violationsOf } from '#shared/rules/duty/violations.ts';
import type { Handlers, ReadContext, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { dutyPeople, requirePerson } from './people.ts';
import { periodOf, requirePeriod } from './periods.ts';
import {
  type AssignmentRecord,
  assignmentsBetween,
  assignmentsOfPeriod,
  type PeriodRecord,
  shiftsOfPeriod,
} from './queries.ts';
import { lateReportsOf } from './late-reports.ts';
import { swapRowsOf } from './swap-rows.ts';

type Names = 'roster' | 'assign' | 'accept';

export const rosterHandlers: Pick<Handlers<typeof contract>, Names> = {
  roster: ({ uid }, context) => rosterOf(context, requirePeriod(context.db, uid)),
  assign: (input, context) => changeCells(input, context),
  accept: (input, context) => changeCells(input, context),
};

export function rosterOf(
  context: Pick<ReadContext, 'db' | 'resourcesFolder' | 'now'>,
  record: PeriodRecord,
): DutyRoster {
  const { db, resourcesFolder, now } = context;
  const period = periodOf(db, record);
  const calendar = holidayCalendar(db, resourcesFolder);
  const classOf = dayClassOf(calendar);
  const named = new Map([
    ...calendar.publicHolidays.map(({ day, name }) => [day, name] as const),
    ...calendar.makeUpWorkdays.map(({ day }) => [day, '上班'] as const),
  ]);
  const late = lateReportsOf(db, [record], now);
  const people = dutyPeople(db);
  const cells = cellsOf(db, record.id);
  const around = aroundOf(db, record);
  return {
    period,
    days: daysOf(period.firstDay, period.lastDay).map((day) => ({
      day,
      dayClass: classOf(day),
      holiday: named.get(day) ?? '',
      lateReports: late.find((each) => each.day === day)?.names.length ?? 0,
    })),
    people,
    cells,
    around,
    violations: violationsOf({ cells, people, shifts: period.shifts, around }),
    swaps: swapRowsOf(db, record.id),
  };
}

export function cellsOf(db: ReadStore, periodId: number): DutyCell[] {
  return db.all(assignmentsOfPeriod, { periodId }).map(cellOf);
}

function cellOf(held: AssignmentRecord): DutyCell {
  return {
    day: held.day,
    shiftUid: held.shift_uid,
    role: held.role,
    place: held.place,
    personUid: held.person_uid,
    pinned: held.pinned === 1,
  };
}

/** Who is on duty on the day before a period and on the day after it. */
export function aroundOf(db: ReadStore, period: PeriodRecord): DutyAround[] {
  const nights = new Map<number, string | undefined>();
  const nightOf = (periodId: number): string | undefined => {
    if (!nights.has(periodId)) {
      const shifts = db.all(shiftsOfPeriod, { periodId });
      nights.set(
        periodId,
        nightShift(shifts.map((each) => ({ uid: each.uid, startsAt: each.starts_at })))?.uid,
      );
    }
    return nights.get(periodId);
  };
  return [addDays(period.first_day, -1), addDays(period.last_day, 1)].flatMap((day) =>
    db.all(assignmentsBetween, { from: day, to: day }).map((held) => ({
      personUid: held.person_uid,
      day,
      isNight: held.shift_uid === nightOf(held.period_id),
    })),
  );
}

function changeCells(
  { periodUid, cells }: { periodUid: string; cells: readonly DutyCellChange[] },
  { db, summarize }: WriteContext,
): { changed: number } {
  const record = requirePeriod(db, periodUid);
  const stored = storedCells(db, record.id);
  const shifts = new Map(db.all(shiftsOfPeriod, { periodId: record.id }).map((shift) => [shift.uid, shift]));
  for (const cell of cells) {
    const shift = shifts.get(cell.shiftUid);
    const isInPeriod = record.first_day <= cell.day && cell.day <= record.last_day;
    if (shift === undefined || !isInPeriod || cell.place > neededOn(shift, cell.role))
      throw new AppError('notFound', { what: `${shortDay(cell.day)}的这个班次` });
    requireUnchanged(stored.get(placeKey(cell)), cell);
  }
  const changed = cells.filter((cell) => {
    const held = stored.get(placeKey(cell));
    const isPinned = cell.pinned ? 1 : 0;
    if ((held?.person_uid ?? null) === cell.personUid && (held?.pinned ?? isPinned) === isPinned)
      return false;
    writeCell(db, held, cell, shifts.get(cell.shiftUid)?.id ?? 0);
    return true;
  });
  const [only] = changed;
  const what =
    only !== undefined && changed.length === 1
      ? ` ${shortDay(only.day)}${roleNames[only.role]}`
      : ` ${changed.length} 处`;
  summarize(`${record.name}${what}`);
  return { changed: changed.length };
}

export function storedCells(db: ReadStore, periodId: number): Map<string, AssignmentRecord> {
  return new Map(db.all(assignmentsOfPeriod, { periodId }).map((held) => [placeKey(cellOf(held)), held]));
}

function writeCell(
  db: WriteStore,
  held: AssignmentRecord | undefined,
  { personUid, pinned, ...place }: DutyPlace & { personUid: string | null; pinned: boolean },
  shiftId: number,
): void {
  if (personUid === null) {
    if (held !== undefined) db.remove('duty_assignment', held.id);
    return;
  }
  const columns = { person_id: requirePerson(db, personUid).id, pinned: pinned ? 1 : 0 };
  if (held !== undefined) db.update('duty_assignment', held.id, columns);
  else {
    const { day, role, place: number } = place;
    db.insert('duty_assignment', { shift_id: shiftId, day, role, place: number, ...columns });
  }
}

function requireUnchanged(
  held: AssignmentRecord | undefined,
  { day, seenUid, personUid }: DutyCellChange,
): void {
  const now = held?.person_uid ?? null;
  if (now === seenUid || now === personUid) return;
  throw new AppError('refused', {
    reason: `${shortDay(day)}的值班表刚被别人改过，现在是${held?.person_name ?? '空着的'}。请看过新的值班表再改。`,
  });
}
