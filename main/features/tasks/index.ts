import type { TaskRow, tasks as contract } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { addTasks } from './create.ts';
import { editHandlers } from './edit.ts';
import { taskImport } from './import.ts';
import { listHandlers } from './list.ts';
import { taskByUid, tasksOfSourceUid } from './queries.ts';
import { reportHandlers } from './monthly-report.ts';
import { readingHandlers } from './reading.ts';
import { rowsOf } from './rows.ts';
import { settingsOf, updateSettings } from './settings.ts';
import { assignTasks, pressTasks, stepHandlers } from './steps.ts';

export { completeTask, openTasksByLead, renewTask, reopenCompleted } from './complete.ts';
export { addTasksFrom, createTask } from './create.ts';
export { correctTask, removeTasks, renameSource } from './edit.ts';
export { taskDates } from './dates.ts';
export { taskHandOver } from './hand-over.ts';
export { readContextOf, unitNamesOf } from './named-units.ts';
export { tasksMeant } from './list.ts';
export { isOwedSql, planOfTask, taskColumnList, taskColumns } from './queries.ts';
export { readTask } from './reading.ts';
export { requireTask, rowsOf as taskRowsOf } from './rows.ts';
export { settingsOf as taskSettings } from './settings.ts';
export { takeStep } from './steps.ts';

/** Supervised tasks (督办任务): one list of everything that somebody owes the office. */
export const tasks: Handlers<typeof contract> = {
  ...listHandlers,
  ...editHandlers,
  ...stepHandlers,
  ...readingHandlers,
  ...reportHandlers,
  settings: (_input, { db }) => settingsOf(db),
  updateSettings,
  add: addTasks,
  importTable: importList(taskImport),
};

/** These tasks, in the order of their uids; those that are not there any more are left out. */
export function tasksByUids(db: ReadStore, uids: readonly string[], today: string): TaskRow[] {
  const records = uids.flatMap((uid) => db.get(taskByUid, { uid }) ?? []);
  return rowsOf(db, records, today);
}

/** Takes a task away that nobody owes yet; any other stays. @returns whether it was there */
export function removePlanned(db: WriteStore, uid: string): boolean {
  const task = db.get(taskByUid, { uid });
  if (task === undefined) return false;
  if (task.status !== 'planned') {
    throw new AppError('refused', { reason: `“${task.title}”已经下达，请到“督办任务”里修改或取消。` });
  }
  db.remove('task', task.id);
  return true;
}

/** What came from minutes, a paper, a plan; in the order of entering. */
export function tasksOfSource(db: ReadStore, kind: string, uid: string, today: string): TaskRow[] {
  return rowsOf(db, db.all(tasksOfSourceUid, { kind, uid }), today);
}

export function uidsOfSource(db: ReadStore, kind: string, uid: string): string[] {
  return db.all(tasksOfSourceUid, { kind, uid }).map((task) => task.uid);
}

/**
 * Gives out what a source had planned, as when minutes are issued; what was assigned or cancelled stays as it is.
 * @returns how many
 */
export function activateTasks(
  context: WriteContext,
  source: { kind: string; uid: string },
  on: string,
): number {
  const planned = context.db.all(tasksOfSourceUid, source).filter((task) => task.status === 'planned');
  return assignTasks(context, { uids: planned.map((task) => task.uid), on, text: '' }).length;
}

/** Pressed by a paper, such as a notice: counts as a pressing and is linked in the timeline. */
export function pressTask(
  context: WriteContext,
  { uid, on, text, source }: { uid: string; on: string; text: string; source: { kind: string; uid: string } },
): void {
  pressTasks(context, { uids: [uid], on, text }, { source });
}
