import type { tasks as contract } from '#shared/contract/tasks.ts';
import { addDays } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import { extensionProblem } from '#shared/rules/tasks/due.ts';
import { feedbackDueFrom, nextFeedbackDue } from '#shared/rules/tasks/feedback-cycle.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import { allows, statusAfter, type TaskStep, taskStepNames } from '#shared/rules/tasks/steps.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import { refuseDueProblem } from './create.ts';
import { insertEvent, type NewEvent } from './events.ts';
import type { TaskRecord } from './queries.ts';
import { cycleOf, requireTask } from './rows.ts';
import { taskList } from './task-list.ts';

interface StepInput {
  uids: readonly string[];
  on: string;
  text: string;
}

/** What a step changes beside the status, and what the timeline says besides the text. */
interface StepWork {
  columns?: (task: TaskRecord) => RowValues;
  event?: (task: TaskRecord) => Partial<NewEvent>;
}

/** Each step of a task's way, for one task or for many at once. */
export const stepHandlers: Pick<Handlers<typeof contract>, TaskStep> = {
  assign: (input, context) => changed(assignTasks(context, input)),
  receive: (input, context) => changed(take(context, 'receive', input)),
  feedback: (input, context) => ({
    eventUids: take(context, 'feedback', input, {
      columns: (task) => ({
        next_feedback_on: nextFeedbackDue(cycleOf(task), task.next_feedback_on, input.on),
      }),
      event: () => ({ unitUid: input.unitUid }),
    }),
  }),
  press: (input, context) => changed(pressTasks(context, input, { unitUid: input.unitUid })),
  extend: (input, context) =>
    changed(
      take(context, 'extend', input, {
        columns: (task) => {
          const problem = extensionProblem(task.due_on, input.dueOn);
          if (problem !== null)
            throw new AppError('badInput', { detail: `“${task.title}”${problem}`, field: 'dueOn' });
          return { due_on: input.dueOn, extended_count: task.extended_count + 1 };
        },
        event: (task) => ({ oldDueOn: task.due_on, newDueOn: input.dueOn }),
      }),
    ),
  report({ close, ...input }, context) {
    const eventUids = take(context, 'report', input, { columns: () => ({ reported_on: input.on }) });
    if (close) acceptAndClose(context, input);
    return { eventUids };
  },
  accept: ({ close, ...input }, context) => ({
    eventUids: close ? acceptAndClose(context, input) : take(context, 'accept', input),
  }),
  return: (input, context) =>
    changed(take(context, 'return', input, { columns: () => ({ reported_on: null }) })),
  close: (input, context) => ({ eventUids: closeTasks(context, input) }),
  cancel: (input, context) =>
    changed(take(context, 'cancel', input, { columns: () => ({ closed_on: input.on }) })),
  reopen: (input, context) =>
    changed(take(context, 'reopen', input, { columns: () => ({ closed_on: null, reported_on: null }) })),
};

type FollowingStep = 'report' | 'accept' | 'return' | 'close' | 'reopen' | 'cancel';

/** A step that follows from what was entered elsewhere, such as a re-inspection. */
export function takeStep(
  context: WriteContext,
  step: FollowingStep,
  input: { uids: string[]; on: string; text: string },
): void {
  stepHandlers[step]({ ...input, close: false }, context);
}

/** Gives out what was planned; a cycle of feedback begins on that day. */
export function assignTasks(context: WriteContext, input: StepInput): string[] {
  return take(context, 'assign', input, {
    columns: (task) => {
      refuseDueProblem(input.on, task.due_on);
      const next = feedbackDueFrom(cycleOf(task), addDays(input.on, 1));
      return { assigned_on: input.on, next_feedback_on: next };
    },
  });
}

/** Each pressing counts. @returns uids of the events */
export function pressTasks(
  context: WriteContext,
  input: StepInput,
  event: Pick<NewEvent, 'unitUid' | 'source'>,
): string[] {
  return take(context, 'press', input, {
    columns: (task) => ({
      pressed_count: task.pressed_count + 1,
      last_pressed_on: (task.last_pressed_on ?? '') > input.on ? task.last_pressed_on : input.on,
    }),
    event: () => event,
  });
}

function acceptAndClose(context: WriteContext, { text, ...input }: StepInput): string[] {
  take(context, 'accept', { ...input, text: '' });
  return closeTasks(context, { ...input, text });
}

/** @throws AppError badInput where no proof is named */
function closeTasks(context: WriteContext, input: StepInput): string[] {
  if (input.text === '') throw new AppError('badInput', { detail: '请填写办结依据', field: 'text' });
  return take(context, 'close', input, { columns: () => ({ closed_on: input.on }) });
}

/** @returns uids of the events. @throws AppError refused where the step does not follow from a task's status */
function take(context: WriteContext, step: TaskStep, input: StepInput, work: StepWork = {}): string[] {
  const { db, summarize } = context;
  const records = [...new Set(input.uids)].map((uid) => requireTask(db, uid));
  const eventUids = records.map((task) => {
    refuseStep(task, step, input.on);
    const columns = work.columns?.(task) ?? {};
    db.update('task', task.id, { status: statusAfter(task.status, step), ...columns });
    return insertEvent(context, task.id, {
      kind: step,
      day: input.on,
      text: input.text,
      ...work.event?.(task),
    });
  });
  summarize(taskList(records.map(({ title }) => title)));
  return eventUids;
}

function refuseStep(task: TaskRecord, step: TaskStep, on: string): void {
  if (!allows(task.status, step)) {
    const reason = `“${task.title}”现在是“${taskStatusNames[task.status]}”，不能${taskStepNames[step]}。`;
    throw new AppError('refused', { reason });
  }
  if (step !== 'assign' && on < task.assigned_on) {
    const detail = `日期不能早于“${task.title}”的交办日期 ${task.assigned_on}`;
    throw new AppError('badInput', { detail, field: 'on' });
  }
}

function changed(eventUids: readonly string[]): { changed: number } {
  return { changed: eventUids.length };
}
