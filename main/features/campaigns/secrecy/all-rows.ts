import type { WriteStore } from '#main/core/store/write-store.ts';
import { standingSites } from '#main/features/key-sites/index.ts';
import { allKinds as siteKinds, allTrades } from '#main/features/key-sites/index.ts';
import { allChecklists } from '../queries.ts';
import type { KnownCampaign } from './access.ts';
import { rowsOfCampaign, type SealedTable, sealedTables, type StoredRow } from './hidden-columns.ts';
import { existingOrganizations } from './queries.ts';
import { hiddenPart, openedRow } from './sealed-rows.ts';
import type { Vault } from './vault.ts';

/* What is done to every row of a campaign at once. */

/** Seals with another key, or what lay open. */
export function sealAllRows(db: WriteStore, campaign: KnownCampaign, vault: Vault): void {
  eachRow(db, campaign, (table, row) => {
    db.update(table, row.id, hiddenPart(vault, table, row.uid, row));
  });
}

/** As if it had never been sealed. What is referred to may be gone by now. */
export function openAllRows(db: WriteStore, campaign: KnownCampaign): void {
  const organizations = idsOf(db.all(existingOrganizations));
  const kinds = idsOf(db.all(siteKinds));
  const trades = idsOf(db.all(allTrades));
  const checklists = idsOf(db.all(allChecklists));
  const listedSites = new Set<number>();

  eachRow(db, campaign, (table, row) => {
    if (row.sealed === null) return;
    const references = {
      organization_id: kept(row.organization_id, organizations),
      county_id: kept(row.county_id, organizations),
      kind_id: kept(row.kind_id, kinds),
      trade_id: kept(row.trade_id, trades),
      checklist_id: kept(row.checklist_id, checklists),
      site_id: siteOf(row),
    };
    const opened = hiddenPart(null, table, row.uid, { ...row, ...references });
    const isEmptyLink = linkTables.has(table) && Object.values(opened).every((value) => value === null);
    if (isEmptyLink) db.remove(table, row.id);
    else db.update(table, row.id, opened);
  });

  /** Two that became one site: the second keeps its name. */
  function siteOf({ site_id: siteId, standing }: StoredRow): number | null {
    if (typeof siteId !== 'number') return null;
    const site = standingSites(db, [siteId]).get(siteId) ?? null;
    if (site === null || standing === 'removed') return site;
    if (listedSites.has(site)) return null;
    listedSites.add(site);
    return site;
  }
}

const linkTables: ReadonlySet<SealedTable> = new Set([
  'campaign_county',
  'campaign_trade',
  'campaign_checklist',
  'campaign_sweep',
]);

function eachRow(
  db: WriteStore,
  { id: campaignId, vault }: KnownCampaign,
  change: (table: SealedTable, opened: StoredRow) => void,
): void {
  for (const table of sealedTables)
    for (const row of db.all(rowsOfCampaign[table], { campaignId }))
      change(table, openedRow(vault, table, row));
}

function idsOf(rows: readonly { id: number }[]): Set<number> {
  return new Set(rows.map(({ id }) => id));
}

function kept(id: StoredRow[string] | undefined, existing: ReadonlySet<number>): number | null {
  return typeof id === 'number' && existing.has(id) ? id : null;
}
