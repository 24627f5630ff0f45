import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { ThreadAnswer, ThreadGreeting, ThreadRequest, ThreadSettings } from './protocol.ts';
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
  ask(request: ThreadCall): Promise<Answered>;
  close(): Promise<void>;
}

/** @throws AppError with the reason when the thread's store cannot be opened */
export function startThread(name: 'writer' | 'reader', settings: ThreadSettings): Promise<Thread> {
  const worker = new Worker(threadEntry(name), { workerData: settings });
  const pending = new Map<number, { resolve(answer: Answered): void; reject(error: Error): void }>();
  let lastId = 0;
  let gone = false;

  function ask(request: ThreadCall): Promise<Answered> {
    if (gone)
      return Promise.reject(
        new AppError('storeUnavailable', { reason: '程序的数据部分已停止,请重新打开程序。' }),
      );
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      worker.postMessage({ ...request, id });
    });
  }

  function settle(answer: ThreadAnswer): void {
    const waiting = pending.get(answer.id);
    pending.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer);
    else waiting?.reject(errorOf(answer.error));
  }

  function failAll(error: Error): void {
    gone = true;
    for (const waiting of pending.values()) waiting.reject(error);
    pending.clear();
  }

  return new Promise((resolve, reject) => {
    worker.once('message', (greeting: ThreadGreeting) => {
      if (greeting.kind === 'failed') {
        reject(errorOf(greeting.error));
        return;
      }
      worker.on('message', settle);
      resolve({
        greeting,
        ask,
        get waiting() {
          return pending.size;
        },
        async close() {
          await ask({ kind: 'close' });
          await worker.terminate();
        },
      });
    });
    worker.once('error', (error: Error) => {
      failAll(error);
      reject(error);
    });
    worker.once('exit', () =>
      failAll(new AppError('storeUnavailable', { reason: '保存被中断,这一步没有保存,请重试。' })),
    );
  });
}

/** An unknown error keeps its stack as `cause`, for the error log only. */
function errorOf(error: Extract<ThreadAnswer, { ok: false }>['error']): AppError {
  const known = new AppError(error.code, error.data);
  if (error.detail !== null) known.cause = error.detail;
  return known;
}
