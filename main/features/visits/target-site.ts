import type { ReadStore } from '#main/core/store/read-store.ts';
import { CampaignPlaces, type Target } from '#main/features/campaigns/index.ts';
import { sitesById } from '#main/features/key-sites/index.ts';

/** The places of today, and the entry of the ledger that a target is; undefined: it is none. */
export function placeOfTarget(db: ReadStore, { siteId }: Target, today: string) {
  const places = new CampaignPlaces(db, today);
  const sites = siteId === null ? undefined : sitesById(db, [siteId], { places: places.places, today });
  return { places, site: sites?.get(siteId ?? 0) };
}
