import type { Drawing, DrawingPool } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { drawingByUid, type DrawingRecord, drawingsOf } from './queries.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { openedRow } from './secrecy/sealed-rows.ts';
import { allTargetsOf, type Target } from './targets.ts';

/** The latest first. */
export function drawingsIn(db: ReadStore, { id: campaignId, vault }: KnownCampaign): DrawingRecord[] {
  return db.all(drawingsOf, { campaignId }).map((row) => openedRow(vault, 'campaign_drawing', row));
}

/** The one that was not given up. */
export function activeDrawing(db: ReadStore, campaign: KnownCampaign): DrawingRecord | undefined {
  return drawingsIn(db, campaign).find(({ status }) => status !== 'discarded');
}

/**
 * The campaign that a drawing belongs to, by its uid.
 * @throws AppError notFound
 */
export function campaignUidOfDrawing(db: ReadStore, uid: string): string {
  const drawing = db.get(drawingByUid, { uid });
  if (drawing === undefined) throw drawingNotFound();
  return drawing.campaign_uid;
}

/** @throws AppError notFound */
export function requireDrawing(db: ReadStore, campaign: KnownCampaign, uid: string): DrawingRecord {
  const drawing = drawingsIn(db, campaign).find((each) => each.uid === uid);
  if (drawing === undefined) throw drawingNotFound();
  return drawing;
}

function drawingNotFound(): AppError {
  return new AppError('notFound', { what: '这次抽取' });
}

export function poolsIn({ pools }: DrawingRecord): DrawingPool[] {
  return JSON.parse(pools) as DrawingPool[];
}

/** How many it was short of. */
export function missingOf(drawing: DrawingRecord): number {
  return poolsIn(drawing).reduce((sum, { missing }) => sum + missing, 0);
}

/** What came out of a drawing, also of one that was given up. */
export function targetsOfDrawing(targets: readonly Target[], { id }: DrawingRecord): Target[] {
  return targets.filter(({ drawn }) => drawn?.drawingId === id);
}

export function drawingRows(db: ReadStore, campaign: KnownCampaign): Drawing[] {
  const targets = allTargetsOf(db, campaign);
  return drawingsIn(db, campaign).map((drawing) => drawingRow(drawing, targetsOfDrawing(targets, drawing)));
}

function drawingRow(drawing: DrawingRecord, targets: readonly Target[]): Drawing {
  const byPool = Map.groupBy(targets, ({ drawn }) => drawn?.pool ?? 0);
  return {
    uid: drawing.uid,
    number: drawing.number,
    status: drawing.status,
    seed: drawing.seed,
    poolCount: drawing.pool_count,
    fingerprint: drawing.fingerprint,
    at: drawing.at,
    userName: drawing.user_name,
    reason: drawing.reason,
    decidedAt: drawing.decided_at,
    decidedBy: drawing.decided_by,
    discardReason: drawing.discard_reason,
    pools: poolsIn(drawing).map((pool, index) => ({
      ...pool,
      drawn: (byPool.get(index) ?? []).map(({ name }) => name),
    })),
  };
}
