import type { DutyEntry } from '#shared/contract/duty-log.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { entryByUid, type EntryRecord, stepsOfEntries } from './log-queries.ts';

export function entryRows(db: ReadStore, records: readonly EntryRecord[]): DutyEntry[] {
  const ids = JSON.stringify(records.map(({ id }) => id));
  const steps = Map.groupBy(db.all(stepsOfEntries, { ids }), (step) => step.entry_id);
  return records.map((record) => ({
    uid: record.uid,
    day: record.day,
    shiftUid: record.shift_uid,
    shiftName: record.shift_name,
    cameAt: record.came_at,
    sender: record.sender,
    matter: record.matter,
    recordedBy: record.recorded_by,
    closedOn: record.closed_on,
    steps: (steps.get(record.id) ?? []).map(({ uid, day, at, text, person }) => ({
      uid,
      day,
      at,
      text,
      person,
    })),
  }));
}

/** @throws AppError notFound */
export function requireEntry(db: ReadStore, uid: string): EntryRecord {
  const record = db.get(entryByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这件值班事项' });
  return record;
}
