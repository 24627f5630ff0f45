import { v7 } from 'uuid';
import type { countyPlans as contract, CountyTaskFields } from '#shared/contract/county-plans.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { cityTasksOf, type CountyPlanRecord, type CountyTaskRecord, countyTasksOf } from './queries.ts';
import { requireCountyPlan, requireCountyTask, taskOf } from './rows.ts';

type Names = 'addTask' | 'updateTask' | 'removeTask' | 'answer';

/** The tasks of a unit's plan, and which of the city's each of them answers. */
export const taskHandlers: Pick<Handlers<typeof contract>, Names> = {
  addTask({ countyPlanUid, ...fields }, context) {
    const plan = requireCountyPlan(context.db, countyPlanUid, context.today);
    const uid = insertTask(context, plan, fields);
    context.summarize(`${plan.name} ${fields.text}`);
    return { uid };
  },

  updateTask({ uid, base, set }, context) {
    const record = requireCountyTask(context.db, uid);
    const { uid: _uid, ...stored } = taskOf(record);
    const changes = decidePatch<CountyTaskFields>(stored, base, set);
    changeTask(context, record, changes);
    context.summarize(changes.text ?? record.text);
    return { uid };
  },

  removeTask({ uid }, { db, summarize }) {
    const record = requireCountyTask(db, uid);
    db.remove('county_plan_task', record.id);
    summarize(record.text);
    return { uid };
  },

  answer({ answers }, context) {
    for (const { countyUid, cityUid } of answers)
      changeTask(context, requireCountyTask(context.db, countyUid), {
        answersUid: cityUid,
        isOwn: cityUid === null,
      });
    context.summarize(`${answers.length} 项`);
    return { changed: answers.length };
  },
};

/** Behind the tasks that are there. @returns its uid */
export function insertTask(
  { db }: WriteContext,
  { id, plan_id }: CountyPlanRecord,
  { text, unit, dueOn, answersUid }: CountyTaskFields,
): string {
  const uid = v7();
  const last = db.all(countyTasksOf, { countyPlanId: id }).at(-1)?.position ?? 0;
  db.insert('county_plan_task', {
    uid,
    county_plan_id: id,
    position: last + 1,
    text,
    unit,
    due_on: dueOn,
    task_id: cityTaskId(db, plan_id, answersUid),
  });
  return uid;
}

export function changeTask(
  { db }: WriteContext,
  { id, plan_id }: Pick<CountyTaskRecord, 'id' | 'plan_id'>,
  { answersUid, dueOn, isOwn = false, ...same }: Partial<CountyTaskFields> & { isOwn?: boolean },
): void {
  db.update('county_plan_task', id, {
    ...same,
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(answersUid === undefined
      ? {}
      : { task_id: cityTaskId(db, plan_id, answersUid), is_own: Number(isOwn) }),
  });
}

/** @throws AppError notFound where the city's plan does not hold it (any more) */
function cityTaskId(db: ReadStore, planId: number, uid: string | null): number | null {
  if (uid === null) return null;
  const task = db.all(cityTasksOf, { planId }).find((each) => each.uid === uid);
  if (task === undefined) throw new AppError('notFound', { what: '市方案里的这项任务' });
  return task.id;
}
