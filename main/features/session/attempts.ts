/* How often somebody may guess: one try after another for each user, and after a few wrong ones ever more slowly. */

const FAILURES_BEFORE_DELAY = 3;
const LONGEST_SECONDS = 8;

const failures = new Map<string, number>();
const lastTries = new Map<string, Promise<unknown>>();

/** Many tries at the same time would each count on the others not having failed yet. */
export function oneAfterAnother<Result>(userUid: string, attempt: () => Promise<Result>): Promise<Result> {
  const before = lastTries.get(userUid) ?? Promise.resolve();
  const mine = before.then(attempt, attempt);
  lastTries.set(userUid, mine);
  const forget = (): void => {
    if (lastTries.get(userUid) === mine) lastTries.delete(userUid);
  };
  mine.then(forget, forget);
  return mine;
}

export function noteFailure(userUid: string): void {
  failures.set(userUid, (failures.get(userUid) ?? 0) + 1);
}

export function forgetFailures(userUid: string): void {
  failures.delete(userUid);
}

export async function waitAfterFailures(userUid: string): Promise<void> {
  const wrong = failures.get(userUid) ?? 0;
  if (wrong < FAILURES_BEFORE_DELAY) return;
  const seconds = Math.min(LONGEST_SECONDS, 2 ** (wrong - FAILURES_BEFORE_DELAY));
  await new Promise((resolve) => {
    setTimeout(resolve, seconds * 1_000);
  });
}
