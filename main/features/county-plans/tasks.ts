import { v7 } from 'uuid';
import type { countyPlans as contract, CountyTaskFields } from '#shared/contract/county-plans.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { cityTasksOf, type CountyPlanRecord, type CountyTaskRecord, countyTasksOf } from './queries.ts';
import { exemptionsOf, requireCountyPlan, requireCountyTask, taskOf } from './rows.ts';

type Names = 'addTask' | 'updateTask' | 'removeTask' | 'answer' | 'exempt';

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

  exempt({ uid, taskUid, reason }, { db, today, summarize }) {
    const plan = requireCountyPlan(db, uid, today);
    const task = requireCityTask(db, plan.plan_id, taskUid);
    if (reason !== null && db.all(countyTasksOf, { countyPlanId: plan.id }).some(answers))
      throw new AppError('refused', {
        reason: `${plan.name}所报方案里有对应这项任务的安排，不能定为不涉及。请先改掉对应关系。`,
      });
    const others = exemptionsOf(plan).filter((each) => each.taskUid !== taskUid);
    const exempt = reason === null ? others : [...others, { taskUid, reason }];
    db.update('county_plan', plan.id, { exempt: JSON.stringify(exempt) });
    summarize(`${plan.name} ${task.title}${reason === null ? '' : `：${reason}`}`);
    return { uid };

    function answers({ answers_uid: answered }: CountyTaskRecord): boolean {
      return answered === taskUid;
    }
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
  return uid === null ? null : requireCityTask(db, planId, uid).id;
}

/** @throws AppError notFound as above */
function requireCityTask(db: ReadStore, planId: number, uid: string) {
  const task = db.all(cityTasksOf, { planId }).find((each) => each.uid === uid);
  if (task === undefined) throw new AppError('notFound', { what: '市方案里的这项任务' });
  return task;
}
