import type { SecuritySettings } from './security.ts';

export interface LockState {
  /** Tries that are left; 0 while locked out. */
  left: number;
  /** Instant at which it ends; null: not locked out. */
  until: number | null;
}

const MINUTE = 60_000;

/**
 * Instants in the order in which things happened, none later than the next one: a clock that was set back must not make
 * a lock last until the clock is there again, nor keep later tries from counting.
 * @param failures the first first @param latest known to be no earlier than the last of them
 */
export function withoutJumps(failures: readonly number[], latest: number): number[] {
  let bound = latest;
  return failures
    .toReversed()
    .map((at) => {
      bound = Math.min(bound, at);
      return bound;
    })
    .toReversed();
}

/**
 * Whether so many wrong tries lock a user out. What is tried while locked out is not looked at and does not count;
 * when it has ended the count begins anew.
 * @param failures instants of the wrong tries since the last right one, the oldest first
 */
export function lockState(
  failures: readonly number[],
  { lockTries, lockMinutes }: Pick<SecuritySettings, 'lockTries' | 'lockMinutes'>,
  now: number,
): LockState {
  let count = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const at of failures) {
    if (at < until) continue;
    count += 1;
    if (count < lockTries) continue;
    until = at + lockMinutes * MINUTE;
    count = 0;
  }
  return now < until ? { left: 0, until } : { left: lockTries - count, until: null };
}
