import type { KeySiteFields, keySites as contract } from '#shared/contract/key-sites.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { sameValue } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { storedFields, writeSite } from './edit.ts';
import { Places } from './places.ts';
import { successionsTo } from './queries.ts';
import { requireSite } from './rows.ts';

/** What another feature keeps about a site goes over to the entry that stays. */
export type SiteFollower = (db: WriteStore, fromId: number, toId: number) => void;

type Input = Parameters<Handlers<typeof contract>['merge']>[0];

/** The entry that goes leaves no row: the log keeps it, and one undo brings it back. */
export function mergeSites(
  followers: readonly SiteFollower[],
  { keepUid, dropUid, seen, values }: Input,
  { db, today, summarize }: WriteContext,
): { uid: string } {
  const places = new Places(db, today);
  const [keep, drop] = [requireSite(db, keepUid), requireSite(db, dropUid)];
  if (keep.id === drop.id) throw new AppError('badInput', { detail: '请选择两个不同的单位' });
  requireSeen(keep.name, storedFields(db, places, keep, today), seen.keep);
  requireSeen(drop.name, storedFields(db, places, drop, today), seen.drop);
  for (const follow of followers) follow(db, drop.id, keep.id);
  noteSuccession(db, drop.id, keep.id);
  db.remove('key_site', drop.id);
  writeSite(db, places, keep.id, values);
  summarize(`“${drop.name}”并入“${values.name}”`);
  return { uid: keep.uid };
}

/** What cannot follow because it is sealed finds the entry that stays. */
function noteSuccession(db: WriteStore, goneId: number, siteId: number): void {
  for (const { id } of db.all(successionsTo, { siteId: goneId }))
    db.update('key_site_succession', id, { site_id: siteId });
  db.insert('key_site_succession', { gone_id: goneId, site_id: siteId });
}

/** Values are chosen between what the clerk saw. */
function requireSeen(name: string, stored: KeySiteFields, seen: KeySiteFields): void {
  if (!sameValue(stored, seen))
    throw new AppError('refused', { reason: `“${name}”刚被改动过，请关闭后重新打开，再选一次。` });
}
