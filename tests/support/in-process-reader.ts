import { EventEmitter } from 'node:events';
import { serveFiles } from '#main/core/excel/read/reader-child.ts';
import type { ReaderChild } from '#main/core/excel/read/reader-process.ts';
import { deliver } from './in-process-threads.ts';

/**
 * What reads foreign files, without a process of its own: one takes longer to start than to read what most tests hand it.
 * The process, its limits and its end are tested in tests/main/core/excel/read.
 */
export function spawnInProcessReader(): ReaderChild {
  const parent = new EventEmitter();
  const child = new EventEmitter();
  serveFiles({
    send: (answers) => deliver(parent, answers),
    onMessage: (listener) => void child.on('message', listener),
    close: () => void parent.emit('exit'),
  });
  return {
    pid: undefined,
    send: (message) => deliver(child, message),
    onMessage: (listener) => void parent.on('message', listener),
    onExit: (listener) => void parent.on('exit', () => listener({ aborted: false })),
    kill() {
      parent.removeAllListeners();
      child.removeAllListeners();
    },
  };
}
