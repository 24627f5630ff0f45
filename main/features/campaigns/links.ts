import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireKind as requireSiteKind, requireTrade } from '#main/features/key-sites/index.ts';
import type { CampaignPlaces } from './counties.ts';
import { allChecklists, checklistsOf, countiesOf, sweepsOf, tradesOf } from './queries.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { insertRow, openedWords } from './secrecy/sealed-rows.ts';

/* What a campaign is linked with, one row for each. */

const linkTables = {
  campaign_county: { column: 'organization_id', query: countiesOf },
  campaign_trade: { column: 'trade_id', query: tradesOf },
  campaign_checklist: { column: 'checklist_id', query: checklistsOf },
  campaign_sweep: { column: 'kind_id', query: sweepsOf },
} as const;
type LinkTable = keyof typeof linkTables;

interface Link {
  id: number;
  /** Local id of the other side. */
  value: number;
}

/** In the order of entering; checklists in their own. */
function linksOf(db: ReadStore, { id: campaignId, vault }: KnownCampaign, table: LinkTable): Link[] {
  const { column, query } = linkTables[table];
  return db.all(query, { campaignId }).flatMap(({ id, uid, value, sealed }) => {
    const opened = sealed === null ? value : openedWords(vault, table, uid, sealed)[column];
    return typeof opened === 'number' ? [{ id, value: opened }] : [];
  });
}

/** Local ids of the other side. */
export function linkedIds(db: ReadStore, campaign: KnownCampaign, table: LinkTable): number[] {
  return linksOf(db, campaign, table).map(({ value }) => value);
}

/** Their order matters for checklists only. */
export function writeLinks(
  db: WriteStore,
  campaign: KnownCampaign,
  table: LinkTable,
  wanted: readonly number[],
): void {
  const stored = linksOf(db, campaign, table);
  for (const { id, value } of stored) if (!wanted.includes(value)) db.remove(table, id);
  for (const [index, value] of [...new Set(wanted)].entries()) {
    const link = stored.find((each) => each.value === value);
    const place = table === 'campaign_checklist' ? { position: index + 1 } : {};
    const row = { campaign_id: campaign.id, [linkTables[table].column]: value, ...place };
    if (link === undefined) insertRow(db, campaign, table, row);
    else if (table === 'campaign_checklist') db.update(table, link.id, place);
  }
}

/** @throws AppError badInput for what is no county */
export function countyIds({ places }: CampaignPlaces, uids: readonly string[]): number[] {
  return uids.map((uid) => {
    const place = places.require(uid);
    if (place.level !== 'county') throw new AppError('badInput', { detail: '督查范围请选择县(市、区)' });
    return place.id;
  });
}

export function tradeIds(db: ReadStore, uids: readonly string[]): number[] {
  return uids.map((uid) => requireTrade(db, uid).id);
}

export function siteKindIds(db: ReadStore, uids: readonly string[]): number[] {
  return uids.map((uid) => requireSiteKind(db, uid).id);
}

/** @throws AppError notFound */
export function checklistIds(db: ReadStore, uids: readonly string[]): number[] {
  const all = db.all(allChecklists);
  return uids.map((uid) => {
    const checklist = all.find((each) => each.uid === uid);
    if (checklist === undefined) throw new AppError('notFound', { what: '所选的检查清单' });
    return checklist.id;
  });
}
