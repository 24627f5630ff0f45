import type { Named } from '#shared/contract/campaigns.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { sitesById } from '#main/features/key-sites/index.ts';
import { CampaignPlaces } from './counties.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { listedTargetsOf } from './targets.ts';

/** A target with what decides who can visit it when, and what who visits it must know. */
export interface ScheduledTarget {
  uid: string;
  name: string;
  countyUid: string;
  /** The township that is seen; null: a site or something else. */
  townshipUid: string | null;
  kindUids: string[];
  /** Null: as usual. */
  minutes: number | null;
  visitedOn: string | null;
  address: string;
  contact: string;
  phone: string;
  note: string;
}

export interface ScheduledCampaign {
  /** In protocol order. */
  counties: Named[];
  targets: ScheduledTarget[];
  /** The county in which an organization stands; null: in none of this office. */
  countyUidOf: (organizationUid: string) => string | null;
}

export function scheduledCampaign(db: ReadStore, campaign: KnownCampaign, today: string): ScheduledCampaign {
  const places = new CampaignPlaces(db, today);
  const counties = places.countiesOf(db, campaign);
  const targets = listedTargetsOf(db, campaign);
  const siteIds = targets.flatMap(({ siteId }) => siteId ?? []);
  const sites = sitesById(db, siteIds, { places: places.places, today });
  return {
    counties: counties.map(({ uid, name }) => ({ uid, name })),
    targets: targets.flatMap((target) => {
      const county = counties.find(({ id }) => id === target.countyId);
      if (county === undefined) return [];
      const site = sites.get(target.siteId ?? 0);
      const township = target.siteId === null ? places.places.byId(target.organizationId ?? 0) : undefined;
      return [
        {
          uid: target.uid,
          name: site?.name ?? target.name,
          countyUid: county.uid,
          townshipUid: township?.uid ?? null,
          kindUids: site?.kinds.map(({ uid }) => uid) ?? [],
          minutes: target.minutes,
          visitedOn: target.visitedOn,
          address: site === undefined ? '' : `${site.townshipName}${site.address}`,
          contact: site?.responsiblePerson ?? '',
          phone: site?.phone ?? '',
          note: target.note,
        },
      ];
    }),
    countyUidOf(organizationUid) {
      const place = places.places.inOrder.find(({ uid }) => uid === organizationUid);
      const countyId = place === undefined ? null : places.countyIdOf(place.id);
      return places.places.inOrder.find(({ id }) => id === countyId)?.uid ?? null;
    },
  };
}
