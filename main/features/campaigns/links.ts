import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireKind as requireSiteKind, requireTrade } from '#main/features/key-sites/index.ts';
import type { CampaignPlaces } from './counties.ts';
import { allChecklists, type LinkRecord } from './queries.ts';

/* What a campaign is linked with, one row for each. */

const columns = {
  campaign_county: 'organization_id',
  campaign_trade: 'trade_id',
  campaign_checklist: 'checklist_id',
  campaign_sweep: 'kind_id',
} as const;
type LinkTable = keyof typeof columns;

/** Their order matters for checklists only. */
export function writeLinks(
  db: WriteStore,
  table: LinkTable,
  campaignId: number,
  stored: readonly LinkRecord[],
  wanted: readonly number[],
): void {
  for (const { id, value } of stored) if (!wanted.includes(value)) db.remove(table, id);
  for (const [index, value] of [...new Set(wanted)].entries()) {
    const place = table === 'campaign_checklist' ? { position: index + 1 } : {};
    const link = stored.find((each) => each.value === value);
    if (link === undefined) db.insert(table, { campaign_id: campaignId, [columns[table]]: value, ...place });
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
