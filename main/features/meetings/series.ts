import { v7 } from 'uuid';
import type { MeetingSeries, meetings as contract } from '#shared/contract/meetings.ts';
import { AppError } from '#shared/errors.ts';
import { nextDueDay } from '#shared/rules/meetings/rhythm.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allSeries, meetingsOfSeries, type SeriesRow } from './queries.ts';
import { requireSeries } from './require.ts';

type Names = 'series' | 'addSeries' | 'updateSeries' | 'removeSeries';
type Fields = Pick<
  MeetingSeries,
  'name' | 'kind' | 'committeeUid' | 'everyMonths' | 'noticeDays' | 'place' | 'chair'
>;

/** Series of meetings with their rhythm. */
export const seriesHandlers: Pick<Handlers<typeof contract>, Names> = {
  series: (_input, { db, today }) => db.all(allSeries).map((row) => seriesOf(db, row, today)),

  addSeries(input, { db, summarize }) {
    refuseTakenName(db, input.name, null);
    const last = Math.max(0, ...db.all(allSeries).map(({ position }) => position));
    const uid = v7();
    db.insert('meeting_series', { uid, ...columnsOf(input), position: last + 1 });
    summarize(input.name);
    return { uid };
  },

  updateSeries({ uid, base, set }, { db, summarize }) {
    const row = requireSeries(db, uid);
    const changes = decidePatch<Fields>(fieldsOf(row), base, set);
    if (changes.name !== undefined) refuseTakenName(db, changes.name, uid);
    db.update('meeting_series', row.id, columnsOf(changes));
    summarize(changes.name ?? row.name);
    return { uid };
  },

  removeSeries({ uid }, { db, summarize }) {
    const row = requireSeries(db, uid);
    const count = db.all(meetingsOfSeries, { seriesId: row.id }).length;
    if (count > 0) throw new AppError('inUse', { what: row.name, by: `已有的 ${count} 次会议` });
    db.remove('meeting_series', row.id);
    summarize(row.name);
    return { uid };
  },
};

export function seriesOf(db: ReadStore, row: SeriesRow, today: string): MeetingSeries {
  const all = db.all(meetingsOfSeries, { seriesId: row.id }).filter(({ status }) => status !== 'cancelled');
  const lastHeld = all.findLast(({ status }) => status === 'held')?.day ?? null;
  const planned = all.find(({ status, day }) => status === 'planned' && day >= today);
  const isDue = row.every_months !== null && planned === undefined;
  return {
    uid: row.uid,
    ...fieldsOf(row),
    meetingCount: all.length,
    lastHeld,
    nextDue: isDue ? dueDay(lastHeld, row.every_months ?? 0, today) : null,
    planned: planned === undefined ? null : { uid: planned.uid, day: planned.day },
  };
}

/** A series that has never met is due now. */
function dueDay(lastHeld: string | null, everyMonths: number, today: string): string {
  return lastHeld === null ? today : nextDueDay(lastHeld, everyMonths);
}

function fieldsOf(row: SeriesRow): Fields {
  return {
    name: row.name,
    kind: row.kind,
    committeeUid: row.committee_uid,
    everyMonths: row.every_months,
    noticeDays: row.notice_days,
    place: row.place,
    chair: row.chair,
  };
}

function columnsOf(fields: Partial<Fields>) {
  const { name, kind, committeeUid, everyMonths, noticeDays, place, chair } = fields;
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(committeeUid === undefined ? {} : { committee_uid: committeeUid }),
    ...(everyMonths === undefined ? {} : { every_months: everyMonths }),
    ...(noticeDays === undefined ? {} : { notice_days: noticeDays }),
    ...(place === undefined ? {} : { place }),
    ...(chair === undefined ? {} : { chair }),
  };
}

function refuseTakenName(db: ReadStore, name: string, ownUid: string | null): void {
  const other = db.all(allSeries).find((row) => row.name === name);
  if (other !== undefined && other.uid !== ownUid) {
    throw new AppError('duplicate', { what: '会议系列', value: name });
  }
}
