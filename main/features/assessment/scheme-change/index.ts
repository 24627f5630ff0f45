import type { schemeChange as contract } from '#shared/contract/scheme-change.ts';
import { AppError } from '#shared/errors.ts';
import { carryBetween, schemeDifferences } from '#shared/rules/assessment/scheme-change.ts';
import { countedStages } from '#shared/rules/assessment/stages.ts';
import { packEntry, readEntry } from '#shared/rules/assessment/pack-entry.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { entriesOf, scoredGroup } from '../load-group.ts';
import { carriedCells, dropJudged, judgedStages, saveCarried } from './judged.ts';
import { type ChangePlan, offersOf, planChange } from './plan.ts';
import { moves, scoresOfGroup } from './queries.ts';

/** An open period goes over to a later version of its scheme: first a preview, then one operation. */
export const schemeChange: Handlers<typeof contract> = {
  offers: ({ periodUid }, { db }) => offersOf(db, periodUid),

  preview({ groupUid, schemeUid }, { db }) {
    const plan = planChange(db, groupUid, schemeUid);
    const { offer, group, packedIn, to, successors, obstacle, seen } = plan;
    const { scorer } = scoredGroup(group);
    const stages = countedStages(to.scheme.settings).flatMap((stage) => {
      const entries = entriesOf({ keys: group.keys, packed: packedIn(stage) });
      return stage === 'checked' ? judgedStages(db, plan, entries) : [entries];
    });
    const differences = schemeDifferences({ from: group, to, successors }, stages, scorer);
    return { ...offer, ...differences, decimals: to.scheme.settings.decimals, obstacle, seen };
  },

  change({ groupUid, schemeUid, seen }, { db, summarize }) {
    const plan = planChange(db, groupUid, schemeUid);
    if (plan.obstacle !== null) throw new AppError('refused', { reason: plan.obstacle });
    if (plan.seen !== seen) {
      throw new AppError('refused', { reason: '预览以后评分又有改动，请重新看过变化再改用。' });
    }
    const judged = carriedCells(db, plan);
    const done = carryScores(db, plan);
    dropJudged(db, judged);
    moveToSuccessors(db, plan);
    db.update('assessment_group', plan.group.row.id, { scheme_id: plan.toId });
    saveCarried(db, plan.toId, judged);
    const { offer, group } = plan;
    summarize(
      `${group.period.title} ${group.row.name}：“${offer.title}”第${offer.from}版改为第${offer.to}版`,
    );
    return done;
  },
};

/** Rewrites or clears what cannot go over as it is; the rest only changes its indicator. */
function carryScores(db: WriteStore, { group, to, successors }: ChangePlan) {
  const carry = carryBetween({ from: group, to, successors });
  const counts = { moved: 0, cleared: 0 };
  for (const { id, indicator_uid, entry } of db.all(scoresOfGroup, { groupId: group.row.id })) {
    const before = readEntry(entry);
    const after = carry(indicator_uid, before);
    if (after === null) {
      db.remove('score', id);
      counts.cleared += 1;
    } else {
      if (after !== before) db.update('score', id, { entry: packEntry(after) });
      counts.moved += 1;
    }
  }
  return counts;
}

function moveToSuccessors(db: WriteStore, { group, successors, ids }: ChangePlan): void {
  for (const [from, to] of successors) {
    const [fromId, toId] = [ids.get(from), ids.get(to)];
    if (fromId === undefined || toId === undefined) continue;
    for (const move of moves) db.run(move, { groupId: group.row.id, fromId, toId });
  }
}
