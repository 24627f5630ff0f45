import { v7 } from 'uuid';
import type { deductions as contract, NewDeduction } from '#shared/contract/deductions.ts';
import { AppError } from '#shared/errors.ts';
import { groundsProblem } from '#shared/rules/deductions/grounds.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { Frames } from '#main/features/assessment/index.ts';
import { requireTask, tasksByUids } from '#main/features/tasks/index.ts';
import { deductibleIndicators } from './deductible.ts';
import { cellIds, standingOfTasks } from './queries.ts';
import { cellName, deductionList } from './rows.ts';

/** @throws AppError notFound, frozen, badInput, refused */
export const propose: Handlers<typeof contract>['propose'] = ({ items }, context) => {
  const frames = new Frames(context);
  const names = items.map((item) => proposeOne(context, item, frames));
  context.summarize(deductionList(names));
  return { proposed: items.length };
};

/** @returns 城东区 1.1 扣3分 */
function proposeOne(context: WriteContext, item: NewDeduction, frames: Frames): string {
  const { db, now, caller } = context;
  const { objectUid, indicatorUid, points, reason } = item;
  const taskId = requireGrounds(context, item.taskUid);
  const name = requireCell(frames, item);
  refuseTwice(context, item, name);
  const ids = db.get(cellIds, { objectUid, indicatorUid });
  if (ids === undefined) throw new AppError('notFound', { what: '考核指标' });
  db.insert('deduction', {
    uid: v7(),
    task_id: taskId,
    ...ids,
    points,
    taken: null,
    reason,
    state: 'waiting',
    proposed_at: now,
    proposed_by: caller.userName,
    decided_at: null,
    decided_by: null,
    refusal: '',
  });
  return `${name} 扣${pointsText(points)}分`;
}

/** @returns the task's local id. @throws AppError notFound, refused where nothing is wrong with it */
function requireGrounds({ db, today }: WriteContext, taskUid: string): number {
  const { id } = requireTask(db, taskUid);
  const problem = tasksByUids(db, [taskUid], today).map((task) => groundsProblem(task, today))[0] ?? null;
  if (problem !== null) throw new AppError('refused', { reason: problem });
  return id;
}

/** @returns 城东区 1.1. @throws AppError notFound, frozen, refused, badInput */
function requireCell(frames: Frames, { groupUid, objectUid, indicatorUid, points }: NewDeduction): string {
  const { frame, object, indicator } = frames.cell(groupUid, objectUid, indicatorUid);
  if (frame.period.status === 'final') throw new AppError('frozen', { what: `“${frame.period.title}”` });
  const name = cellName(object, indicator);
  const isDeductible = deductibleIndicators(frame).some(({ uid }) => uid === indicatorUid);
  if (!isDeductible || object.inapplicable.includes(indicatorUid))
    throw new AppError('refused', { reason: `“${name}”不能扣分，请换一个指标。` });
  if (points > indicator.maxPoints && indicator.floor === 'zero')
    throw new AppError('badInput', {
      detail: `“${name}”一共${pointsText(indicator.maxPoints)}分，扣分不能更多`,
    });
  return name;
}

function refuseTwice({ db }: WriteContext, item: NewDeduction, name: string): void {
  const stands = db
    .all(standingOfTasks, { uids: JSON.stringify([item.taskUid]) })
    .some((one) => one.object_uid === item.objectUid && one.indicator_uid === item.indicatorUid);
  if (!stands) return;
  const { title } = requireTask(db, item.taskUid);
  throw new AppError('refused', { reason: `“${title}”已经在“${name}”拟扣分，不能重复。` });
}
