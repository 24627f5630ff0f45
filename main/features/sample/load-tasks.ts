import { type FindUnit, unitsOf } from './find-unit.ts';
import type { RunOperation } from './run-operation.ts';
import type { SampleStep, SampleTask } from './task-data.ts';

/** Tasks with everything that has happened to them, as clerks would have entered it. */
export async function loadTasks(
  run: RunOperation,
  find: FindUnit,
  tasks: readonly SampleTask[],
): Promise<void> {
  for (const { leads, supporting, source, cycle, steps, ...task } of tasks) {
    const item = {
      ...task,
      startOn: null,
      feedbackCycle: cycle,
      sourceText: source,
      ...unitsOf(find, { leads, supporting }),
      keep: task.kind === 'instruction',
    };
    const { uids } = await run('tasks', 'add', { items: [item] });
    await takeSteps(run, uids, steps);
  }
}

export async function takeSteps(
  run: RunOperation,
  uids: string[],
  steps: readonly SampleStep[],
): Promise<void> {
  for (const step of steps) await takeStep(run, uids, step);
}

async function takeStep(
  run: RunOperation,
  uids: string[],
  { step, on, text, dueOn }: SampleStep,
): Promise<void> {
  switch (step) {
    case 'extend':
      await run('tasks', 'extend', { uids, on, text, dueOn: dueOn ?? on });
      break;
    case 'feedback':
    case 'press':
      await run('tasks', step, { uids, on, text, unitUid: null });
      break;
    case 'report':
      await run('tasks', 'report', { uids, on, text, close: false });
      break;
    case 'accept':
    case 'close':
      await run('tasks', 'accept', { uids, on, text, close: step === 'close' });
      break;
    default:
      await run('tasks', step, { uids, on, text });
  }
}
