import { shortDay } from '#shared/calendar/days.ts';
import { v7 } from 'uuid';
import type { dutyLog as contract } from '#shared/contract/duty-log.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { entriesWith, handoverOf, openEntries } from './log-queries.ts';
import { entryRows, requireEntry } from './log-rows.ts';
import { logSheet } from './log-sheet.ts';
import { periodsBetween, shiftByUid, type ShiftRecord } from './queries.ts';
import { reportHandlers } from './reports.ts';
import { findShift, logView } from './shift-log.ts';
import { dutyToday } from './today.ts';

/** A summary says what a matter begins with. */
const SHORT = 30;

/** Duty log (值班日志), daily reports, and what 首页 says of both. */
export const dutyLog: Handlers<typeof contract> = {
  ...reportHandlers,

  shift(named, { db, now }) {
    const found = findShift(db, named, now);
    return found === null ? null : logView(db, found);
  },

  sheet: (days, { db }) => logSheet(db, days),

  entry({ uid }, { db }) {
    const [row] = entryRows(db, [requireEntry(db, uid)]);
    if (row === undefined) throw new AppError('notFound', { what: '这件值班事项' });
    return row;
  },

  open: (_input, { db }) => entryRows(db, db.all(openEntries)),

  find: ({ text, limit }, { db }) =>
    text === '' ? [] : entryRows(db, db.all(entriesWith, { part: text, limit })),

  today: (_input, context) => dutyToday(context),

  addEntry({ day, shiftUid, handling, isClosed, ...fields }, { db, caller, today, summarize }) {
    if (isClosed && handling === '')
      throw new AppError('refused', { reason: '请写明怎样处理的，再登记为已办结。' });
    const shift = requireShiftOn(db, shiftUid, day);
    const uid = v7();
    const id = db.insert('duty_entry', {
      uid,
      shift_id: shift.id,
      day,
      came_at: fields.cameAt,
      sender: fields.sender,
      matter: fields.matter,
      recorded_by: caller.userName,
      closed_on: isClosed ? day : null,
    });
    if (handling !== '')
      db.insert('duty_entry_step', {
        entry_id: id,
        day: day > today ? today : day,
        at: fields.cameAt,
        text: handling,
        person: caller.userName,
      });
    summarize(shortened(fields.matter));
    return { uid };
  },

  updateEntry({ uid, base, set }, { db, summarize }) {
    const record = requireEntry(db, uid);
    const stored = { cameAt: record.came_at, sender: record.sender, matter: record.matter };
    const fields = { ...stored, ...decidePatch<typeof stored>(stored, base, set) };
    db.update('duty_entry', record.id, {
      came_at: fields.cameAt,
      sender: fields.sender,
      matter: fields.matter,
    });
    summarize(shortened(fields.matter));
    return { uid };
  },

  removeEntry({ uid }, { db, summarize }) {
    const { id, matter } = requireEntry(db, uid);
    db.remove('duty_entry', id);
    summarize(shortened(matter));
    return { uid };
  },

  addStep({ entryUid, day, at, text, isClosed }, { db, caller, summarize }) {
    const entry = requireEntry(db, entryUid);
    if (entry.closed_on !== null)
      throw new AppError('refused', { reason: '这件事项已办结，要接着办请先点“重新办理”。' });
    if (day < entry.day)
      throw new AppError('refused', { reason: `处理日期不能早于${shortDay(entry.day)}登记的那天，请改正。` });
    const uid = v7();
    db.insert('duty_entry_step', { uid, entry_id: entry.id, day, at, text, person: caller.userName });
    if (isClosed) db.update('duty_entry', entry.id, { closed_on: day });
    summarize(`${shortened(entry.matter)}${isClosed ? '：办结' : ''}`);
    return { uid };
  },

  reopen({ uid }, { db, summarize }) {
    const { id, matter } = requireEntry(db, uid);
    db.update('duty_entry', id, { closed_on: null });
    summarize(shortened(matter));
    return { uid };
  },

  handOver({ day, shiftUid, ...fields }, { db, summarize }) {
    const shift = requireShiftOn(db, shiftUid, day);
    const open = db
      .all(openEntries)
      .filter((entry) => entry.day < day || (entry.day === day && entry.shift_id === shift.id))
      .map(({ uid }) => uid);
    const columns = {
      handed_by: fields.handedBy,
      taken_by: fields.takenBy,
      handed_at: fields.handedAt,
      weather: fields.weather,
      note: fields.note,
      open_entries: JSON.stringify(open),
    };
    const stored = db.get(handoverOf, { shiftId: shift.id, day });
    const uid = stored?.uid ?? v7();
    if (stored === undefined) db.insert('duty_handover', { uid, shift_id: shift.id, day, ...columns });
    else db.update('duty_handover', stored.id, columns);
    summarize(`${shortDay(day)} ${fields.handedBy} → ${fields.takenBy}，移交未办结 ${open.length} 件`);
    return { uid };
  },
};

/** @throws AppError notFound, refused */
function requireShiftOn(db: ReadStore, shiftUid: string, day: string): ShiftRecord {
  const shift = db.get(shiftByUid, { uid: shiftUid });
  if (shift === undefined) throw new AppError('notFound', { what: '这个班次' });
  const [period] = db.all(periodsBetween, { from: day, to: day });
  if (period?.id !== shift.period_id)
    throw new AppError('refused', { reason: `${day} 不在这个值班时段里，请先在“值班表”里安排。` });
  return shift;
}

function shortened(matter: string): string {
  return matter.length > SHORT ? `${matter.slice(0, SHORT)}…` : matter;
}
