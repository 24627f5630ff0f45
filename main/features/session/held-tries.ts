import { type LockState, lockState } from '#shared/rules/users/lock-out.ts';
import type { SecuritySettings } from '#shared/rules/users/security.ts';

/* Wrong tries while the store takes no writes, and so the log, from which they are counted, no lines. */

const wrongTries = new Map<string, number[]>();

export function noteHeldTry(userUid: string, isRight: boolean, now: number): void {
  if (isRight) wrongTries.delete(userUid);
  else wrongTries.set(userUid, [...(wrongTries.get(userUid) ?? []), now]);
}

/** @param logged by the log's own count */
export function withHeldTries(
  userUid: string,
  logged: LockState,
  settings: SecuritySettings,
  now: number,
): LockState {
  const held = lockState(wrongTries.get(userUid) ?? [], settings, now);
  return { left: Math.min(logged.left, held.left), until: logged.until ?? held.until };
}
