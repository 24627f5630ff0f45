import { hash } from 'node:crypto';
import { type GroupInputs, type ScoredGroup, scoredGroup } from './load-group.ts';

/** Five years of quarters with some groups each. */
const KEPT_GROUPS = 100;

/**
 * What is worked out of a group's scores, kept in this thread by a fingerprint of everything that it hangs on: a group
 * that is as it was need not be scored again. What is kept must be small, and must not be changed by who gets it.
 */
export function derivedOfGroup<Result>(work: (group: ScoredGroup) => Result): (group: GroupInputs) => Result {
  const kept = new Map<string, { result: Result }>();
  return (group) => {
    const print = fingerprintOf(group);
    const known = kept.get(print) ?? { result: work(scoredGroup(group)) };
    kept.delete(print);
    kept.set(print, known);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_GROUPS && oldest !== undefined) kept.delete(oldest);
    return known.result;
  };
}

function fingerprintOf({ row, scheme, objects, keys, packed }: GroupInputs): string {
  const frame = JSON.stringify([row, scheme, objects, keys]);
  return hash('sha256', `${frame}\n${packed.map(({ uid, entries }) => `${uid}\n${entries}`).join('\n')}`);
}
