import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretFindingUids, secretListedUids } from '#main/features/findings/index.ts';
import { noticesAbout } from './queries.ts';

/**
 * Notices of what unannounced campaigns found that are not released: their titles name the place and what was found.
 * Each with the paper that it was made as.
 */
export function secretNotices(db: ReadStore): { uid: string; paper_uid: string }[] {
  const taskUids = JSON.stringify(secretFindingUids(db));
  return db.all(noticesAbout, { taskUids, listedUids: JSON.stringify(secretListedUids(db)) });
}
