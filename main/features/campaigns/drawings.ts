import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { campaigns as contract, DrawingPool } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import { draw, MOST_SEED } from '#shared/rules/campaigns/draw.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import {
  activeDrawing,
  campaignUidOfDrawing,
  drawingRows,
  drawingsIn,
  requireDrawing,
  targetsOfDrawing,
} from './drawing-rows.ts';
import { addEvent } from './events.ts';
import { requireKnown, requireOpen } from './find.ts';
import { logWords } from './log-words.ts';
import { freezePools, type FrozenPools } from './pools.ts';
import type { DrawingRecord } from './queries.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { insertRow, updateRow } from './secrecy/sealed-rows.ts';
import { allTargetsOf, insertTargets, listProposed, type NewTarget, takeOffTargets } from './targets.ts';

type Names = 'drawingPreview' | 'drawings' | 'draw' | 'takeDrawing' | 'discardDrawing';

/** Drawing targets at random: frozen pools, a seed, a result that is looked at before it is taken. */
export const drawingHandlers: Pick<Handlers<typeof contract>, Names> = {
  drawingPreview({ uid }, context) {
    const { pools, poolCount, fingerprint } = freezePools(context, requireKnown(context, uid));
    return { pools: pools.map(storedPool), poolCount, fingerprint };
  },

  drawings: ({ uid }, context) => drawingRows(context.db, requireKnown(context, uid)),

  draw({ uid, seed, reason, fingerprint }, context) {
    const campaign = requireOpen(context, uid);
    const before = drawingsIn(context.db, campaign);
    if (before.length > 0 && reason === '')
      throw new AppError('badInput', { detail: '以前抽取过，请写明重新抽取的原因' });
    const frozen = freezePools(context, campaign);
    requireDrawable(frozen, fingerprint);
    const active = activeDrawing(context.db, campaign);
    if (active !== undefined) discard(context, campaign, active, reason);
    const number = (before[0]?.number ?? 0) + 1;
    const taken = seed ?? randomInt(MOST_SEED + 1);
    return { drawingUid: store(context, campaign, frozen, { number, seed: taken, reason }) };
  },

  takeDrawing({ uid }, context) {
    const { db, now, caller } = context;
    const campaign = requireOpen(context, campaignUidOfDrawing(db, uid));
    const drawing = requireDrawing(db, campaign, uid);
    if (drawing.status !== 'proposed')
      throw new AppError('refused', { reason: '这次抽取已经采用或作废，请看最新一次抽取。' });
    const targets = targetsOfDrawing(allTargetsOf(db, campaign), drawing);
    listProposed(db, targets);
    const decided = { decided_at: now, decided_by: caller.userName };
    db.update('campaign_drawing', drawing.id, { status: 'taken', ...decided });
    addEvent(context, campaign, 'drawingTaken', `第 ${drawing.number} 次抽取，${targets.length} 个对象`);
    const count = `${targets.length} 个对象`;
    context.summarize(logWords(campaign, count, count));
    return { added: targets.length };
  },

  discardDrawing({ uid, reason }, context) {
    const campaign = requireOpen(context, campaignUidOfDrawing(context.db, uid));
    const drawing = requireDrawing(context.db, campaign, uid);
    if (drawing.status === 'discarded') throw new AppError('refused', { reason: '这次抽取已经作废了。' });
    const removed = discard(context, campaign, drawing, reason);
    const number = `第 ${drawing.number} 次抽取`;
    context.summarize(logWords(campaign, `${number}：${reason}`, number));
    return { removed };
  },
};

function requireDrawable({ pools, poolCount, fingerprint }: FrozenPools, seen: string): void {
  if (pools.length === 0)
    throw new AppError('refused', { reason: '还没有抽查规则或督查的区县，请先定好规则和区县再抽取。' });
  if (fingerprint !== seen)
    throw new AppError('refused', {
      reason: '台账、规则或督查对象刚有变动，抽取范围已经更新，请看清后再抽取。',
    });
  if (poolCount === 0)
    throw new AppError('refused', { reason: '没有可以抽取的对象，请先在“重点单位”里登记，或修改规则。' });
}

/** What it drew leaves the list and stays with it, so that everybody can see what was given up. */
function discard(
  context: WriteContext,
  campaign: KnownCampaign,
  drawing: DrawingRecord,
  reason: string,
): number {
  const { db, now, caller } = context;
  const targets = targetsOfDrawing(allTargetsOf(db, campaign), drawing).filter(
    ({ standing }) => standing !== 'removed',
  );
  const visited = targets.filter(({ visitedOn }) => visitedOn !== null).length;
  if (visited > 0)
    throw new AppError('refused', {
      reason: `抽取的对象已经督查了 ${visited} 个，不能再作废或重新抽取；个别要换的，请移出后另行增加。`,
    });
  takeOffTargets(context, campaign, targets, reason);
  const decided = { decided_at: now, decided_by: caller.userName };
  const patch = { status: 'discarded', ...decided, discard_reason: reason };
  updateRow(db, campaign, 'campaign_drawing', drawing, patch);
  addEvent(context, campaign, 'drawingDiscarded', `第 ${drawing.number} 次抽取：${reason}`);
  return targets.length;
}

interface Made {
  number: number;
  seed: number;
  reason: string;
}

function store(
  context: WriteContext,
  campaign: KnownCampaign,
  { pools, candidates, poolCount, fingerprint }: FrozenPools,
  { number, seed, reason }: Made,
): string {
  const { db, now, caller } = context;
  const results = draw(seed, pools);
  const stored = pools.map((pool, index) => ({
    ...storedPool(pool),
    available: results[index]?.available ?? 0,
    missing: results[index]?.missing ?? pool.count,
  }));
  const uid = v7();
  const drawingId = insertRow(db, campaign, 'campaign_drawing', {
    uid,
    campaign_id: campaign.id,
    number,
    status: 'proposed',
    seed,
    pool_count: poolCount,
    fingerprint,
    pools: JSON.stringify(stored),
    at: now,
    user_name: caller.userName,
    reason,
    decided_at: null,
    decided_by: '',
    discard_reason: '',
  });
  const targets = results.flatMap(({ drawn }, pool) =>
    drawn.flatMap((key): NewTarget[] => {
      const found = candidates.get(key);
      return found === undefined ? [] : [{ ...found, origin: 'drawn', drawn: { drawingId, pool } }];
    }),
  );
  insertTargets(db, campaign, targets, 'proposed');
  const words = `第 ${number} 次抽取，种子 ${seed}，${poolCount} 选 ${targets.length}`;
  addEvent(context, campaign, 'drawn', words);
  context.summarize(logWords(campaign, words, `第 ${number} 次抽取，${targets.length} 个对象`));
  return uid;
}

function storedPool({
  countyUid,
  countyName,
  subject,
  count,
  available,
  resting,
  missing,
}: FrozenPools['pools'][number]): DrawingPool {
  return { countyUid, countyName, subject, count, available, resting, missing };
}
