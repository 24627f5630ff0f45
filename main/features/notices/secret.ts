import type { NoticeRow } from '#shared/contract/notices.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretFindingUids, secretListedUids } from '#main/features/findings/index.ts';
import { noticesAbout } from './queries.ts';
import { noticeRows } from './rows.ts';

/**
 * Notices of what unannounced campaigns found that are not released: their titles name the place and what was found.
 * Each with the paper that it was made as.
 */
export function secretNotices(db: ReadStore): { uid: string; paper_uid: string }[] {
  const taskUids = JSON.stringify(secretFindingUids(db));
  return db.all(noticesAbout, { taskUids, listedUids: JSON.stringify(secretListedUids(db)) });
}

/** Those that may be told of outside of the office, the latest first. */
export function revealedNotices(db: ReadStore, today: string): NoticeRow[] {
  const hidden = new Set(secretNotices(db).map(({ uid }) => uid));
  return noticeRows(db, today).filter(({ uid }) => !hidden.has(uid));
}
