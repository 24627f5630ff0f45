import { type ResourceLimits, Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type {
  ThreadAnswer,
  ThreadGreeting,
  ThreadProgress,
  ThreadRequest,
  ThreadSettings,
} from './protocol.ts';
import { threadEntry } from './thread-entry.ts';

/*
 * Requests to one worker thread, answered by number. A thread that dies rejects what it had not
 * answered: nothing that was not acknowledged is taken for saved.
 */

type Answered = Extract<ThreadAnswer, { ok: true }>;
type Unnumbered<Request> = Request extends { id: number } ? Omit<Request, 'id'> : never;
export type ThreadCall = Unnumbered<ThreadRequest>;

export interface Thread {
  greeting: Extract<ThreadGreeting, { kind: 'ready' }>;
  /** Requests that are not answered yet. */
  readonly waiting: number;
  /** @param told of a call that says how far it is */
  ask(request: ThreadCall, told?: ToldProgress): Promise<Answered>;
  close(): Promise<void>;
}

export type ToldProgress = (progress: number | null, step: string) => void;

interface Waiting {
  resolve(answer: Answered): void;
  reject(error: Error): void;
  told: ToldProgress | undefined;
}

type ThreadName = 'writer' | 'reader';

/** The dispatching process's end of a thread: what a Worker is. */
export interface ThreadEnd {
  postMessage(message: unknown): void;
  once(event: 'message', listener: (greeting: ThreadGreeting) => void): unknown;
  once(event: 'error', listener: (error: Error) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  on(event: 'message', listener: (answer: ThreadAnswer | ThreadProgress) => void): unknown;
  terminate(): Promise<unknown>;
}

export type CreateThread = (name: ThreadName, settings: ThreadSettings) => ThreadEnd;

/** A quarter of the usual: answers are let go of soon, and three threads hold 20 MB less. */
export const threadLimits: ResourceLimits = { maxYoungGenerationSizeMb: 12 };

const createWorker: CreateThread = (name, settings) =>
  new Worker(threadEntry(name, settings.threadBundle), {
    workerData: settings,
    resourceLimits: threadLimits,
  });

/** Nobody knows whether the writer's last step was saved; a reader is replaced at once. */
const unanswered = {
  writer: '程序的数据部分意外停止，刚才这一步可能没有保存。请重新打开程序，核对后再做一次。',
  reader: '这次没有读出来，请再试一次。',
};

export interface ThreadStart {
  /** A thread that was ready has ended by itself; told before its callers are. */
  onDeath?: (reason: string) => void;
  /** Until then the thread loads its code, which takes longer than opening the store. */
  mayOpen?: Promise<unknown>;
  /** Default: a worker thread. */
  create?: CreateThread | undefined;
}

/** @throws AppError with the reason when the thread's store cannot be opened */
export function startThread(
  name: ThreadName,
  settings: ThreadSettings,
  { onDeath = () => undefined, mayOpen = Promise.resolve(), create = createWorker }: ThreadStart,
): Promise<Thread> {
  const worker = create(name, settings);
  const pending = new Map<number, Waiting>();
  let lastId = 0;
  let state: 'starting' | 'ready' | 'closing' | 'gone' = 'starting';

  function ask(request: ThreadCall, told?: ToldProgress): Promise<Answered> {
    if (state === 'gone' || state === 'closing') {
      const reason = '程序的数据部分已停止，请重新打开程序。';
      return Promise.reject(new AppError('storeUnavailable', { reason }));
    }
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      worker.postMessage({ ...request, id });
      pending.set(id, { resolve, reject, told });
    });
  }

  function settle(answer: ThreadAnswer | ThreadProgress): void {
    const waiting = pending.get(answer.id);
    if (!('ok' in answer)) {
      waiting?.told?.(answer.progress, answer.step);
      return;
    }
    pending.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer);
    else waiting?.reject(errorOf(answer.error));
  }

  function die(reason: string): void {
    if (state === 'gone') return;
    const wasReady = state === 'ready';
    state = 'gone';
    if (wasReady) onDeath(reason);
    const problem = new AppError('storeUnavailable', { reason: unanswered[name] });
    for (const waiting of pending.values()) waiting.reject(problem);
    pending.clear();
  }

  async function close(): Promise<void> {
    if (state === 'gone' || state === 'closing') return;
    const closed = ask({ kind: 'close' });
    state = 'closing';
    try {
      await closed;
    } finally {
      await worker.terminate();
    }
  }

  return new Promise((resolve, reject) => {
    worker.once('message', (greeting: ThreadGreeting) => {
      if (greeting.kind === 'failed') {
        reject(errorOf(greeting.error));
        return;
      }
      worker.on('message', settle);
      state = 'ready';
      resolve({
        greeting,
        ask,
        get waiting() {
          return pending.size;
        },
        close,
      });
    });
    worker.once('error', (error: Error) => {
      die(error.stack ?? error.message);
      reject(error);
    });
    worker.once('exit', (code) => {
      die(`the ${name} thread ended with ${code}`);
      reject(new Error(`the ${name} thread ended before it was ready`));
    });
    mayOpen.then(
      () => worker.postMessage('open'),
      (error: Error) => {
        reject(error);
        void worker.terminate();
      },
    );
  });
}

/** An unknown error keeps its stack as `cause`, for the error log only. */
function errorOf(error: Extract<ThreadAnswer, { ok: false }>['error']): AppError {
  const known = new AppError(error.code, error.data);
  if (error.detail !== null) known.cause = error.detail;
  return known;
}
