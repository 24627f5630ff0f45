import type { ReadStore } from '#main/core/store/read-store.ts';
import { ledgerOn, type LedgerSite } from '#main/features/key-sites/index.ts';
import { CampaignPlaces } from './counties.ts';
import { linkedIds } from './links.ts';
import type { KnownCampaign } from './secrecy/access.ts';

/** A site of the ledger that a campaign may see. */
export interface ScopeSite extends LedgerSite {
  countyId: number;
}

/**
 * What the ledger has in the counties and trades of a campaign. What has closed, or will have when the campaign
 * begins, is left out.
 */
export function sitesInScope(
  db: ReadStore,
  campaign: KnownCampaign,
  { places, today }: { places: CampaignPlaces; today: string },
): ScopeSite[] {
  const counties = new Set(places.countiesOf(db, campaign).map(({ id }) => id));
  const trades = new Set(linkedIds(db, campaign, 'campaign_trade'));
  const day = campaign.first_day > today ? campaign.first_day : today;
  return ledgerOn(db, day).flatMap((site) => {
    const countyId = places.countyIdOf(site.organizationId);
    const isOfTrade = trades.size === 0 || (site.tradeId !== null && trades.has(site.tradeId));
    return countyId !== null && counties.has(countyId) && isOfTrade ? [{ ...site, countyId }] : [];
  });
}
