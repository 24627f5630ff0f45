import { createHash } from 'node:crypto';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type GroupInputs, loadInputs, type ScoredGroup, scoredGroup } from './load-group.ts';
import type { GroupRow, PeriodRow } from './queries.ts';

/** Five years of quarters with some groups each. */
const KEPT_GROUPS = 100;

/**
 * What is worked out of a group's scores, kept in this thread by a fingerprint of everything that it hangs on: a group
 * that is as it was need not be scored again. What is kept must be small, and must not be changed by who gets it.
 */
export function derivedOfGroup<Result>(
  work: (group: ScoredGroup) => Result,
  mostKept = KEPT_GROUPS,
): (group: GroupInputs) => Result {
  const kept = latestKept<Result>(mostKept);
  return (group) => kept(fingerprintOf(group), () => work(scoredGroup(group)));
}

/** The same, but of a final period, which changes only with its fingerprint, the scores are not even read again. */
export function derivedInPeriod<Result>(
  work: (group: ScoredGroup) => Result,
  mostKept = KEPT_GROUPS,
): (db: ReadStore, row: GroupRow, period: PeriodRow) => Result {
  const ofOpen = derivedOfGroup(work, mostKept);
  const ofFinal = latestKept<Result>(mostKept);
  return (db, row, period) =>
    period.fingerprint === null
      ? ofOpen(loadInputs(db, row, period))
      : ofFinal(`${row.uid} ${period.fingerprint}`, () => work(scoredGroup(loadInputs(db, row, period))));
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
