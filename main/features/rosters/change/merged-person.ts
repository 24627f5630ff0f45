import type { WriteStore } from '#main/core/store/write-store.ts';
import { changesNaming } from './queries.ts';

/** Changes name people by their uid; of two that become one, they name the one that stays. */
export function nameMergedPerson(db: WriteStore, fromUid: string, intoUid: string): void {
  const renamed = (json: string) => json.replaceAll(fromUid, intoUid);
  for (const { id, steps, found, made } of db.all(changesNaming, { personUid: fromUid }))
    db.update('roster_change', id, {
      steps: renamed(steps),
      found: found === null ? null : renamed(found),
      made: made === null ? null : renamed(made),
    });
}
