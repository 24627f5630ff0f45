import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import type { ScheduleResult } from '#shared/rules/schedule/result.ts';
import type { JobContext } from '../jobs/run-job.ts';
import { loadSolver } from './highs.ts';
import { solveSchedule } from './solve.ts';

export interface SolveRequest {
  problem: ScheduleProblem;
  seconds: number;
}

const SAID_EVERY_SECONDS = 1;

/** Its interim result is the best plan so far, with all that is known of it; it ends when that is enough. */
export async function solveScheduleJob(
  { problem, seconds }: SolveRequest,
  context: Pick<JobContext, 'progress' | 'throwIfCancelled' | 'isEnough'>,
): Promise<ScheduleResult> {
  const solver = await loadSolver();
  const started = performance.now();
  let said = 0;
  const say = (best?: ScheduleResult): void => {
    said = (performance.now() - started) / 1_000;
    context.progress(Math.min(1, said / seconds), '已有方案，继续改进', best);
  };
  const result = solveSchedule(solver, problem, {
    seconds,
    progress: say,
    stopped() {
      if ((performance.now() - started) / 1_000 - said > SAID_EVERY_SECONDS) say();
      return context.isEnough();
    },
  });
  context.throwIfCancelled();
  return result;
}
