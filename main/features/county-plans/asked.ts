import type { WriteContext } from '#main/core/handlers.ts';
import { planDetail } from '#main/features/plans/index.ts';
import {
  completeTask,
  createTask,
  openTasksByLead,
  renewTask,
  reopenCompleted,
  takeStep,
} from '#main/features/tasks/index.ts';
import type { CountyPlanRecord } from './queries.ts';

/* Supervised tasks by which units are asked for their plans. */

function sourceOf({ uid }: CountyPlanRecord): { kind: string; uid: string } {
  return { kind: 'countyPlan', uid };
}

/** What the unit is asked for already. */
export function openTask({ db, today }: WriteContext, record: CountyPlanRecord): string | null {
  return openTasksByLead(db, sourceOf(record), today).get(record.organization_uid)?.uid ?? null;
}

interface Asked {
  dueOn: string;
  content: string;
}

export function newTask(context: WriteContext, record: CountyPlanRecord, { dueOn, content }: Asked): string {
  const { db, today, caller } = context;
  const { title, documentNumber } = planDetail(db, record.plan_uid, today);
  return createTask(context, {
    kind: 'other',
    title: titleOf(record, title),
    content,
    source: { ...sourceOf(record), text: documentNumber === '' ? title : `${title}(${documentNumber})` },
    leadUids: [record.organization_uid],
    supportingUids: [],
    // It was owed by its day, whenever the office writes that down.
    assignedOn: dueOn < today ? dueOn : today,
    startOn: null,
    dueOn,
    feedbackCycle: { kind: 'none' },
    status: 'assigned',
    keeperUid: caller.userUid,
  }).uid;
}

/** By a new task, or by the open one, which then says what is asked now and by when. */
export function askAgain(context: WriteContext, record: CountyPlanRecord, asked: Asked): string {
  const uid = openTask(context, record);
  if (uid === null) return newTask(context, record, asked);
  const { title } = planDetail(context.db, record.plan_uid, context.today);
  renewTask(context, uid, { ...asked, title: titleOf(record, title), text: '实施方案再次退回修改' });
  return uid;
}

function titleOf({ received_on }: CountyPlanRecord, planTitle: string): string {
  const verb = received_on === null ? '报送' : '修改完善后重新报送';
  return `${verb}落实《${planTitle}》的实施方案`;
}

/** Nothing is asked of the unit any more. @returns how many tasks */
export function cancelAsked(context: WriteContext, record: CountyPlanRecord): number {
  const uid = openTask(context, record);
  if (uid === null) return 0;
  takeStep(context, 'cancel', { uids: [uid], on: context.today, text: '不再要求报送实施方案' });
  return 1;
}

/** It had not come in after all: what its coming in has closed is asked for again. @returns how many tasks */
export function reopenAsked(context: WriteContext, record: CountyPlanRecord): number {
  return reopenCompleted(context, sourceOf(record), {
    leadUid: record.organization_uid,
    proof: /已于 [\d-]{10} 报送实施方案。$/u,
    text: '报送日期登记有误，已清空',
  });
}

/** The plan came in: what asked for it is reported with that day and closed. @returns how many tasks */
export function completeAsked(context: WriteContext, record: CountyPlanRecord, receivedOn: string): number {
  const { db, today } = context;
  const asked = [...openTasksByLead(db, sourceOf(record), today).values()];
  for (const task of asked)
    completeTask(context, task, {
      doneOn: receivedOn,
      proof: `${record.name}已于 ${receivedOn} 报送实施方案。`,
    });
  return asked.length;
}
