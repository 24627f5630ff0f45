import type { CellChange, ScoreEntry } from '#shared/contract/assessment.ts';
import type { deductions as contract } from '#shared/contract/deductions.ts';
import { AppError } from '#shared/errors.ts';
import { unpackEntry } from '#shared/rules/assessment/pack-entry.ts';
import { latestStage, stageNames } from '#shared/rules/assessment/stages.ts';
import { deductionStateNames } from '#shared/rules/deductions/model.ts';
import { takeOver } from '#shared/rules/deductions/take-over.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { assessment, Frames } from '#main/features/assessment/index.ts';
import { type DeductionRecord, entryOfCell, stagesOfCell } from './queries.ts';
import { cellName, deductionList, requireOpenDeductions } from './rows.ts';

type Names = 'accept' | 'refuse' | 'withdraw';

/** What a clerk makes of proposals. */
export const decisionHandlers: Pick<Handlers<typeof contract>, Names> = {
  accept({ uids }, context) {
    const records = requireWaiting(context, uids);
    for (const [groupUid, own] of Map.groupBy(records, ({ group_uid }) => group_uid))
      enterScores(context, groupUid, own);
    context.summarize(namesOf(context, records));
    return { accepted: records.length };
  },

  refuse({ uids, reason }, context) {
    const records = requireWaiting(context, uids);
    for (const { id } of records)
      context.db.update('deduction', id, { state: 'refused', refusal: reason, ...decision(context) });
    context.summarize(`${namesOf(context, records)}：${reason}`);
    return { refused: records.length };
  },

  withdraw({ uids }, context) {
    const records = requireOpenDeductions(context.db, uids);
    for (const { id } of records) context.db.remove('deduction', id);
    context.summarize(namesOf(context, records));
    return { withdrawn: records.length };
  },
};

/** @throws AppError notFound, frozen, refused where it is decided already */
function requireWaiting({ db }: WriteContext, uids: readonly string[]): DeductionRecord[] {
  const records = requireOpenDeductions(db, uids);
  const decided = records.find(({ state }) => state !== 'waiting');
  if (decided !== undefined) {
    const state = deductionStateNames[decided.state];
    throw new AppError('refused', { reason: `“${decided.task_title}”的拟扣分处理过了：${state}。` });
  }
  return records;
}

/** By the operation that all scores go through, so that history, checks and undo are those of any score. */
function enterScores(context: WriteContext, groupUid: string, records: readonly DeductionRecord[]): void {
  const { db } = context;
  const frames = new Frames(context);
  const changes = new Map<string, CellChange>();
  for (const record of records) {
    const { object_uid: objectUid, indicator_uid: indicatorUid } = record;
    const key = cellKey({ objectUid, indicatorUid });
    const { object, indicator } = frames.cell(groupUid, objectUid, indicatorUid);
    refuseBeyondChecked(context, record, cellName(object, indicator));
    const base = changes.get(key)?.base ?? storedEntry(context, record);
    const now = changes.get(key)?.entry ?? base;
    const outcome = takeOver(indicator, now, record);
    if ('problem' in outcome)
      throw new AppError('refused', { reason: `“${cellName(object, indicator)}”：${outcome.problem}。` });
    changes.set(key, { objectUid, indicatorUid, base, entry: outcome.entry });
    db.update('deduction', record.id, { state: 'accepted', taken: outcome.taken, ...decision(context) });
  }
  assessment.setScores({ groupUid, stage: 'checked', changes: [...changes.values()] }, context);
}

/** A deduction is part of the check: once that is reviewed it would change a score that no longer counts. */
function refuseBeyondChecked({ db }: WriteContext, record: DeductionRecord, name: string): void {
  const { object_id: objectId, indicator_id: indicatorId } = record;
  const latest = latestStage(db.all(stagesOfCell, { objectId, indicatorId }).map(({ stage }) => stage));
  if (latest === null || latest === 'self' || latest === 'checked') return;
  throw new AppError('refused', {
    reason: `“${name}”已有${stageNames[latest]}，考评分不再计入结果。请直接修改${stageNames[latest]}，再对这项拟扣分选“不采纳”或“撤回”。`,
  });
}

function storedEntry({ db }: WriteContext, record: DeductionRecord): ScoreEntry | null {
  const { object_id: objectId, indicator_id: indicatorId } = record;
  const stored = db.get(entryOfCell, { objectId, indicatorId });
  return stored === undefined ? null : unpackEntry(stored.entry);
}

function decision({ now, caller }: WriteContext) {
  return { decided_at: now, decided_by: caller.userName };
}

/** 城东区 1.1 扣3分 等 2 项 */
function namesOf(context: WriteContext, records: readonly DeductionRecord[]): string {
  const frames = new Frames(context);
  return deductionList(
    records.map(({ group_uid, object_uid, indicator_number, indicator_content, points }) => {
      const object = frames.object(group_uid, object_uid);
      const indicator = { number: indicator_number, content: indicator_content };
      return `${cellName(object, indicator)} 扣${pointsText(points)}分`;
    }),
  );
}
