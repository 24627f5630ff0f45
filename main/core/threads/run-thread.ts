import { parentPort, workerData } from 'node:worker_threads';
import type { WriteMeta } from '#shared/contract/operation.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { Caller } from '../handlers.ts';
import type {
  ThreadAnswer,
  ThreadGreeting,
  ThreadProgress,
  ThreadRequest,
  ThreadSettings,
} from './protocol.ts';
import { toThreadError } from './thread-error.ts';

export type Answer = Omit<Extract<ThreadAnswer, { ok: true }>, 'id' | 'ok'>;

export type TellProgress = (progress: number | null, step: string) => void;

/** What a kind of thread does with each request; `greeting` is sent once its store is open. */
export interface ThreadWork {
  greeting: Extract<ThreadGreeting, { kind: 'ready' }>;
  answer(request: ThreadRequest, tell: TellProgress): Answer;
  /** Done after the greeting, so that no page waits for it later. */
  prepare?(): void;
}

/** Opens a kind of thread on its store. @throws AppError when the store cannot be opened */
export type OpenThread = (settings: ThreadSettings) => ThreadWork;

/** The thread's end of the line to the dispatching process. */
export interface ThreadPort {
  postMessage(message: unknown): void;
  once(event: 'message', listener: () => void): unknown;
  on(event: 'message', listener: (request: ThreadRequest) => void): unknown;
}

/** Runs this worker thread. */
export function runThread(open: OpenThread): void {
  if (parentPort === null) throw new Error('run-thread must run in a worker thread');
  serveThread(parentPort, workerData as ThreadSettings, open);
}

/**
 * With the first message, which says only that the store is there, it opens it and greets; then it answers one request
 * after another.
 */
export function serveThread(port: ThreadPort, settings: ThreadSettings, open: OpenThread): void {
  port.once('message', () => serve(port, settings, open));
}

function serve(port: ThreadPort, settings: ThreadSettings, open: OpenThread): void {
  let work: ThreadWork;
  try {
    work = open(settings);
  } catch (error) {
    port.postMessage({ kind: 'failed', error: toThreadError(error) } satisfies ThreadGreeting);
    return;
  }
  port.postMessage(work.greeting);
  work.prepare?.();
  port.on('message', (request: ThreadRequest) => {
    const { id } = request;
    const tell: TellProgress = (progress, step) =>
      port.postMessage({ id, progress, step } satisfies ThreadProgress);
    try {
      port.postMessage({ ...work.answer(request, tell), id, ok: true } satisfies ThreadAnswer);
    } catch (error) {
      port.postMessage({ id, ok: false, error: toThreadError(error) } satisfies ThreadAnswer);
    }
  });
}

/** What every handler's context holds besides its store. */
export function callContext(caller: Caller, settings: ThreadSettings) {
  const now = Date.now();
  return { caller, now, today: localDay(now), resourcesFolder: settings.resourcesFolder };
}

export function writeMeta({ operations }: ThreadSettings, path: string): WriteMeta {
  const meta = operations.get(path);
  if (meta?.kind !== 'write') throw new Error(`${path} is not a write operation`);
  return meta;
}
