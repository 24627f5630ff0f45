import type { WorkbookData } from '#shared/workbook.ts';
import { checkFileSize } from './file-size.ts';
import { defaultReadLimits, type ReadLimits } from './limits.ts';
import { createAnswerGatherer } from './reader-answers.ts';
import {
  converse,
  type ReaderChild,
  sizeOfFile,
  type SpawnReader,
  startReader,
  timeoutFor,
} from './reader-process.ts';
import { WorkbookError, type WorkbookErrorCode } from './workbook-error.ts';

/** Reads many foreign workbooks one after the other. */
export interface BatchReader {
  /** @throws {WorkbookError} for every file that is not read; the next one is read all the same */
  read(path: string): Promise<WorkbookData>;
  close(): void;
}

/** Another one goes on from time to time, whatever should pile up in it; its heap has a limit besides. */
const FILES_PER_PROCESS = 500;

/**
 * Starting a process takes longer than reading a small workbook, so one reads many. One that a file has broken, or that
 * does not come to an end with it, is ended: the next file has another.
 */
export function createBatchReader(spawn: SpawnReader, limits: ReadLimits = defaultReadLimits): BatchReader {
  let current: { child: ReaderChild; files: number } | null = null;

  function end(): void {
    current?.child.kill();
    current = null;
  }

  function childForNext(): ReaderChild {
    if (current !== null && current.files >= FILES_PER_PROCESS) end();
    current ??= start();
    current.files += 1;
    return current.child;
  }

  function start(): { child: ReaderChild; files: number } {
    const started = { child: inTurns(startReader(spawn)), files: 0 };
    started.child.onExit(() => {
      if (current === started) current = null;
    });
    return started;
  }

  return {
    async read(path) {
      const bytes = sizeOfFile(path);
      checkFileSize(bytes, limits);
      const request = { kind: 'read', file: path, limits } as const;
      try {
        const options = { timeoutMilliseconds: timeoutFor(bytes) };
        return await converse(childForNext(), request, createAnswerGatherer(), options);
      } catch (error) {
        if (!isRefusal(error)) end();
        throw error;
      }
    },
    close: end,
  };
}

const broken: ReadonlySet<WorkbookErrorCode> = new Set(['too-slow', 'out-of-memory', 'reader-failed']);

/** The process has said so itself, and waits for the next file. */
function isRefusal(error: unknown): boolean {
  return error instanceof WorkbookError && !broken.has(error.code);
}

/** Each conversation takes the place of the one before it as the listener; who listens first hears of the end too. */
function inTurns(child: ReaderChild): ReaderChild {
  let hear: (message: unknown) => void = () => undefined;
  const leaving: ((exit: { aborted: boolean }) => void)[] = [];
  child.onMessage((message) => hear(message));
  child.onExit((exit) => {
    for (const leave of leaving) leave(exit);
  });
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.send(message),
    onMessage(listener) {
      hear = listener;
    },
    onExit(listener) {
      leaving.splice(1, 1, listener);
    },
    kill: () => child.kill(),
  };
}
