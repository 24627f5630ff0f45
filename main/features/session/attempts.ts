/* One try after another for each user: many at the same time would each count on the others not having failed yet. */

const lastTries = new Map<string, Promise<unknown>>();

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
