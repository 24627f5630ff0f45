import { v7 } from 'uuid';
import type { PlanSummary, plans as contract } from '#shared/contract/plans.ts';
import { isOwnTask } from '#shared/rules/plans/own-task.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import {
  openTasksByLead,
  removeTasks,
  renameSource,
  takeStep,
  tasksByUids,
} from '#main/features/tasks/index.ts';
import { countyPlanUids, nodesOfPlan, type PlanRecord } from './queries.ts';
import { requirePlan } from './rows.ts';

type Names = 'add' | 'update' | 'remove';

/** The plan itself; what stands in it is changed by `nodes.ts`. */
export const planHandlers: Pick<Handlers<typeof contract>, Names> = {
  add(fields, { db, summarize }) {
    const uid = v7();
    db.insert('task_plan', { uid, ...columnsOf(fields) });
    summarize(fields.title);
    return { uid };
  },

  update({ uid, base, set }, context) {
    const plan = requirePlan(context.db, uid);
    const wanted = { ...fieldsOf(plan), ...decidePatch(fieldsOf(plan), base, set) };
    context.db.update('task_plan', plan.id, columnsOf(wanted));
    renameSource(context, sourceOf(plan), { from: sourceOf(plan).text, to: sourceText(wanted) });
    context.summarize(wanted.title);
    return { uid };
  },

  remove({ uid, tasks }, context) {
    const { db, today, summarize } = context;
    const plan = requirePlan(db, uid);
    const taskUids = db.all(nodesOfPlan, { planId: plan.id }).flatMap(({ task_uid }) => task_uid ?? []);
    const own = tasksByUids(db, taskUids, today).filter((task) => isOwnTask(plan.uid, task));
    cancelAsked(context, plan);
    db.remove('task_plan', plan.id);
    if (tasks === 'remove')
      removeTasks(
        context,
        own.map((task) => task.uid),
      );
    summarize(tasks === 'remove' ? `${plan.title}，连同 ${own.length} 项任务` : plan.title);
    return { uid };
  },
};

/** Nobody has to hand in a plan for one that is gone. */
function cancelAsked(context: WriteContext, { id }: PlanRecord): void {
  const { db, today } = context;
  const uids = db
    .all(countyPlanUids, { planId: id })
    .flatMap(({ uid }) => [...openTasksByLead(db, { kind: 'countyPlan', uid }, today).values()])
    .map((task) => task.uid);
  if (uids.length > 0)
    takeStep(context, 'cancel', { uids, on: today, text: '市方案已删除，不再要求报送实施方案' });
}

type PlanFields = Pick<PlanSummary, 'title' | 'documentNumber' | 'issuedOn' | 'note'>;

function fieldsOf({ title, document_number, issued_on, note }: PlanRecord): PlanFields {
  return { title, documentNumber: document_number, issuedOn: issued_on, note };
}

function columnsOf({ title, documentNumber, issuedOn, note }: PlanFields) {
  return { title, document_number: documentNumber, issued_on: issuedOn, note };
}

/** What its tasks come from, as the ledger prints it. */
export function sourceOf(plan: PlanRecord): { kind: string; uid: string; text: string } {
  return { kind: 'plan', uid: plan.uid, text: sourceText(fieldsOf(plan)) };
}

function sourceText({ title, documentNumber }: Pick<PlanFields, 'title' | 'documentNumber'>): string {
  return documentNumber === '' ? title : `${title}(${documentNumber})`;
}
