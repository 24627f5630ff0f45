import type { KeySite } from '#shared/contract/key-sites.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { Places } from './places.ts';
import { sitesOfIds, sitesOnLedger, standingSitesOf } from './queries.ts';
import { rowsOf } from './rows.ts';

/** A site with local ids, for what is counted over the whole ledger. */
export interface LedgerSite {
  id: number;
  uid: string;
  name: string;
  organizationId: number;
  tradeId: number | null;
  kindIds: number[];
}

/** What stands on the ledger on a day, in the order of entering. */
export function ledgerOn(db: ReadStore, day: string): LedgerSite[] {
  return db.all(sitesOnLedger, { day }).map((site) => ({
    id: site.id,
    uid: site.uid,
    name: site.name,
    organizationId: site.organization_id,
    tradeId: site.trade_id,
    kindIds: JSON.parse(site.kind_ids) as number[],
  }));
}

/** As pages show them, by local id. */
export function sitesById(
  db: ReadStore,
  ids: readonly number[],
  { places, today }: { places: Places; today: string },
): Map<number, KeySite> {
  const records = db.all(sitesOfIds, { ids: JSON.stringify(ids) });
  const rows = rowsOf(db, records, places, today);
  return new Map(records.flatMap(({ id }, index) => (rows[index] === undefined ? [] : [[id, rows[index]]])));
}

/** Which entry each of them is today, itself or the one that it became; none for one that is gone. */
export function standingSites(db: ReadStore, ids: readonly number[]): Map<number, number> {
  const rows = db.all(standingSitesOf, { ids: JSON.stringify(ids) });
  return new Map(rows.map(({ wanted_id: wanted, site_id: site }) => [wanted, site]));
}
