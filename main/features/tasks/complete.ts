import type { TaskRow } from '#shared/contract/tasks.ts';
import { openStatuses } from '#shared/rules/tasks/model.ts';
import { allows } from '#shared/rules/tasks/steps.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { tasksOfSourceUid } from './queries.ts';
import { requireTask, rowsOf } from './rows.ts';
import { takeStep } from './steps.ts';

/** What a source asks units for and is not settled, by the uid of each unit that leads it. */
export function openTasksByLead(
  db: ReadStore,
  source: { kind: string; uid: string },
  today: string,
): Map<string, TaskRow> {
  const open = rowsOf(db, db.all(tasksOfSourceUid, source), today).filter(({ status }) =>
    openStatuses.some((each) => each === status),
  );
  return new Map(
    open.flatMap((task) =>
      task.units.filter(({ role }) => role === 'lead').map(({ uid }) => [uid, task] as const),
    ),
  );
}

/**
 * Takes a task through the steps that are left on its way, for what the office has seen to be done.
 * @param doneOn day on which it was done; a task that was given out later is reported on that later day
 */
export function completeTask(
  context: WriteContext,
  { uid, assignedOn }: TaskRow,
  { doneOn, proof }: { doneOn: string; proof: string },
): void {
  const { db, today } = context;
  const reported = doneOn < assignedOn ? assignedOn : doneOn;
  const days = { report: reported, accept: today, close: today };
  for (const step of ['report', 'accept', 'close'] as const) {
    if (!allows(requireTask(db, uid).status, step)) continue;
    const text = step === 'accept' ? '' : proof;
    takeStep(context, step, { uids: [uid], on: days[step], text });
  }
}
