import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EventPublisher } from '@orpc/server';
import type { CoreEvent, JobState } from '#shared/contract/events.ts';
import { AppError, errorText } from '#shared/errors.ts';
import type { SpawnReader } from '../excel/read/reader-process.ts';
import { threadEntry } from '../threads/thread-entry.ts';
import type { JobMessage, JobStart } from './job-protocol.ts';
import { serveReaders } from './reader-relay.ts';

/*
 * Long work in a worker thread of its own: it reports progress, looks at a cancel flag, and is terminated
 * two seconds after a cancel that it ignores. Its temporary folder goes with it.
 */

const IGNORED_CANCEL_MILLISECONDS = 2_000;
const KEPT_JOBS = 100;

export interface Job {
  readonly uid: string;
  readonly finished: Promise<JobState>;
}

export type JobReport = (progress: number | null, step: string) => void;

export interface Jobs {
  /** @param run after the worker has ended well, in the dispatching process: moves results, writes the log */
  start(name: string, label: string, input: unknown, after?: (result: unknown) => Promise<unknown>): Job;
  /**
   * Work that only waits for the core's own answers, in the dispatching process; `report` as a job's progress.
   * It cannot be cancelled: what it has written stays written.
   */
  track(label: string, run: (report: JobReport) => Promise<unknown>): Job;
  get(uid: string): JobState;
  cancel(uid: string): boolean;
  close(): Promise<void>;
}

interface Running {
  state: JobState;
  cancelFlag: Int32Array;
  worker: Worker | null;
  /** The worker has said how it went; what follows its answer may take longer than its own end. */
  answered: boolean;
  finish: () => void;
}

interface RunningJob {
  running: Running;
  job: Job;
}

export function createJobs(
  base: { dataFolder: string; resourcesFolder: string },
  spawnReader: SpawnReader,
  publisher: EventPublisher<{ event: CoreEvent }>,
): Jobs {
  const all = new Map<string, Running>();

  function report(running: Running, change: Partial<JobState>): void {
    running.state = { ...running.state, ...change };
    publisher.publish('event', { kind: 'job', job: running.state });
  }

  function end(running: Running, change: Partial<JobState>): void {
    if (running.state.status !== 'running') return;
    report(running, change);
    running.finish();
    void running.worker?.terminate();
    running.worker = null;
  }

  function begin(label: string): RunningJob {
    forgetOldest(all);
    const uid = randomUUID();
    const ended = Promise.withResolvers<JobState>();
    const running: Running = {
      state: { uid, label, status: 'running', progress: null, step: '准备', problem: null, result: null },
      cancelFlag: new Int32Array(new SharedArrayBuffer(4)),
      worker: null,
      answered: false,
      finish: () => ended.resolve(running.state),
    };
    all.set(uid, running);
    return { running, job: { uid, finished: ended.promise } };
  }

  function start(
    name: string,
    label: string,
    input: unknown,
    after?: (result: unknown) => Promise<unknown>,
  ): Job {
    const { running, job } = begin(label);
    const temporaryFolder = mkdtempSync(join(tmpdir(), 'fire-committee-office-'));
    const { cancelFlag, finish } = running;
    running.finish = () => {
      rmSync(temporaryFolder, { recursive: true, force: true });
      finish();
    };
    const workerData: JobStart = { ...base, name, input, temporaryFolder, cancelFlag };
    const worker = new Worker(threadEntry('job'), { workerData });
    running.worker = worker;
    const endReaders = serveReaders(worker, spawnReader);
    worker.on('message', (message: JobMessage) => void onMessage(running, message, after));
    worker.on('error', (error) => end(running, failure('internal', { number: error.message })));
    worker.on('exit', () => {
      endReaders();
      if (!running.answered) end(running, failure('internal', { number: 'job-exit' }));
    });
    report(running, {});
    return job;
  }

  function track(label: string, run: (report: JobReport) => Promise<unknown>): Job {
    const { running, job } = begin(label);
    report(running, {});
    void run((progress, step) => report(running, { progress, step })).then(
      (result) => succeed(running, result),
      (error: unknown) => end(running, failureOf(error)),
    );
    return job;
  }

  function succeed(running: Running, result: unknown): void {
    end(running, { status: 'done', progress: 1, step: '完成', result });
  }

  async function onMessage(
    running: Running,
    message: JobMessage,
    after: ((result: unknown) => Promise<unknown>) | undefined,
  ): Promise<void> {
    if (message.kind === 'done' || message.kind === 'failed') running.answered = true;
    if (message.kind === 'progress') {
      if (running.state.status === 'running')
        report(running, { progress: message.progress, step: message.step });
    } else if (message.kind === 'failed') {
      end(
        running,
        message.error.code === 'cancelled'
          ? { status: 'cancelled' }
          : failure(message.error.code, message.error.data),
      );
    } else if (message.kind === 'done') {
      try {
        succeed(running, after === undefined ? message.result : await after(message.result));
      } catch (error) {
        end(running, failureOf(error));
      }
    }
  }

  return {
    start,
    track,
    get(uid) {
      const running = all.get(uid);
      if (running === undefined) throw new AppError('notFound', { what: '这项任务' });
      return running.state;
    },
    cancel(uid) {
      const running = all.get(uid);
      if (running?.state.status !== 'running' || running.worker === null) return false;
      Atomics.store(running.cancelFlag, 0, 1);
      setTimeout(() => end(running, { status: 'cancelled' }), IGNORED_CANCEL_MILLISECONDS).unref();
      return true;
    },
    async close() {
      const workers = [...all.values()].flatMap(({ worker }) => (worker === null ? [] : [worker]));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function failure(
  code: Parameters<typeof errorText>[0],
  data: Parameters<typeof errorText>[1],
): Partial<JobState> {
  return { status: 'failed', problem: errorText(code, data) };
}

function failureOf(error: unknown): Partial<JobState> {
  return error instanceof AppError ? failure(error.code, error.data) : failure('internal', {});
}

function forgetOldest(all: Map<string, Running>): void {
  for (const [uid, running] of all) {
    if (all.size < KEPT_JOBS) return;
    if (running.state.status !== 'running') all.delete(uid);
  }
}
