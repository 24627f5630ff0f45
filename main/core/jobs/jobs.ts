import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { EventPublisher } from '@orpc/server';
import type { JobState } from '#shared/contract/events.ts';
import { AppError, errorText } from '#shared/errors.ts';
import { nothingWritten, type Tally } from '#shared/rules/history/tally.ts';
import type { ErrorLog } from '../dispatch/error-log.ts';
import { type Announcement, isSameOwner, type Owner } from '../dispatch/ownership.ts';
import type { PrintPdf } from '../documents/pdf/print-pdf.ts';
import type { SpawnReader } from '../excel/read/reader-process.ts';
import { createSpareReaders } from '../excel/read/spare-readers.ts';
import type { ThreadError } from '../threads/protocol.ts';
import { toThreadError } from '../threads/thread-error.ts';
import { type JobMessage, type JobStart, signals } from './job-protocol.ts';
import { createJobThreads } from './job-threads.ts';
import { servePdf } from './pdf-relay.ts';
import { serveReaders } from './reader-relay.ts';

/*
 * Long work in a worker thread of its own: it reports progress, looks at its flags, and is terminated two seconds after
 * a cancel that it ignores. A job that has told the best so far ends with it when it is enough, or when it breaks. Its temporary folder goes with it; what a killed program left is
 * removed at the next start. A job is seen, heard of and cancelled by its owner alone.
 */

const IGNORED_FLAG_MILLISECONDS = 2_000;
const CLOSE_MILLISECONDS = 5_000;
const KEPT_JOBS = 100;
/** By name: what is read in a process of its own, most likely by a job. */
const WORKBOOK = /\.(?:xls[xm]?|et|csv|zip)$/iu;

export interface Job {
  readonly uid: string;
  readonly finished: Promise<JobState>;
}

export type JobReport = (progress: number | null, step: string) => void;

export interface Followed {
  /** For the writer thread. */
  readonly flags: Int32Array;
  readonly report: JobReport;
  /** It was answered, well or not: who asked for it hears that from the answer. */
  end(): void;
}

/** @param tally what the job has written; of one that broke off, nothing that is known */
export type AfterJob = (result: unknown, tally: Tally) => Promise<unknown>;

export interface Jobs {
  /**
   * @param after the worker has ended well, in the dispatching process: moves results, writes the log
   * @param readers that the job is going to use: they start beside its thread
   */
  start(name: string, label: string, input: unknown, after?: AfterJob, readers?: number): Job;
  /**
   * Work that only waits for the core's own answers, in the dispatching process; `report` as a job's progress.
   * It cannot be cancelled: what it has written stays written.
   */
  track(label: string, run: (report: JobReport) => Promise<unknown>): Job;
  /** A save under way in the writer thread, seen as a job from its first report on; it can be cancelled until it commits. */
  follow(uid: string, label: string): Followed;
  get(uid: string): JobState;
  cancel(uid: string): boolean;
  /** A file comes in: if it is a workbook, a process to read it and a thread for the job start meanwhile. */
  expectFile(name: string): void;
  /** Ends it with the best that it has so far. */
  enough(uid: string): boolean;
}

/** The core's own view: every job, whosever it is. */
export interface AllJobs extends Jobs {
  of(owner: Owner): Jobs;
  /** Whether anything is still being done for somebody; what the program does by itself keeps nobody waiting. */
  busy(): boolean;
  close(): Promise<void>;
}

interface Running {
  readonly owner: Owner | null;
  readonly finished: Promise<JobState>;
  state: JobState;
  flags: Int32Array;
  /** Takes the worker's result over; see `start`. */
  after: AfterJob | undefined;
  worker: Worker | null;
  /**
   * Once it has said anything, or is gone: a thread that is terminated while it loads SQLite's native part takes the
   * whole program with it.
   */
  loaded: PromiseWithResolvers<void>;
  /** The worker has said how it went; what follows its answer may take longer than its own end. */
  answered: boolean;
  ending: boolean;
  /** It looks at its flag by itself, and is never terminated. */
  followed: boolean;
  temporaryFolder: string | null;
  finish: () => void;
}

interface Served {
  spawnReader: SpawnReader;
  printPdf: PrintPdf;
  /** Told what a job has failed of. */
  onFailure?: (error: AppError) => void;
}

