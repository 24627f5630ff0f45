import type { TargetOrigin } from '#shared/rules/campaigns/model.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { SiteFollower } from '#main/features/key-sites/index.ts';
import type { CampaignRecord } from './queries.ts';
import {
  sitesVisitedSince,
  targetByUid,
  targetCounts,
  targetsOfCampaign,
  targetsOfSite,
  type TargetRow,
} from './target-queries.ts';

/*
 * The one reader and the one writer of targets. What an unannounced campaign is about to see must never lie open in
 * the store: it is sealed and unsealed here. So nothing else, in this feature or outside, names campaign_target.
 */

/** A target as the rest of the program knows it. */
export interface Target {
  id: number;
  uid: string;
  campaignUid: string;
  origin: TargetOrigin;
  standing: TargetRow['standing'];
  /** Of a drawing, and out of which of its pools. */
  drawn: { drawingId: number; pool: number } | null;
  siteId: number | null;
  /** The township that is seen, or where it is seen. */
  organizationId: number | null;
  name: string;
  countyId: number | null;
  /** Null: as usual in the campaign. */
  minutes: number | null;
  note: string;
  visitedOn: string | null;
  removed: { at: number; by: string; reason: string } | null;
}

export interface NewTarget {
  origin: TargetOrigin;
  drawn: Target['drawn'];
  siteId: number | null;
  organizationId: number | null;
  name: string;
  countyId: number;
}

export interface TargetCounts {
  targets: number;
  visited: number;
}

/** All of a campaign: on the list, proposed by a drawing, and taken off. */
export function allTargetsOf(db: ReadStore, campaign: CampaignRecord): Target[] {
  return db.all(targetsOfCampaign, { campaignId: campaign.id }).map(toTarget);
}

export function listedTargetsOf(db: ReadStore, campaign: CampaignRecord): Target[] {
  return allTargetsOf(db, campaign).filter(({ standing }) => standing === 'listed');
}

/** @throws AppError notFound, also for one that was taken off or is only proposed */
export function requireTarget(db: ReadStore, uid: string): Target {
  const row = db.get(targetByUid, { uid });
  if (row?.standing !== 'listed') throw new AppError('notFound', { what: '这个督查对象' });
  return toTarget(row);
}

/** How many each campaign has on its list, by its local id. */
export function countsByCampaign(db: ReadStore): Map<number, TargetCounts> {
  const counts = db.all(targetCounts);
  return new Map(counts.map(({ campaign_id, targets, visited }) => [campaign_id, { targets, visited }]));
}

/** Local ids of the sites that any campaign has visited from a day on. */
export function visitedSince(db: ReadStore, day: string): Set<number> {
  return new Set(db.all(sitesVisitedSince, { day }).map(({ site_id }) => site_id));
}

export function insertTargets(
  db: WriteStore,
  campaign: CampaignRecord,
  targets: readonly NewTarget[],
  standing: 'proposed' | 'listed' = 'listed',
): void {
  for (const { origin, drawn, siteId, organizationId, name, countyId } of targets) {
    db.insert('campaign_target', {
      campaign_id: campaign.id,
      origin,
      standing,
      drawing_id: drawn?.drawingId ?? null,
      pool: drawn?.pool ?? null,
      site_id: siteId,
      organization_id: organizationId,
      name,
      county_id: countyId,
      minutes: null,
      note: '',
      visited_on: null,
      removed_at: null,
      removed_by: '',
      removed_reason: '',
      sealed: null,
    });
  }
}

export function writeTarget(
  db: WriteStore,
  { id }: Target,
  { name, minutes, note }: Pick<Target, 'name' | 'minutes' | 'note'>,
): void {
  db.update('campaign_target', id, { name, minutes, note });
}

export function writeVisitedOn(db: WriteStore, { id }: Target, day: string | null): void {
  db.update('campaign_target', id, { visited_on: day });
}

/** What a drawing proposed is on the list from now on. */
export function listProposed(db: WriteStore, targets: readonly Target[]): void {
  for (const { id } of targets) db.update('campaign_target', id, { standing: 'listed' });
}

/** They go without a trace but the log's. */
export function removeTargets(db: WriteStore, targets: readonly Target[]): void {
  for (const { id } of targets) db.remove('campaign_target', id);
}

/** They leave the list and stay with the campaign, with the reason. */
export function takeOffTargets(
  { db, now, caller }: WriteContext,
  targets: readonly Target[],
  reason: string,
): void {
  const removed = { removed_at: now, removed_by: caller.userName, removed_reason: reason };
  for (const { id } of targets) db.update('campaign_target', id, { standing: 'removed', ...removed });
}

/** Two entries of one site became one: what was about the one is about the other. */
export const targetsFollowSite: SiteFollower = (db, fromId, toId) => {
  const known = new Set(db.all(targetsOfSite, { siteId: toId }).map(({ campaign_id }) => campaign_id));
  for (const { id, campaign_id: campaignId } of db.all(targetsOfSite, { siteId: fromId })) {
    // Listed twice: the second keeps its name and what was entered for it, without the ledger.
    if (!known.has(campaignId)) db.update('campaign_target', id, { site_id: toId });
  }
};

/** What the log says of targets: names of announced campaigns, of others only how many. */
export function targetWords(campaign: CampaignRecord, names: readonly string[]): string {
  const [first, second] = names;
  if (campaign.announced === 0 || first === undefined) return `${names.length} 个对象`;
  const shown = second === undefined ? `“${first}”` : `“${first}”“${second}”`;
  return names.length > 2 ? `${shown}等 ${names.length} 个对象` : shown;
}

function toTarget(row: TargetRow): Target {
  const { drawing_id: drawingId, pool, removed_at: at } = row;
  return {
    id: row.id,
    uid: row.uid,
    campaignUid: row.campaign_uid,
    origin: row.origin,
    standing: row.standing,
    drawn: drawingId === null || pool === null ? null : { drawingId, pool },
    siteId: row.site_id,
    organizationId: row.organization_id,
    name: row.name,
    countyId: row.county_id,
    minutes: row.minutes,
    note: row.note,
    visitedOn: row.visited_on,
    removed: at === null ? null : { at, by: row.removed_by, reason: row.removed_reason },
  };
}
