import type { PlaceChoice } from '#shared/contract/findings.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { CampaignPlaces } from '#main/features/campaigns/index.ts';
import { requireSite } from '#main/features/key-sites/index.ts';

/** Where something was found, as the store keeps it. */
export interface FoundPlace {
  siteId: number | null;
  organizationId: number | null;
  countyId: number | null;
  tradeId: number | null;
  name: string;
}

/** @throws AppError notFound, badInput */
export function placeOfChoice(db: ReadStore, choice: PlaceChoice, today: string): FoundPlace {
  const places = new CampaignPlaces(db, today);
  if (choice.kind === 'site') return placeOfSite(db, choice.siteUid, places);
  if (choice.kind === 'organization') {
    const { id } = places.places.require(choice.organizationUid);
    const countyId = places.countyIdOf(id);
    return { siteId: null, organizationId: id, countyId, tradeId: null, name: places.nameOf(id) };
  }
  const county = places.places.require(choice.countyUid);
  if (county.level !== 'county') throw new AppError('badInput', { detail: '所在区县请选择县(市、区)' });
  return { siteId: null, organizationId: null, countyId: county.id, tradeId: null, name: choice.name };
}

function placeOfSite(db: ReadStore, siteUid: string, places: CampaignPlaces): FoundPlace {
  const { id, name, organization_id: organizationId, trade_id: tradeId } = requireSite(db, siteUid);
  const countyId = places.countyIdOf(organizationId);
  return { siteId: id, organizationId: null, countyId, tradeId, name };
}
