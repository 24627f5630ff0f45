import type { RunOperation } from './run-operation.ts';
import type { SampleTask } from './sample-data.ts';

/** Tasks with everything that has happened to them, as clerks would have entered it. */
export async function loadTasks(run: RunOperation, tasks: readonly SampleTask[]): Promise<void> {
  const nodes = await run('organizations', 'tree', { day: null });
  const uidOf = (name: string): string => {
    const node = nodes.find((each) => each.shortName === name || each.name === name);
    if (node === undefined) throw new Error(`no organization of the sample is called ${name}`);
    return node.uid;
  };
  for (const { leads, supporting, source, cycle, steps, ...task } of tasks) {
    const item = {
      ...task,
      startOn: null,
      feedbackCycle: cycle,
      sourceText: source,
      leadUids: leads.map(uidOf),
      supportingUids: supporting.map(uidOf),
      keep: task.kind === 'instruction',
    };
    const { uids } = await run('tasks', 'add', { items: [item] });
    for (const step of steps) await takeStep(run, uids, step);
  }
}

async function takeStep(
  run: RunOperation,
  uids: string[],
  { step, on, text, dueOn }: SampleTask['steps'][number],
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
