import * as z from 'zod';
import { positivePointsSchema } from '#shared/points.ts';
import { groundsProblem } from '#shared/rules/deductions/grounds.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { RunOperation } from './run-operation.ts';

export const deductionsSchema = z.object({
  deductions: z.array(
    z.object({
      /** Words that the title of the finding or overdue task has. */
      task: z.string(),
      /** Number of the indicator. */
      indicator: z.string(),
      points: positivePointsSchema,
      /** False: it waits. */
      accepted: z.boolean(),
    }),
  ),
});
export type SampleDeduction = z.infer<typeof deductionsSchema>['deductions'][number];

/** Deductions of the open period; what has not been found yet, or is not late yet, gives none. */
export async function loadDeductions(run: RunOperation, all: readonly SampleDeduction[]): Promise<void> {
  for (const deduction of all) await loadDeduction(run, deduction);
}

async function loadDeduction(
  run: RunOperation,
  { task: words, indicator: number, points, accepted }: SampleDeduction,
): Promise<void> {
  const { rows } = await run('tasks', 'list', {
    filter: { text: words, view: 'all', kind: null, unitUid: null, sourceUid: null },
    sort: 'due',
    descending: false,
    after: null,
    limit: 1,
  });
  const [found] = rows;
  if (found === undefined || groundsProblem(found, localDay(Date.now())) !== null) return;
  const { tasks, groups } = await run('deductions', 'choices', { taskUids: [found.uid] });
  const [task] = tasks;
  const [object] = task?.objects ?? [];
  if (task === undefined || object === undefined) throw new Error(`nobody is assessed for ${words}`);
  const { objectUid, groupUid } = object;
  const group = groups.find(({ uid }) => uid === groupUid);
  const indicatorUid = group?.indicators.find((indicator) => indicator.number === number)?.uid ?? '';
  const { uid: taskUid, reason } = task;
  const item = { taskUid, objectUid, groupUid, indicatorUid, points, reason };
  await run('deductions', 'propose', { items: [item] });
  if (!accepted) return;
  const proposed = await run('deductions', 'ofTask', { uid: taskUid });
  await run('deductions', 'accept', { uids: proposed.map(({ uid }) => uid) });
}
