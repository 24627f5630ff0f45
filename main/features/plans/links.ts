import type { PlanCandidate, plans as contract } from '#shared/contract/plans.ts';
import { AppError } from '#shared/errors.ts';
import { taskStatuses } from '#shared/rules/tasks/model.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { planOfTask, requireTask, tasksMeant } from '#main/features/tasks/index.ts';
import { insertAt } from './nodes.ts';
import { requirePlan } from './rows.ts';

type Names = 'findTasks' | 'linkTasks';

/** Looked through, and offered: many of the latest stand in a plan since they were entered there. */
const FOUND = 200;
const OFFERED = 30;
const linkable = taskStatuses.filter((status) => status !== 'planned' && status !== 'cancelled');

/** Tasks that are there already come into a plan; they leave it as any other line does. */
export const linkHandlers: Pick<Handlers<typeof contract>, Names> = {
  findTasks({ text }, { db, today }) {
    const found = tasksMeant(db, { text, statuses: linkable, today, limit: FOUND }).map((task) => ({
      task,
      planTitle: db.get(planOfTask, { uid: task.uid })?.title ?? null,
    }));
    const isFree = ({ planTitle }: PlanCandidate) => planTitle === null;
    const taken = found.filter((candidate) => !isFree(candidate));
    return [...found.filter(isFree), ...taken].slice(0, OFFERED);
  },

  linkTasks({ planUid, place, taskUids }, context) {
    const plan = requirePlan(context.db, planUid);
    const tasks = taskUids.map((uid) => requireFreeTask(context.db, uid));
    const uids: string[] = [];
    for (const { id } of tasks) {
      const spot = { parentUid: place.parentUid, afterUid: uids.at(-1) ?? place.afterUid };
      uids.push(insertAt(context, plan, spot, { taskId: id }));
    }
    context.summarize(`${plan.title}：${tasks.map(({ title }) => title).join('、')}`);
    return { uids };
  },
};

/** @throws AppError refused where it stands in a plan, or where it would go with the draft that planned it */
function requireFreeTask(db: ReadStore, uid: string): { id: number; title: string } {
  const task = requireTask(db, uid);
  const plan = db.get(planOfTask, { uid });
  if (plan !== undefined) {
    const reason = `“${task.title}”已在实施方案“${plan.title}”里；要改放到这里，请先在那里移出方案。`;
    throw new AppError('refused', { reason });
  }
  if (task.status === 'planned') {
    const reason = `“${task.title}”还没有下达，下达后才能加入实施方案。`;
    throw new AppError('refused', { reason });
  }
  return task;
}
