import type { TaskRow } from '#shared/contract/tasks.ts';
import { openStatuses } from '#shared/rules/tasks/model.ts';
import { allows } from '#shared/rules/tasks/steps.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { correctTask } from './edit.ts';
import { eventsOfTask, tasksOfSourceUid } from './queries.ts';
import { requireTask, rowsOf } from './rows.ts';
import { stepHandlers, takeStep } from './steps.ts';

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

/**
 * Asks once more for what a task asks for already: with new words and a new day, whatever step it stood at.
 * @param text why it is extended
 */
export function renewTask(
  context: WriteContext,
  uid: string,
  { dueOn, text, ...words }: { dueOn: string; text: string; title: string; content: string },
): void {
  const { db, today: on } = context;
  const { status, due_on: before } = requireTask(db, uid);
  const input = { uids: [uid], on, text };
  if (allows(status, 'return')) takeStep(context, 'return', input);
  else if (allows(status, 'reopen')) takeStep(context, 'reopen', input);
  const isLater = before !== null && dueOn > before;
  if (isLater) stepHandlers.extend({ ...input, dueOn }, context);
  correctTask(context, uid, isLater ? words : { ...words, dueOn });
}

/**
 * Takes back what `completeTask` did last for a source and a unit, for what had not been done after all.
 * @param proof tells the proof by which it was closed from one that a person wrote
 * @returns how many tasks are open again
 */
export function reopenCompleted(
  context: WriteContext,
  source: { kind: string; uid: string },
  { leadUid, proof, text }: { leadUid: string; proof: RegExp; text: string },
): number {
  const { db, today: on } = context;
  const closed = db.all(tasksOfSourceUid, source).filter(({ id, status }) => {
    const closing = db.all(eventsOfTask, { id }).findLast(({ kind }) => kind === 'close');
    return status === 'closed' && closing !== undefined && proof.test(closing.text);
  });
  const last = rowsOf(db, closed, on).findLast(({ units }) =>
    units.some(({ uid, role }) => uid === leadUid && role === 'lead'),
  );
  if (last === undefined) return 0;
  takeStep(context, 'reopen', { uids: [last.uid], on, text });
  return 1;
}
