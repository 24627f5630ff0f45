import type { TargetOrigin } from '#shared/rules/campaigns/model.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { TableName } from '#main/core/store/tables.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { type SiteFollower, standingSites } from '#main/features/key-sites/index.ts';
import { knownSecretCampaigns, secretCampaignIds } from './find.ts';
import type { Asker, KnownCampaign } from './secrecy/access.ts';
import { insertRow, openedRow, updateRow } from './secrecy/sealed-rows.ts';
import {
  placesVisitedBetween,
  secretCampaignOf,
  type SiteVisit,
  siteVisits,
  sitesVisitedSince,
  targetById,
  targetByUid,
  targetCounts,
  targetsOfCampaign,
  targetsOfSite,
  type TargetRow,
  type VisitedPlace,
} from './target-queries.ts';

/*
 * The one reader and the one writer of targets. What a secret campaign is about to see must never lie open in the
 * store: it is sealed and opened here. So nothing else, in this feature or outside, names campaign_target; what does
 * the same to all rows of a campaign is in secrecy/.
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
  /** As usual where not given. */
  minutes?: number | null;
  note?: string;
}

export interface TargetCounts {
  targets: number;
  visited: number;
}

/** All of a campaign: on the list, proposed by a drawing, and taken off. */
export function allTargetsOf(db: ReadStore, campaign: KnownCampaign): Target[] {
  return openedTargets(db, campaign, db.all(targetsOfCampaign, { campaignId: campaign.id }));
}

export function listedTargetsOf(db: ReadStore, campaign: KnownCampaign): Target[] {
  return allTargetsOf(db, campaign).filter(({ standing }) => standing === 'listed');
}

/**
 * The campaign that a target belongs to, by its uid.
 * @throws AppError notFound, also for a target that was taken off or is only proposed
 */
export function campaignUidOfTarget(db: ReadStore, uid: string): string {
  const row = db.get(targetByUid, { uid });
  if (row?.standing !== 'listed') throw targetNotFound();
  return row.campaign_uid;
}

/** @throws AppError notFound, also for one that was taken off or is only proposed */
export function requireTarget(db: ReadStore, campaign: KnownCampaign, uid: string): Target {
  const row = db.get(targetByUid, { uid });
  if (row?.standing !== 'listed' || row.campaign_id !== campaign.id) throw targetNotFound();
  const [target] = openedTargets(db, campaign, [row]);
  if (target === undefined) throw targetNotFound();
  return target;
}

function targetNotFound(): AppError {
  return new AppError('notFound', { what: '这个督查对象' });
}

/** Of a target that other records know by its local id; null: it is not there any more. */
export function targetUidOf(db: ReadStore, id: number): string | null {
  return db.get(targetById, { id })?.uid ?? null;
}

/** How many each campaign that is no secret has on its list, by its local id. */
/** Whether the uid is that of an unannounced campaign that is not public yet, or of a target or a visit of one. */
export function isOfSecretCampaign(db: ReadStore, uid: string): boolean {
  return db.get(secretCampaignOf, { uid }) !== undefined;
}

export function countsByCampaign(db: ReadStore): Map<number, TargetCounts> {
  const counts = db.all(targetCounts);
  return new Map(counts.map(({ campaign_id, targets, visited }) => [campaign_id, { targets, visited }]));
}

export function countsOf(db: ReadStore, campaign: KnownCampaign): TargetCounts {
  const listed = listedTargetsOf(db, campaign);
  return {
    targets: listed.length,
    visited: listed.filter(({ visitedOn }) => visitedOn !== null).length,
  };
}

/** Local ids of the sites that any campaign has visited from a day on; secret ones count for those who may know. */
export function visitedSince(asker: Asker, day: string): Set<number> {
  const { db } = asker;
  const secretIds = new Set(secretCampaignIds(db));
  const open = db.all(sitesVisitedSince, { day }).filter((row) => !secretIds.has(row.campaign_id));
  const known = knownSecretCampaigns(asker)
    .flatMap((campaign) => allTargetsOf(db, campaign))
    .filter(({ visitedOn }) => visitedOn !== null && visitedOn >= day);
  return new Set([
    ...open.map(({ site_id: siteId }) => siteId),
    ...known.flatMap(({ siteId }) => siteId ?? []),
  ]);
}

