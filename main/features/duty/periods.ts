import { v7 } from 'uuid';
import type { duty as contract, DutyPeriodFields } from '#shared/contract/duty.ts';
import type { DutyPeriod } from '#shared/contract/duty-views.ts';
import { AppError } from '#shared/errors.ts';
import { daysOf, inOrder, placesOf } from '#shared/rules/duty/shifts.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import {
  allPeriods,
  assignmentsOfPeriod,
  periodByUid,
  type PeriodRecord,
  periodsBetween,
  reportersOfPeriod,
  reportUse,
  shiftsOfPeriod,
  shiftUse,
} from './queries.ts';

type Names = 'periods' | 'addPeriod' | 'updatePeriod' | 'removePeriod';

/** A shift's own days lie a few weeks to some months ahead; a longer one would be no roster any more. */
const MOST_DAYS = 400;

export const periodHandlers: Pick<Handlers<typeof contract>, Names> = {
  periods: (_input, { db }) =>
    db.all(allPeriods).map((record) => {
      const { uid, kind, name, firstDay, lastDay, shifts } = periodOf(db, record);
      const filled = db.all(assignmentsOfPeriod, { periodId: record.id }).length;
      const places = placesOf(daysOf(firstDay, lastDay), shifts).length;
      return { uid, kind, name, firstDay, lastDay, places, filled };
    }),

  addPeriod(fields, { db, summarize }) {
    requireSound(db, fields, null);
    const uid = v7();
    const id = db.insert('duty_period', { uid, ...columnsOf(fields) });
    for (const shift of fields.shifts) db.insert('duty_shift', { period_id: id, ...shiftColumnsOf(shift) });
    writeReporters(db, id, fields.reporterUids);
    summarize(fields.name);
    return { uid };
  },

  updatePeriod({ uid, base, set }, { db, summarize }) {
    const record = requirePeriod(db, uid);
    const stored = fieldsOf(periodOf(db, record));
    const fields = { ...stored, ...decidePatch<DutyPeriodFields>(stored, base, set) };
    requireSound(db, fields, record.id);
    db.update('duty_period', record.id, columnsOf(fields));
    writeShifts(db, record.id, fields.shifts);
    writeReporters(db, record.id, fields.reporterUids);
    dropOutside(db, record.id, fields);
    summarize(fields.name);
    return { uid };
  },

  removePeriod({ uid }, { db, summarize }) {
    const { id, name } = requirePeriod(db, uid);
    for (const shift of db.all(shiftsOfPeriod, { periodId: id })) refuseUsedShift(db, shift);
    if (db.get(reportUse, { periodId: id })?.used === 1)
      throw new AppError('inUse', { what: `“${name}”`, by: '每日报告' });
    db.remove('duty_period', id);
    summarize(name);
    return { uid };
  },
};

