import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretCampaignIds } from '#main/features/campaigns/index.ts';
import { findingsOfCampaigns, listedOfCampaigns } from './queries.ts';

/**
 * What was found by unannounced campaigns that are not released; each carries the uid of its task.
 * @param known local id of one of them that may be told of all the same
 */
export function secretFindingUids(db: ReadStore, known: number | null = null): string[] {
  const ids = JSON.stringify(secretCampaignIds(db).filter((id) => id !== known));
  return db.all(findingsOfCampaigns, { ids }).map(({ uid }) => uid);
}

/** Listings (挂牌督办) that tell what such a campaign found, be it beside what others found. */
export function secretListedUids(db: ReadStore): string[] {
  const ids = JSON.stringify(secretCampaignIds(db));
  return db.all(listedOfCampaigns, { ids }).map(({ uid }) => uid);
}
