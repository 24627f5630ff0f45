import { type UtilityProcess, utilityProcess } from 'electron';
import { join } from 'node:path';
import { type ReaderChild, readerHeapFlags } from '../core/excel/read/reader-process.ts';

/** Starts the process that reads foreign files. */
export function forkUtilityReader(entry: string): UtilityProcess {
  return utilityProcess.fork(entry, [], {
    serviceName: '消安办工作台读取文件',
    // Chromium hands a child's V8 flags on in this one switch.
    execArgv: [`--js-flags=${readerHeapFlags.join(' ')}`],
    stdio: 'ignore',
  });
}

/** By itself a reading process ends with 0, or with 1 after an error; a full heap makes it crash. */
export function wasAborted(exitCode: number): boolean {
  return exitCode !== 0 && exitCode !== 1;
}

/** For a core that runs in Electron's main process. In the bundle all chunks of main lie in one folder. */
export function spawnUtilityReader(entry = join(import.meta.dirname, 'foreign-reader.js')): ReaderChild {
  const child = forkUtilityReader(entry);
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', (code) => listener({ aborted: wasAborted(code) })),
    kill: () => void child.kill(),
  };
}
