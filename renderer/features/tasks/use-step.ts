import type { TaskStep } from '#shared/rules/tasks/steps.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { stepForms } from './step-forms.ts';

/** What the dialog of a step collects; a step takes what it knows of it. */
export interface StepValues {
  uids: string[];
  on: string;
  text: string;
  unitUid: string | null;
  dueOn: string;
  close: boolean;
}

type Send = (values: StepValues, options: Parameters<typeof client.tasks.press>[1]) => Promise<unknown>;

const sends: Readonly<Record<TaskStep, Send>> = {
  assign: ({ uids, on, text }, options) => client.tasks.assign({ uids, on, text }, options),
  receive: ({ uids, on, text }, options) => client.tasks.receive({ uids, on, text }, options),
  feedback: ({ uids, on, text, unitUid }, options) =>
    client.tasks.feedback({ uids, on, text, unitUid }, options),
  press: ({ uids, on, text, unitUid }, options) => client.tasks.press({ uids, on, text, unitUid }, options),
  extend: ({ uids, on, text, dueOn }, options) => client.tasks.extend({ uids, on, text, dueOn }, options),
  report: ({ uids, on, text, close }, options) => client.tasks.report({ uids, on, text, close }, options),
  accept: ({ uids, on, text, close }, options) => client.tasks.accept({ uids, on, text, close }, options),
  return: ({ uids, on, text }, options) => client.tasks.return({ uids, on, text }, options),
  close: ({ uids, on, text }, options) => client.tasks.close({ uids, on, text }, options),
  cancel: ({ uids, on, text }, options) => client.tasks.cancel({ uids, on, text }, options),
  reopen: ({ uids, on, text }, options) => client.tasks.reopen({ uids, on, text }, options),
};

/** A step as a write that can be undone. */
export function useStep(step: TaskStep) {
  return useOperation<StepValues, unknown>(sends[step], {
    success: (_output, { uids }) => `${stepForms[step].done}${uids.length > 1 ? `：${uids.length} 项` : ''}`,
    undoable: true,
  });
}
