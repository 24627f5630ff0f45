import { type FindUnit, unitsOf } from './find-unit.ts';
import { takeSteps } from './load-tasks.ts';
import type { SamplePlan } from './paperwork-data.ts';
import type { RunOperation } from './run-operation.ts';

/** An implementation plan as it would be pasted, and how far its tasks are. */
export async function loadPlan(
  run: RunOperation,
  find: FindUnit,
  { parts, ...fields }: SamplePlan,
): Promise<{ uid: string }> {
  const { uid } = await run('plans', 'add', fields);
  await run('plans', 'addRows', {
    planUid: uid,
    rows: parts.flatMap(({ heading, tasks }) => [
      { kind: 'heading' as const, level: 0, heading },
      ...tasks.map(({ title, content, dueOn, cycle, leads, supporting }) => ({
        kind: 'task' as const,
        level: 1,
        title,
        content,
        dueOn,
        assignedOn: null,
        feedbackCycle: cycle,
        ...unitsOf(find, { leads, supporting }),
      })),
    ]),
  });
  const { nodes } = await run('plans', 'get', { uid });
  const uids = nodes.flatMap(({ task }) => task?.uid ?? []);
  for (const [place, { steps }] of parts.flatMap(({ tasks }) => tasks).entries()) {
    await takeSteps(run, [uids[place] ?? ''], steps);
  }
  return { uid };
}
