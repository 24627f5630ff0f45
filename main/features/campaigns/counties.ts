import type { Named } from '#shared/contract/campaigns.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { linkedIds } from './links.ts';
import type { KnownCampaign } from './secrecy/access.ts';

/** A county of a campaign. */
export interface County extends Named {
  id: number;
}

/** Counties and townships as they are called today, and which of them belong to a campaign. */
export class CampaignPlaces {
  readonly places: Places;
  readonly #today: string;

  constructor(db: ReadStore, today: string) {
    this.places = new Places(db, today);
    this.#today = today;
  }

  /** Those of some local ids, in protocol order. */
  counties(ids: readonly number[]): County[] {
    const wanted = new Set(ids);
    return this.places.inOrder
      .filter(({ id, level }) => level === 'county' && wanted.has(id))
      .map(({ id, uid }) => ({ id, uid, name: this.nameOf(id) }));
  }

  countiesOf(db: ReadStore, campaign: KnownCampaign): County[] {
    return this.counties(linkedIds(db, campaign, 'campaign_county'));
  }

  /** The county of a township; a county itself. */
  countyIdOf(organizationId: number): number | null {
    const place = this.places.byId(organizationId);
    if (place === undefined) return null;
    return place.level === 'county' ? place.id : (this.places.parentOf(place)?.id ?? null);
  }

  /** Townships that exist today, by their county. */
  townships(): Map<number, number[]> {
    const townships = this.places.inOrder.filter(
      (place) => place.level === 'township' && this.places.existsToday(place),
    );
    const byCounty = Map.groupBy(townships, ({ id }) => this.countyIdOf(id) ?? 0);
    return new Map([...byCounty].map(([county, places]) => [county, places.map(({ id }) => id)]));
  }

  /** 城东区 of a county, 中山街道 of a township. */
  nameOf(id: number): string {
    const { countyName, townshipName } = this.places.namesOn(id, this.#today);
    return townshipName === '' ? countyName : townshipName;
  }
}
