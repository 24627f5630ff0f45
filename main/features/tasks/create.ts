import { v7 } from 'uuid';
import type { NewTaskItem, TaskSource } from '#shared/contract/tasks.ts';
import { addDays } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { dueProblem } from '#shared/rules/tasks/due.ts';
import { type FeedbackCycle, feedbackDueFrom } from '#shared/rules/tasks/feedback-cycle.ts';
import type { TaskKind } from '#shared/rules/tasks/model.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { insertEvent } from './events.ts';
import { searchTextOf } from './search-text.ts';
import { taskList } from './task-list.ts';

export interface NewTask {
  /** Where something refers to it already, as a mark in minutes does. */
  uid?: string;
  kind: TaskKind;
  title: string;
  content: string;
  source: TaskSource | null;
  leadUids: readonly string[];
  supportingUids: readonly string[];
  assignedOn: string;
  /** When the work begins; null: when it is assigned. */
  startOn: string | null;
  /** Null: without a date (长期坚持). */
  dueOn: string | null;
  feedbackCycle: FeedbackCycle;
  /** planned: shown, but nobody owes it until `activateTasks` gives it out. */
  status: 'planned' | 'assigned';
  /** The user who keeps an eye on it. */
  keeperUid: string | null;
}

/** @throws AppError badInput with data.field where a day or unit does not fit */
export function createTask(context: WriteContext, task: NewTask): { id: number; uid: string } {
  const { db } = context;
  const uid = task.uid ?? v7();
  refuseDueProblem(task.assignedOn, task.dueOn);
  const source = task.source ?? { kind: '', uid: null, text: '' };
  const id = db.insert('task', {
    uid,
    kind: task.kind,
    title: task.title,
    content: task.content,
    status: task.status,
    assigned_on: task.assignedOn,
    start_on: task.startOn,
    due_on: task.dueOn,
    first_due_on: task.dueOn,
    ...cycleColumns(task.feedbackCycle, task.assignedOn),
    pressed_count: 0,
    extended_count: 0,
    source_kind: source.kind,
    source_uid: source.uid,
    source_text: source.text,
    keeper_uid: task.keeperUid,
    search_text: searchTextOf({ ...task, sourceText: source.text }),
  });
  insertUnits(db, id, task);
  const kind = task.status === 'planned' ? 'create' : 'assign';
  insertEvent(context, id, { kind, day: task.assignedOn, text: '' });
  return { id, uid };
}

/** @throws AppError badInput with data.field */
export function refuseDueProblem(assignedOn: string, dueOn: string | null): void {
  const problem = dueProblem(assignedOn, dueOn);
  if (problem !== null) throw new AppError('badInput', { detail: problem, field: 'dueOn' });
}

/** Columns of a cycle, with the first feedback due after the day of assignment. */
export function cycleColumns(cycle: FeedbackCycle, assignedOn: string) {
  return {
    feedback_cycle: cycle.kind,
    feedback_day: cycle.kind === 'none' ? 0 : cycle.day,
    next_feedback_on: feedbackDueFrom(cycle, addDays(assignedOn, 1)),
  };
}

interface Units {
  leadUids: readonly string[];
  supportingUids: readonly string[];
}

/** A unit that leads does not support as well. */
export function insertUnits(db: WriteStore, taskId: number, { leadUids, supportingUids }: Units): void {
  const roles = new Map<string, 'lead' | 'supporting'>();
  for (const uid of leadUids) roles.set(uid, 'lead');
  for (const uid of supportingUids) if (!roles.has(uid)) roles.set(uid, 'supporting');
  for (const [position, [uid, role]] of [...roles].entries()) {
    const organizationId = requireOrganization(db, uid).id;
    db.insert('task_unit', { task_id: taskId, organization_id: organizationId, role, position });
  }
}

/** Entered by the clerk: given out at once. */
export function addTasks({ items }: { items: NewTaskItem[] }, context: WriteContext): { uids: string[] } {
  return addTasksFrom({ kind: 'text', uid: null }, items, context);
}

/** The same, of what `origin` asks for. */
export function addTasksFrom(
  origin: Pick<TaskSource, 'kind' | 'uid'>,
  items: readonly NewTaskItem[],
  context: WriteContext,
): { uids: string[] } {
  const uids = items.flatMap((item) =>
    tasksOfItem(item, origin).map(
      (task) =>
        createTask(context, {
          ...task,
          keeperUid: item.keep ? context.caller.userUid : null,
        }).uid,
    ),
  );
  context.summarize(taskList(items.map(({ title }) => title)));
  return { uids };
}

function tasksOfItem(
  { sourceText, each, keep: _keep, ...item }: NewTaskItem,
  origin: Pick<TaskSource, 'kind' | 'uid'>,
): Omit<NewTask, 'keeperUid'>[] {
  const isNamed = sourceText !== '' || origin.uid !== null;
  const source = isNamed ? { ...origin, text: sourceText } : null;
  const task = { ...item, source, status: 'assigned' as const };
  return each && item.leadUids.length > 1
    ? item.leadUids.map((uid) => ({ ...task, leadUids: [uid] }))
    : [task];
}
