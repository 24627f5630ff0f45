import type { DeductionRow } from '#shared/contract/deductions.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { Frames } from '#main/features/assessment/index.ts';
import { deductionByUid, type DeductionRecord } from './queries.ts';

export function rowsOf(context: ReadContext, records: readonly DeductionRecord[]): DeductionRow[] {
  const frames = new Frames(context);
  return records.map((record) => rowOf(record, frames));
}

function rowOf(record: DeductionRecord, frames: Frames): DeductionRow {
  const object = frames.object(record.group_uid, record.object_uid);
  return {
    uid: record.uid,
    state: record.state,
    points: record.points,
    taken: record.taken,
    reason: record.reason,
    proposedBy: record.proposed_by,
    proposedAt: record.proposed_at,
    decidedBy: record.decided_by,
    decidedAt: record.decided_at,
    refusal: record.refusal,
    task: { uid: record.task_uid, title: record.task_title, isFinding: record.is_finding === 1 },
    period: {
      uid: record.period_uid,
      title: record.period_title,
      isFinal: record.period_status === 'final',
    },
    groupUid: record.group_uid,
    objectUid: record.object_uid,
    unitName: object.shortName,
    indicatorUid: record.indicator_uid,
    indicatorNumber: record.indicator_number,
    indicatorContent: record.indicator_content,
  };
}

/** Each once, of open periods. @throws AppError notFound, frozen */
export function requireOpenDeductions(db: ReadStore, uids: readonly string[]): DeductionRecord[] {
  return [...new Set(uids)].map((uid) => {
    const record = db.get(deductionByUid, { uid });
    if (record === undefined) throw new AppError('notFound', { what: '这项拟扣分' });
    if (record.period_status === 'final') throw new AppError('frozen', { what: `“${record.period_title}”` });
    return record;
  });
}

/** 城东区 1.1 */
export function cellName(
  object: { shortName: string },
  indicator: { number: string; content: string },
): string {
  return `${object.shortName} ${indicator.number || indicator.content.slice(0, 12)}`;
}

/** For the log: 城东区 1.1 扣3分 等 2 项 */
export function deductionList(names: readonly string[]): string {
  const [first = ''] = names;
  return names.length > 1 ? `${first} 等 ${names.length} 项` : first;
}
