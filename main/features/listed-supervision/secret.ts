import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretListedUids } from '#main/features/findings/index.ts';
import { noticeSettings } from '#main/features/notices/settings.ts';
import { listedRows } from './rows.ts';

/** Without what secret campaigns found: a listing tells the place, and a number that they took place. */
export function revealedListed(db: ReadStore, today: string): ListedRow[] {
  const hidden = new Set(secretListedUids(db));
  return listedRows(db, today, noticeSettings(db)).filter(({ uid }) => !hidden.has(uid));
}
