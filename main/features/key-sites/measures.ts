import type { Measure } from '#shared/rules/reports/measure.ts';
import { lastDayKnown, type MeasureScope, measureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { ledgerOn, type LedgerSite } from './for-others.ts';
import { Places } from './places.ts';
import { allKinds, allTrades } from './queries.ts';

interface CountedSite extends LedgerSite {
  countyUid: string | undefined;
  townshipUid: string | undefined;
  placeName: string;
  tradeUid: string | undefined;
  kindUids: string[];
}

function measuresOf(db: ReadStore): Measure[] {
  return [
    { key: 'sites', name: '重点单位', unit: '家', kind: 'count', basis: 'today' },
    ...db
      .all(allKinds)
      .map(
        ({ uid, name }): Measure => ({ key: `kind:${uid}`, name, unit: '家', kind: 'count', basis: 'today' }),
      ),
  ];
}

function sitesOn(scope: MeasureScope): CountedSite[] {
  const { db, today } = scope;
  const places = new Places(db, today);
  const uids = (rows: readonly { id: number; uid: string }[]) =>
    new Map(rows.map(({ id, uid }) => [id, uid]));
  const [trades, kinds] = [uids(db.all(allTrades)), uids(db.all(allKinds))];
  return ledgerOn(db, lastDayKnown(scope)).map((site) => {
    const place = places.byId(site.organizationId);
    const isTownship = place?.level === 'township';
    const county = place === undefined || !isTownship ? place : places.parentOf(place);
    const { countyName, townshipName } = places.namesOn(site.organizationId, today);
    return {
      ...site,
      countyUid: county?.uid,
      townshipUid: isTownship ? place.uid : undefined,
      placeName: townshipName === '' ? countyName : `${countyName}${townshipName}`,
      tradeUid: trades.get(site.tradeId ?? 0),
      kindUids: site.kindIds.flatMap((id) => kinds.get(id) ?? []),
    };
  });
}

/** Sites that stand on the ledger, for reports and for what is known of a township. */
export const keySiteReportMeasures = measureSource<CountedSite>({
  key: 'keySites',
  name: '重点单位',
  by: ['county', 'township', 'trade', 'siteKind'],
  tables: ['key_site', 'key_site_kind', 'site_kind', 'site_trade', 'organization', 'organization_state'],
  measures: measuresOf,
  read: sitesOn,
  amounts: ({ kindUids }) => ({
    sites: 1,
    ...Object.fromEntries(kindUids.map((uid) => [`kind:${uid}`, 1])),
  }),
  rows({ countyUid, townshipUid, tradeUid, kindUids }, by) {
    if (by === 'siteKind') return kindUids;
    const own = by === 'county' ? countyUid : by === 'township' ? townshipUid : tradeUid;
    return own === undefined ? [] : [own];
  },
  record: ({ uid, name, placeName }) => ({
    uid,
    name,
    day: null,
    note: placeName,
    path: `/key-sites/${uid}`,
  }),
});
