import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { WriteMeta } from '#shared/contract/operation.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { Caller } from '../handlers.ts';
import type { ThreadAnswer, ThreadGreeting, ThreadRequest, ThreadSettings } from './protocol.ts';
import { toThreadError } from './thread-error.ts';

export type Answer = Omit<Extract<ThreadAnswer, { ok: true }>, 'id' | 'ok'>;

/** What a kind of thread does with each request; `greeting` is sent once its store is open. */
export interface ThreadWork {
  greeting: Extract<ThreadGreeting, { kind: 'ready' }>;
  answer(request: ThreadRequest): Answer;
  /** Done after the greeting, so that no page waits for it later. */
  prepare?(): void;
}

/**
 * Runs a worker thread: with the first message, which says only that the store is there, it opens it and greets; then
 * it answers one request after another.
 */
export function runThread(open: (settings: ThreadSettings) => ThreadWork): void {
  const port = parentPort;
  if (port === null) throw new Error('run-thread must run in a worker thread');
  port.once('message', () => serve(port, open));
}

function serve(port: MessagePort, open: (settings: ThreadSettings) => ThreadWork): void {
  const settings = workerData as ThreadSettings;
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
    try {
      port.postMessage({ ...work.answer(request), id: request.id, ok: true } satisfies ThreadAnswer);
    } catch (error) {
      port.postMessage({ id: request.id, ok: false, error: toThreadError(error) } satisfies ThreadAnswer);
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
