import { createHash } from 'node:crypto';
import { lastHead } from '#main/core/store/log-queries.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type GroupInputs, loadInputs, type ScoredGroup, scoredGroup } from './load-group.ts';
import type { GroupRow, PeriodRow } from './queries.ts';

/** Five years of quarters with some groups each. */
const KEPT_GROUPS = 100;

/**
 * What is worked out of a group's scores, kept in this thread: of a final period by its fingerprint, with which alone
 * it changes; of an open one by a fingerprint of everything that it hangs on, so that a group that is as it was need
 * not be scored again. As long as nothing at all was written, its scores are not even read again.
 * What is kept must be small, and must not be changed by who gets it.
 */
export function derivedInPeriod<Result>(
  work: (group: ScoredGroup) => Result,
  mostKept = KEPT_GROUPS,
): (db: ReadStore, row: GroupRow, period: PeriodRow) => Result {
  const kept = latestKept<Result>(mostKept);
  const sinceLastWrite = latestKept<Result>(mostKept);

  function ofOpen(db: ReadStore, row: GroupRow, period: PeriodRow): Result {
    const inputs = loadInputs(db, row, period);
    return kept(fingerprintOf(inputs), () => work(scoredGroup(inputs)));
  }

  return (db, row, period) => {
    if (period.fingerprint !== null) {
      const key = `${row.uid} ${period.fingerprint}`;
      return kept(key, () => work(scoredGroup(loadInputs(db, row, period))));
    }
    // The hash of the log's last line stands for all that was ever written; while a line is open it has none.
    const written = db.get(lastHead)?.hash ?? null;
    if (written === null) return ofOpen(db, row, period);
    return sinceLastWrite(`${row.uid} ${written}`, () => ofOpen(db, row, period));
  };
}

/** Keeps what was made for the keys asked for last. */
export function latestKept<Value>(most = KEPT_GROUPS): (key: string, make: () => Value) => Value {
  const kept = new Map<string, { value: Value }>();
  return (key, make) => {
    const known = kept.get(key) ?? { value: make() };
    kept.delete(key);
    kept.set(key, known);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return known.value;
  };
}

function fingerprintOf({ row, scheme, objects, keys, packed }: GroupInputs): string {
  const sum = createHash('sha256').update(JSON.stringify([row, scheme, objects, keys]));
  return packed.reduce((so, { uid, entries }) => so.update(`\n${uid}\n`).update(entries), sum).digest('hex');
}
