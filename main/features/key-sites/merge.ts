import type { KeySiteFields, keySites as contract } from '#shared/contract/key-sites.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { sameValue } from '#main/core/patch.ts';
import { storedFields, writeSite } from './edit.ts';
import { Places } from './places.ts';
import { requireSite } from './rows.ts';

/** The entry that goes leaves no row: the log keeps it, and one undo brings it back. */
export const mergeSites: Handlers<typeof contract>['merge'] = (
  { keepUid, dropUid, seen, values },
  { db, today, summarize },
) => {
  const places = new Places(db, today);
  const [keep, drop] = [requireSite(db, keepUid), requireSite(db, dropUid)];
  if (keep.id === drop.id) throw new AppError('badInput', { detail: '请选择两个不同的单位' });
  requireSeen(keep.name, storedFields(db, places, keep, today), seen.keep);
  requireSeen(drop.name, storedFields(db, places, drop, today), seen.drop);
  db.remove('key_site', drop.id);
  writeSite(db, places, keep.id, values);
  summarize(`“${drop.name}”并入“${values.name}”`);
  return { uid: keep.uid };
};

/** Values are chosen between what the clerk saw. */
function requireSeen(name: string, stored: KeySiteFields, seen: KeySiteFields): void {
  if (!sameValue(stored, seen))
    throw new AppError('refused', { reason: `“${name}”刚被改动过，请关闭后重新打开，再选一次。` });
}
