import type { tasks as contract } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { cycleColumns, insertUnits, refuseDueProblem } from './create.ts';
import { insertEvent } from './events.ts';
import {
  contentOfTask,
  deductionsOnTask,
  eventsOfTask,
  subtasksOfTask,
  type TaskRecord,
  tasksOfSourceUid,
  unitsOfTasks,
} from './queries.ts';
import { cycleOf, requireTask } from './rows.ts';
import { searchTextOf } from './search-text.ts';
import { taskList } from './task-list.ts';

type Names = 'update' | 'remove' | 'keep' | 'setLeads';

/** Corrections: what was always meant so. What happens on a task's way is a step. */
export const editHandlers: Pick<Handlers<typeof contract>, Names> = {
  update({ uid, base, set }, context) {
    const { db, today, summarize } = context;
    const task = requireTask(db, uid);
    const stored = fieldsOf(db, task, today);
    const changes = decidePatch(stored, base, set);
    const wanted = { ...stored, ...changes };
    refuseDueProblem(wanted.assignedOn, wanted.dueOn);
    db.update('task', task.id, columnsOf(task, wanted, changes));
    if (changes.leadUids !== undefined || changes.supportingUids !== undefined)
      replaceUnits(db, task, wanted);
    if (changes.dueOn !== undefined)
      insertEvent(context, task.id, {
        kind: 'correct',
        day: today,
        text: '',
        oldDueOn: task.due_on,
        newDueOn: wanted.dueOn,
      });
    summarize(taskList([wanted.title]));
    return { uid };
  },

  remove: ({ uids }, context) => ({ removed: removeTasks(context, uids) }),

  keep({ uids, keep }, { db, caller, summarize }) {
    const keeper = keep ? caller.userUid : null;
    const tasks = uids.map((uid) => requireTask(db, uid)).filter((task) => task.keeper_uid !== keeper);
    for (const task of tasks) db.update('task', task.id, { keeper_uid: keeper });
    summarize(taskList(tasks.map(({ title }) => title)));
    return { changed: tasks.length };
  },

  setLeads: ({ uids, leadUids }, context) => setLeads(uids, leadUids, context),
};

/** What was corrected in another record of the same thing, where it was held against what its page saw. */
export function correctTask(
  context: WriteContext,
  uid: string,
  set: Partial<Pick<Fields, 'title' | 'content' | 'assignedOn' | 'dueOn' | 'leadUids'>>,
): void {
  if (Object.keys(set).length === 0) return;
  const base = fieldsOf(context.db, requireTask(context.db, uid), context.today);
  editHandlers.update({ uid, base, set }, context);
}

/** @throws AppError refused where a step has been taken, or where tasks of a plan stand below one of them */
export function removeTasks({ db, summarize }: WriteContext, uids: readonly string[]): number {
  const tasks = uids.map((uid) => requireTask(db, uid));
  for (const task of tasks) {
    const steps = db.all(eventsOfTask, { id: task.id }).filter((event) => !BEGINNINGS.has(event.kind));
    if (steps.length > 0) {
      const reason = `“${task.title}”已经有办理记录，不能删除；不再需要办理的，请用“取消”并写明原因。`;
      throw new AppError('refused', { reason });
    }
    // They would leave the plan with it, unseen.
    if ((db.get(subtasksOfTask, { id: task.id })?.count ?? 0) > 0) {
      const reason = `“${task.title}”在实施方案里还有下级条目，请到“实施方案”里删除。`;
      throw new AppError('refused', { reason });
    }
    if ((db.get(deductionsOnTask, { id: task.id })?.count ?? 0) > 0) {
      const reason = `“${task.title}”已经用作考核扣分的依据，请先撤回拟扣分再删除。`;
      throw new AppError('refused', { reason });
    }
    db.remove('task', task.id);
  }
  summarize(taskList(tasks.map(({ title }) => title)));
  return tasks.length;
}

/** Another title of what tasks come from, where they still carry the old one. */
export function renameSource(
  { db }: WriteContext,
  source: { kind: string; uid: string },
  { from, to }: { from: string; to: string },
): void {
  for (const task of db.all(tasksOfSourceUid, source).filter(({ source_text }) => source_text === from)) {
    const content = db.get(contentOfTask, { id: task.id })?.content ?? '';
    const search_text = searchTextOf({ title: task.title, sourceText: to, content });
    db.update('task', task.id, { source_text: to, search_text });
  }
}

/** Kinds of events that are not yet a step on the way. */
const BEGINNINGS = new Set(['create', 'assign', 'correct']);

function setLeads(
  uids: readonly string[],
  leadUids: readonly string[],
  { db, today, summarize }: WriteContext,
): { changed: number } {
  const tasks = uids.map((uid) => requireTask(db, uid));
  for (const task of tasks) {
    const { supportingUids } = unitsOf(db, task, today);
    replaceUnits(db, task, { leadUids, supportingUids });
  }
  summarize(taskList(tasks.map(({ title }) => title)));
  return { changed: tasks.length };
}

function fieldsOf(db: ReadStore, task: TaskRecord, today: string) {
  return {
    kind: task.kind,
    title: task.title,
    content: db.get(contentOfTask, { id: task.id })?.content ?? '',
    assignedOn: task.assigned_on,
    startOn: task.start_on,
    dueOn: task.due_on,
    feedbackCycle: cycleOf(task),
    sourceText: task.source_text,
    ...unitsOf(db, task, today),
  };
}

type Fields = ReturnType<typeof fieldsOf>;

function unitsOf(db: ReadStore, task: TaskRecord, today: string) {
  const units = db.all(unitsOfTasks, { ids: JSON.stringify([task.id]), today });
  const uidsOf = (role: string) =>
    units.filter((unit) => unit.role === role).map((unit) => unit.organization_uid);
  return { leadUids: uidsOf('lead'), supportingUids: uidsOf('supporting') };
}

function columnsOf(task: TaskRecord, wanted: Fields, changes: Partial<Fields>): RowValues {
  return {
    kind: wanted.kind,
    title: wanted.title,
    content: wanted.content,
    assigned_on: wanted.assignedOn,
    start_on: wanted.startOn,
    due_on: wanted.dueOn,
    // What was extended keeps the date that was given out first.
    first_due_on: task.extended_count === 0 ? wanted.dueOn : task.first_due_on,
    source_text: wanted.sourceText,
    search_text: searchTextOf(wanted),
    ...(changes.feedbackCycle === undefined ? {} : cycleColumns(wanted.feedbackCycle, wanted.assignedOn)),
  };
}

function replaceUnits(
  db: WriteStore,
  task: TaskRecord,
  units: { leadUids: readonly string[]; supportingUids: readonly string[] },
): void {
  for (const { id } of db.all(unitsOfTasks, { ids: JSON.stringify([task.id]), today: task.assigned_on }))
    db.remove('task_unit', id);
  insertUnits(db, task.id, units);
}