export function createJobs(
  {
    threadBundle,
    ...base
  }: { dataFolder: string; resourcesFolder: string; threadBundle: string | undefined },
  { spawnReader, printPdf, onFailure }: Served,
  publisher: EventPublisher<{ event: Announcement }>,
  log: ErrorLog,
): AllJobs {
  const all = new Map<string, Running>();
  const spareReaders = createSpareReaders(spawnReader);
  const threads = createJobThreads(threadBundle);
  const temporaryFolders = join(base.dataFolder, 'temporary');
  rmSync(temporaryFolders, { recursive: true, force: true });

  function report(running: Running, change: Partial<JobState>): void {
    running.state = { ...running.state, ...change };
    publisher.publish('event', { event: { kind: 'job', job: running.state }, owner: running.owner });
  }

  /** The worker ends before its folder goes: it could still write into it, or hold its files open. */
  async function end(running: Running, change: Partial<JobState>): Promise<void> {
    if (running.ending) return;
    running.ending = true;
    await terminate(running);
    running.worker = null;
    if (running.temporaryFolder !== null) await remove(running.temporaryFolder);
    report(running, change);
    running.finish();
  }

  async function terminate({ worker, loaded }: Running): Promise<void> {
    if (worker === null) return;
    await loaded.promise;
    await worker.terminate();
  }

  async function remove(folder: string): Promise<void> {
    try {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      log.write('jobs', String(error));
    }
  }

  function failure(label: string, { code, data, detail }: ThreadError): Partial<JobState> {
    if (code === 'cancelled') return { status: 'cancelled' };
    const shown = detail === null ? data : { ...data, number: log.write(`jobs ${label}`, detail) };
    onFailure?.(new AppError(code, data));
    return { status: 'failed', problem: errorText(code, shown) };
  }

  function fail(running: Running, error: unknown): Promise<void> {
    return end(running, failure(running.state.label, toThreadError(error)));
  }

  function begin(label: string, owner: Owner | null, uid: string = randomUUID()): Running {
    forgetOldest(all);
    const ended = Promise.withResolvers<JobState>();
    const running: Running = {
      owner,
      finished: ended.promise,
      state: {
        uid,
        label,
        status: 'running',
        progress: null,
        step: '准备',
        problem: null,
        interim: null,
        result: null,
      },
      flags: new Int32Array(new SharedArrayBuffer(8)),
      after: undefined,
      worker: null,
      loaded: Promise.withResolvers(),
      answered: false,
      ending: false,
      followed: false,
      temporaryFolder: null,
      finish: () => ended.resolve(running.state),
    };
    all.set(uid, running);
    return running;
  }

  function start(
    owner: Owner | null,
    ...[name, label, input, after, readers = 0]: Parameters<Jobs['start']>
  ): Job {
    const temporaryFolder = join(temporaryFolders, randomUUID());
    mkdirSync(temporaryFolder, { recursive: true, mode: 0o700 });
    const running = begin(label, owner);
    running.temporaryFolder = temporaryFolder;
    running.after = after;
    const jobStart: JobStart = { ...base, name, input, temporaryFolder, flags: running.flags };
    const worker = threads.start(jobStart);
    running.worker = worker;
    const endReaders = serveReaders(worker, spareReaders.spawn, readers);
    const endPrints = servePdf(worker, printPdf);
    worker.once('message', () => running.loaded.resolve());
    worker.on('message', (message: JobMessage) => void onMessage(running, message));
    worker.on('error', (error) => void breakOff(running, error));
    worker.on('exit', (code) => {
      running.loaded.resolve();
      endReaders();
      endPrints();
      if (!running.answered) void breakOff(running, new Error(`the worker ended with ${code}`));
    });
    report(running, {});
    return { uid: running.state.uid, finished: running.finished };
  }

  function track(owner: Owner | null, ...[label, run]: Parameters<Jobs['track']>): Job {
    const running = begin(label, owner);
    report(running, {});
    void run((progress, step) => report(running, { progress, step })).then(
      (result) => succeed(running, result),
      (error: unknown) => fail(running, error),
    );
    return { uid: running.state.uid, finished: running.finished };
  }

  function follow(owner: Owner | null, uid: string, label: string): Followed {
    const flags = new Int32Array(new SharedArrayBuffer(8));
    let running: Running | null = null;
    return {
      flags,
      report(progress, step) {
        running ??= Object.assign(begin(label, owner, uid), { flags, followed: true });
        report(running, { progress, step });
      },
      end() {
        if (running !== null) void end(running, { status: 'done', progress: 1, step: '完成' });
      },
    };
  }

  function succeed(running: Running, result: unknown): Promise<void> {
    return end(running, { status: 'done', progress: 1, step: '完成', interim: null, result });
  }

  /** Its worker is gone: what it had so far is kept. */
  async function breakOff(running: Running, error: unknown): Promise<void> {
    if (running.answered || running.ending) return;
    if (running.state.interim === null) return fail(running, error);
    const { detail } = toThreadError(error);
    if (detail !== null) log.write(`jobs ${running.state.label}`, detail);
    await takeOver(running, running.state.interim);
  }

  async function takeOver(running: Running, result: unknown, tally: Tally = nothingWritten): Promise<void> {
    running.answered = true;
    // What the work has taken is given back before others take up what it has made.
    await terminate(running);
    try {
      await succeed(running, running.after === undefined ? result : await running.after(result, tally));
    } catch (error) {
      await fail(running, error);
    }
  }

  async function onMessage(running: Running, message: JobMessage): Promise<void> {
    if (running.ending || running.answered) return;
    if (message.kind === 'progress') {
      const interim = message.interim ?? running.state.interim;
      report(running, { progress: message.progress, step: message.step, interim });
    }
    if (message.kind === 'done') await takeOver(running, message.result, message.tally);
    if (message.kind !== 'failed') return;
    running.answered = true;
    await end(running, failure(running.state.label, message.error));
  }

  function find(uid: string, owner: Owner | null): Running | undefined {
    const running = all.get(uid);
    if (running === undefined || owner === null) return running;
    return running.owner !== null && isSameOwner(running.owner, owner) ? running : undefined;
  }

  /** Once the worker has answered, its result is being put in place: that is not stopped half-way. */
  function isAtWork(running: Running | undefined): running is Running {
    return running !== undefined && !running.ending && !running.answered && running.worker !== null;
  }

  function raise(running: Running, signal: keyof typeof signals, ignored: () => Promise<void>): void {
    Atomics.store(running.flags, signals[signal], 1);
    setTimeout(() => {
      if (!running.answered) void ignored();
    }, IGNORED_FLAG_MILLISECONDS).unref();
  }

  function cancel(running: Running | undefined): boolean {
    if (running?.followed === true && !running.ending) {
      Atomics.store(running.flags, signals.cancel, 1);
      return true;
    }
    if (!isAtWork(running)) return false;
    raise(running, 'cancel', () => end(running, { status: 'cancelled' }));
    return true;
  }

  /** Who has nothing yet goes on until there is something. */
  function enough(running: Running | undefined): boolean {
    if (!isAtWork(running)) return false;
    raise(running, 'enough', async () => {
      if (running.state.interim !== null) await takeOver(running, running.state.interim);
    });
    return true;
  }

  function expectFile(name: string): void {
    if (!WORKBOOK.test(name)) return;
    spareReaders.expect();
    threads.expect();
  }

  function jobsOf(owner: Owner | null): Jobs {
    return {
      start: (...given) => start(owner, ...given),
      track: (...given) => track(owner, ...given),
      follow: (...given) => follow(owner, ...given),
      get(uid) {
        const running = find(uid, owner);
        if (running === undefined) throw new AppError('notFound', { what: '这项任务' });
        return running.state;
      },
      expectFile,
      cancel: (uid) => cancel(find(uid, owner)),
      enough: (uid) => enough(find(uid, owner)),
    };
  }

  return {
    ...jobsOf(null),
    of: jobsOf,
    busy: () => [...all.values()].some(({ owner, state }) => owner !== null && state.status === 'running'),
    async close() {
      spareReaders.close();
      threads.close();
      const withWorker = [...all.values()].filter(({ worker }) => worker !== null);
      const ends = withWorker.map((running) =>
        running.answered ? running.finished : end(running, { status: 'cancelled' }),
      );
      await Promise.race([Promise.all(ends), pause(CLOSE_MILLISECONDS)]);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function forgetOldest(all: Map<string, Running>): void {
  for (const [uid, running] of all) {
    if (all.size < KEPT_JOBS) return;
    if (running.state.status !== 'running') all.delete(uid);
  }
}
