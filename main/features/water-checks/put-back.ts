import type { LedgerValue } from '#shared/rules/ledgers/definition.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { LedgerWriter } from '#main/features/ledgers/index.ts';
import { type CheckRecord, checksOfSource } from './queries.ts';

/* A removed check takes back what it said of its source. */

type Removed = CheckRecord & { source_uid: string };
interface Said {
  /** Of the source. */
  key: 'state' | 'pressure' | 'sign' | 'checkedOn';
  found: keyof CheckRecord;
  before: 'state_before' | 'pressure_before' | 'sign_before' | 'checked_before';
}

const said: readonly Said[] = [
  { key: 'state', found: 'state', before: 'state_before' },
  { key: 'pressure', found: 'pressure', before: 'pressure_before' },
  { key: 'sign', found: 'sign', before: 'sign_before' },
  { key: 'checkedOn', found: 'day', before: 'checked_before' },
];

/** @param removed no longer stored */
export function putBack(db: WriteStore, removed: Removed, writer: LedgerWriter): void {
  const left = db.all(checksOfSource, { sourceUid: removed.source_uid });
  passOn(db, removed, left);
  const { values } = writer.read(removed.source_uid);
  if (values['checkedOn'] !== removed.day) return;
  // What somebody has written over it since stays.
  const taken = said.filter(({ key, found }) => removed[found] !== null && values[key] === removed[found]);
  writer.set(
    removed.source_uid,
    Object.fromEntries(taken.map((field) => [field.key, beforeIt(removed, left, field)])),
  );
}

/** Checks entered since, even of earlier days, may tell; else what stood when the removed one was entered. */
function beforeIt(removed: Removed, left: readonly CheckRecord[], { found, before }: Said): LedgerValue {
  if (!left.some(({ id }) => id > removed.id)) return removed[before];
  return left.map((check) => check[found]).find((value) => value !== null) ?? removed[before];
}

/** The check entered next stood on the removed one and now stands on what that stood on. */
function passOn(db: WriteStore, removed: Removed, left: readonly CheckRecord[]): void {
  const next = left.filter(({ id }) => id > removed.id).toSorted((one, other) => one.id - other.id)[0];
  if (next === undefined) return;
  const passed = said.filter(
    ({ found, before }) => removed[found] !== null && next[before] === removed[found],
  );
  if (passed.length === 0) return;
  const columns = Object.fromEntries(passed.map(({ before }) => [before, removed[before]]));
  db.update('water_check', next.id, columns);
}
