import { v7 } from 'uuid';
import type { credit as contract } from '#shared/contract/credit.ts';
import { AppError } from '#shared/errors.ts';
import { repairEndProblem, repairProblem } from '#shared/rules/credit/repair.ts';
import { REPAIR_FILES } from '#shared/rules/credit/files.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { refuseBefore } from '#main/core/refuse-before.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { hasFiles } from '#main/features/attachments/index.ts';
import { refuseFuture, requireDecision, said } from './course.ts';
import { factsOf } from './facts.ts';
import {
  decisionById,
  type DecisionRecord,
  repairByUid,
  type RepairRecord,
  repairsOfDecision,
} from './queries.ts';
import { creditSettings } from './settings.ts';

type Names = 'applyForRepair' | 'decideRepair';

export const repairHandlers: Pick<Handlers<typeof contract>, Names> = {
  applyForRepair({ uid, day, text }, { db, today, summarize }) {
    const record = requireDecision(db, uid);
    refuseFuture(day, today);
    if (db.all(repairsOfDecision, { decisionId: record.id }).some((repair) => repair.decided_on === null))
      throw new AppError('refused', { reason: '已有一次修复申请等待决定，请先登记修复决定。' });
    requireRepairable(record);
    const problem = repairProblem(factsOf(record), day, creditSettings(db));
    if (problem !== null) throw new AppError('refused', { reason: problem });
    const repairUid = v7();
    const blank = { opinion: '', number: '' };
    db.insert('credit_repair', { uid: repairUid, decision_id: record.id, applied_on: day, text, ...blank });
    summarize(said(db, record, text));
    return { uid, repairUid };
  },

  decideRepair({ repairUid, day, isGranted, endsOn, opinion, number }, { db, today, summarize }) {
    const { repair, decision } = requireOpenRepair(db, repairUid);
    requireRepairable(decision);
    refuseFuture(day, today);
    refuseBefore('day', day, repair.applied_on, ['修复决定日期', '申请日期']);
    if (isGranted) {
      if (endsOn === null)
        throw new AppError('badInput', { detail: '请填写停止公示的日期', field: 'endsOn' });
      requireProof(db, repairUid);
      const problem = repairEndProblem(factsOf(decision), endsOn, day, creditSettings(db));
      if (problem !== null) throw new AppError('badInput', { detail: problem, field: 'endsOn' });
      db.update('credit_decision', decision.id, { repaired_on: endsOn });
    }
    db.update('credit_repair', repair.id, {
      decided_on: day,
      is_granted: isGranted ? 1 : 0,
      opinion,
      number,
    });
    summarize(said(db, decision, isGranted ? `准予修复，${endsOn ?? ''} 停止公示` : `不予修复，${opinion}`));
    return { uid: decision.uid };
  },
};

/** @throws AppError refused, where publicity has been ended already */
function requireRepairable({ revoked_on: revokedOn, repaired_on: repairedOn }: DecisionRecord): void {
  if (revokedOn !== null)
    throw new AppError('refused', { reason: `这项认定已于 ${revokedOn} 撤销，不用再修复。` });
  if (repairedOn !== null)
    throw new AppError('refused', {
      reason: `这项认定已经准予修复，${repairedOn} 起停止公示，不用再修复；日期登记错了的，请先撤销那一步。`,
    });
}

/** The application that waits for its decision. @throws AppError notFound, refused */
function requireOpenRepair(db: ReadStore, uid: string): { repair: RepairRecord; decision: DecisionRecord } {
  const repair = db.get(repairByUid, { uid });
  const decision = repair && db.get(decisionById, { id: repair.decision_id });
  if (repair === undefined || decision === undefined)
    throw new AppError('notFound', { what: '这次修复申请' });
  if (repair.decided_on !== null)
    throw new AppError('refused', { reason: '这次修复申请已经决定，请另行登记新的申请。' });
  return { repair, decision };
}

function requireProof(db: ReadStore, repairUid: string): void {
  if (!hasFiles(db, { kind: REPAIR_FILES, uid: repairUid }))
    throw new AppError('refused', {
      reason: `还没有上传纠正失信行为的证明材料，不能准予修复，请先上传（依据：${creditSettings(db).repairSource}）。`,
    });
}
