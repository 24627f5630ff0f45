import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { ScheduleResult } from '#shared/rules/schedule/result.ts';
import { threadEntry } from '../threads/thread-entry.ts';
import { type SolveRequest, solveScheduleJob } from './job.ts';

/*
 * The solver in a thread of its own for the command line, which has no data folder and so no jobs: a call of HiGHS
 * stands until it ends, and Ctrl+C is to be heard meanwhile.
 */

interface SolveStart extends SolveRequest {
  flag: Int32Array;
}

interface SolveMessage {
  best: ScheduleResult;
  isLast: boolean;
}

/** @returns the best plan so far where the thread breaks; null where there is none */
export function solveInThread(
  request: SolveRequest,
  signal: AbortSignal,
  heard: (best: ScheduleResult) => void,
): Promise<ScheduleResult | null> {
  const flag = new Int32Array(new SharedArrayBuffer(4));
  const start: SolveStart = { ...request, flag };
  const worker = new Worker(threadEntry('schedule'), { workerData: start });
  const stop = (): void => void Atomics.store(flag, 0, 1);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  let best: ScheduleResult | null = null;
  return new Promise((resolve) => {
    worker.on('message', (message: SolveMessage) => {
      best = message.best;
      if (!message.isLast) heard(best);
    });
    // What is known so far is the answer; 'exit' follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => resolve(best));
  });
}

/** Entry of that thread. */
export async function runSolvingThread(): Promise<void> {
  const { flag, ...request } = workerData as SolveStart;
  const send = (message: SolveMessage): void => parentPort?.postMessage(message);
  const best = await solveScheduleJob(request, {
    progress: (_progress, _step, interim) => {
      if (interim !== undefined) send({ best: interim as ScheduleResult, isLast: false });
    },
    throwIfCancelled: () => undefined,
    isEnough: () => Atomics.load(flag, 0) === 1,
  });
  send({ best, isLast: true });
}
