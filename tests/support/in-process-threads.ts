import { EventEmitter } from 'node:events';
import type { CreateThread, ThreadEnd } from '#main/core/threads/pool.ts';
import { openReaderThread } from '#main/core/threads/reader-thread.ts';
import { serveThread, type ThreadPort } from '#main/core/threads/run-thread.ts';
import { openWriter } from '#main/core/threads/writer-thread.ts';
import { threadHandlers } from '#main/features/thread-handlers.ts';

/*
 * The writer and the readers of an office without threads of their own: a thread takes longer to load than most tests
 * run. What is sent is copied as between threads. The threads themselves are tested in tests/main/core/threads.
 */

/** Lets a test file's offices start in a fraction of the time. */
export const createInProcess: CreateThread = (name, settings) => {
  const parent = new EventEmitter();
  const child = new EventEmitter();
  const end: ThreadEnd = Object.assign(parent, {
    postMessage: (message: unknown) => deliver(child, message),
    terminate: () => Promise.resolve(),
  });
  const port: ThreadPort = Object.assign(child, {
    postMessage: (message: unknown) => deliver(parent, message),
  });
  serveThread(port, settings, (name === 'writer' ? openWriter : openReaderThread)(threadHandlers));
  return end;
};

/** As between two threads: what arrives is a copy. */
export function deliver(to: EventEmitter, message: unknown): void {
  const copy: unknown = structuredClone(message);
  setImmediate(() => to.emit('message', copy));
}
