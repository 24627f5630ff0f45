import type { Drawing, DrawingPool } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type CampaignRecord, drawingByUid, type DrawingRecord, drawingsOf } from './queries.ts';
import { allTargetsOf, type Target } from './targets.ts';

/** The one that was not given up. */
export function activeDrawing(db: ReadStore, { id: campaignId }: CampaignRecord): DrawingRecord | undefined {
  return db.all(drawingsOf, { campaignId }).find(({ status }) => status !== 'discarded');
}

/** @throws AppError notFound */
export function requireDrawing(db: ReadStore, uid: string): DrawingRecord {
  const drawing = db.get(drawingByUid, { uid });
  if (drawing === undefined) throw new AppError('notFound', { what: '这次抽取' });
  return drawing;
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

export function drawingRows(db: ReadStore, campaign: CampaignRecord): Drawing[] {
  const targets = allTargetsOf(db, campaign);
  return db
    .all(drawingsOf, { campaignId: campaign.id })
    .map((drawing) => drawingRow(drawing, targetsOfDrawing(targets, drawing)));
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