/** What `placesVisited` tells grows old with these. */
export const visitedPlaceTables: readonly TableName[] = ['campaign', 'campaign_target', 'campaign_kind'];

/** Where campaigns went in the time; those of unannounced ones that are not released are kept from everybody. */
export function placesVisited(db: ReadStore, days: { from: string; to: string }): VisitedPlace[] {
  const secretIds = new Set(secretCampaignIds(db));
  return db.all(placesVisitedBetween, days).filter((row) => !secretIds.has(row.campaign_id));
}

/**
 * Visits to key sites that other plans leave room for. An unannounced campaign that is not released is never named, nor
 * does it leave anything out: that would tell that it goes there.
 */
export function visitsToSites(db: ReadStore): SiteVisit[] {
  const secretIds = new Set(secretCampaignIds(db));
  return db.all(siteVisits).filter((row) => !secretIds.has(row.campaign_id));
}

export function insertTargets(
  db: WriteStore,
  campaign: KnownCampaign,
  targets: readonly NewTarget[],
  standing: 'proposed' | 'listed' = 'listed',
): void {
  for (const target of targets) {
    const { origin, drawn, siteId, organizationId, name, countyId, minutes = null, note = '' } = target;
    insertRow(db, campaign, 'campaign_target', {
      campaign_id: campaign.id,
      origin,
      standing,
      drawing_id: drawn?.drawingId ?? null,
      pool: drawn?.pool ?? null,
      site_id: siteId,
      organization_id: organizationId,
      name,
      county_id: countyId,
      minutes,
      note,
      visited_on: null,
      removed_at: null,
      removed_by: '',
      removed_reason: '',
    });
  }
}

export function writeTarget(
  db: WriteStore,
  campaign: KnownCampaign,
  target: Target,
  { name, minutes, note }: Pick<Target, 'name' | 'minutes' | 'note'>,
): void {
  write(db, campaign, target, { name, minutes, note });
}

export function writeVisitedOn(
  db: WriteStore,
  campaign: KnownCampaign,
  target: Target,
  day: string | null,
): void {
  write(db, campaign, target, { visited_on: day });
}

function write(db: WriteStore, campaign: KnownCampaign, { uid }: Target, patch: RowValues): void {
  const row = db.get(targetByUid, { uid });
  if (row === undefined) throw targetNotFound();
  updateRow(db, campaign, 'campaign_target', openedRow(campaign.vault, 'campaign_target', row), patch);
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
  campaign: KnownCampaign,
  targets: readonly Target[],
  reason: string,
): void {
  const removed = { removed_at: now, removed_by: caller.userName, removed_reason: reason };
  for (const target of targets) write(db, campaign, target, { standing: 'removed', ...removed });
}

/** Two entries of one site became one: what was about the one is about the other. What is sealed finds it by itself. */
export const targetsFollowSite: SiteFollower = (db, fromId, toId) => {
  const known = new Set(db.all(targetsOfSite, { siteId: toId }).map(({ campaign_id }) => campaign_id));
  for (const { id, campaign_id: campaignId } of db.all(targetsOfSite, { siteId: fromId })) {
    // Listed twice: the second keeps its name and what was entered for it, without the ledger.
    if (!known.has(campaignId)) db.update('campaign_target', id, { site_id: toId });
  }
};

/** A sealed site may have become another one, or be gone: then its name is left. */
function openedTargets(db: ReadStore, { vault }: KnownCampaign, rows: readonly TargetRow[]): Target[] {
  const targets = rows.map((row) => toTarget(openedRow(vault, 'campaign_target', row)));
  if (vault === null) return targets;
  const standing = standingSites(
    db,
    targets.flatMap(({ siteId }) => siteId ?? []),
  );
  return targets.map((target) => ({ ...target, siteId: standing.get(target.siteId ?? 0) ?? null }));
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