/** @throws AppError notFound */
export function requirePeriod(db: ReadStore, uid: string): PeriodRecord {
  const record = db.get(periodByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个值班时段' });
  return record;
}

export function periodOf(db: ReadStore, record: PeriodRecord): DutyPeriod {
  return {
    uid: record.uid,
    kind: record.kind,
    name: record.name,
    firstDay: record.first_day,
    lastDay: record.last_day,
    place: record.place,
    phone: record.phone,
    fax: record.fax,
    reportDue: record.report_due,
    reportTo: record.report_to,
    note: record.note,
    shifts: db.all(shiftsOfPeriod, { periodId: record.id }).map((shift) => ({
      uid: shift.uid,
      name: shift.name,
      startsAt: shift.starts_at,
      leaders: shift.leaders,
      officers: shift.officers,
    })),
    reporterUids: db.all(reportersOfPeriod, { periodId: record.id }).map((reporter) => reporter.uid),
  };
}

function fieldsOf({ uid: _uid, ...period }: DutyPeriod): DutyPeriodFields {
  return period;
}

function columnsOf(fields: DutyPeriodFields) {
  return {
    kind: fields.kind,
    name: fields.name,
    first_day: fields.firstDay,
    last_day: fields.lastDay,
    place: fields.place,
    phone: fields.phone,
    fax: fields.fax,
    report_due: fields.reportDue,
    report_to: fields.reportTo,
    note: fields.note,
  };
}

function shiftColumnsOf({ name, startsAt, leaders, officers }: DutyPeriodFields['shifts'][number]) {
  return { name, starts_at: startsAt, leaders, officers };
}

function requireSound(db: ReadStore, fields: DutyPeriodFields, ownId: number | null): void {
  const { firstDay, lastDay, shifts } = fields;
  const refuse = (reason: string): never => {
    throw new AppError('refused', { reason });
  };
  if (lastDay < firstDay) refuse('结束日期不能早于开始日期，请改正。');
  if (daysOf(firstDay, lastDay).length > MOST_DAYS) refuse(`一个时段最多 ${MOST_DAYS} 天，请分成几个时段。`);
  if (new Set(shifts.map(({ startsAt }) => startsAt)).size < shifts.length)
    refuse('有两个班次的接班时间相同，请改成不同的时间。');
  if (shifts.every(({ leaders, officers }) => leaders + officers === 0))
    refuse('每班至少要有一名带班领导或值班人员，请填写人数。');
  const other = db.all(periodsBetween, { from: firstDay, to: lastDay }).find(({ id }) => id !== ownId);
  if (other !== undefined)
    refuse(
      `与“${other.name}”（${other.first_day} 至 ${other.last_day}）的日子重叠。一天只能在一个时段里，请改日期；平时的时段可以在节假日前后分成两段。`,
    );
}

function refuseUsedShift(db: ReadStore, { id, name }: { id: number; name: string }): void {
  if (db.get(shiftUse, { shiftId: id })?.used === 1)
    throw new AppError('inUse', { what: `班次“${name}”`, by: '值班日志' });
}

function writeShifts(db: WriteStore, periodId: number, wanted: DutyPeriodFields['shifts']): void {
  const stored = db.all(shiftsOfPeriod, { periodId });
  for (const shift of stored.filter(({ uid }) => wanted.every((each) => each.uid !== uid))) {
    refuseUsedShift(db, shift);
    db.remove('duty_shift', shift.id);
  }
  const kept = inOrder(wanted.map((shift) => ({ ...shift, uid: shift.uid ?? '' }))).map((shift) => ({
    shift,
    row: stored.find(({ uid }) => uid === shift.uid),
  }));
  // Two that change places would meet on one hour: each gets out of the way first.
  for (const { shift, row } of kept)
    if (row !== undefined && row.starts_at !== shift.startsAt)
      db.update('duty_shift', row.id, { starts_at: `~${row.uid}` });
  for (const { shift, row } of kept) {
    if (row === undefined) db.insert('duty_shift', { period_id: periodId, ...shiftColumnsOf(shift) });
    else db.update('duty_shift', row.id, shiftColumnsOf(shift));
  }
}

function writeReporters(db: WriteStore, periodId: number, uids: readonly string[]): void {
  const stored = db.all(reportersOfPeriod, { periodId });
  for (const { id, uid } of stored) if (!uids.includes(uid)) db.remove('duty_reporter', id);
  const known = new Set(stored.map(({ uid }) => uid));
  for (const uid of new Set(uids)) {
    if (known.has(uid)) continue;
    db.insert('duty_reporter', { period_id: periodId, organization_id: requireOrganization(db, uid).id });
  }
}

/** What stood on days or places that there no longer are. */
function dropOutside(db: WriteStore, periodId: number, { firstDay, lastDay }: DutyPeriodFields): void {
  const shifts = new Map(db.all(shiftsOfPeriod, { periodId }).map((shift) => [shift.id, shift]));
  for (const held of db.all(assignmentsOfPeriod, { periodId })) {
    const shift = shifts.get(held.shift_id);
    const most = held.role === 'leader' ? shift?.leaders : shift?.officers;
    if (held.day < firstDay || held.day > lastDay || held.place > (most ?? 0))
      db.remove('duty_assignment', held.id);
  }
}
