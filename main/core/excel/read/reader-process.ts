import { statSync } from 'node:fs';
import type { WorkbookData } from '#shared/workbook.ts';
import { checkFileSize } from './file-size.ts';
import { defaultReadLimits, type ReadLimits } from './limits.ts';
import { watchMemory } from './memory-watch.ts';
import { type AnswerGatherer, createAnswerGatherer } from './reader-answers.ts';
import type { ReaderCall, ReaderRequest } from './reader-protocol.ts';
import type { ReadSheetTable } from './source-table.ts';
import { createTableGatherer } from './table-answers.ts';
import { WorkbookError } from './workbook-error.ts';

/** A started reading process, as Electron's utilityProcess or Node's fork gives it. */
export interface ReaderChild {
  /** undefined until the process runs, and where it is not known. */
  readonly pid: number | undefined;
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** @param listener `aborted`: ended by abort(), as V8 does when its heap is full */
  onExit(listener: (exit: { aborted: boolean }) => void): void;
  kill(): void;
}

/** Starts the entry `foreign-reader` in a process of its own, with `readerHeapFlags`. */
export type SpawnReader = () => ReaderChild;

/**
 * Flags for V8: a heap limit, which holds on every system, and a small young generation, without which the
 * process would take 150 MB more than it needs.
 */
export const readerHeapFlags: readonly string[] = ['--max-old-space-size=384', '--max-semi-space-size=8'];

export interface ReadOptions {
  signal?: AbortSignal;
  /** From the start of the process to the last cell; default 5 s and 6 s more for every MiB, as an old and busy PC needs. */
  timeoutMilliseconds?: number;
  memoryLimitBytes?: number;
}

export interface WorkbookReader {
  /**
   * Reads a foreign workbook in a process of its own, which is ended afterwards.
   * @throws {WorkbookError} for every file that is not read
   */
  read(file: string | Uint8Array, options?: ReadOptions): Promise<WorkbookData>;
  /**
   * One sheet of it as a list takes it.
   * @param sheet null: the first one with anything on it
   * @throws {WorkbookError}
   */
  readTable(file: string, sheet: string | null): Promise<ReadSheetTable>;
}

const BASE_TIMEOUT_MILLISECONDS = 5_000;
const TIMEOUT_MILLISECONDS_PER_BYTE = 6_000 / (1024 * 1024);
const MEMORY_LIMIT_BYTES = 512 * 1024 * 1024;

export function createWorkbookReader(
  spawn: SpawnReader,
  limits: ReadLimits = defaultReadLimits,
): WorkbookReader {
  return {
    read: (file, options = {}) =>
      readInProcess(spawn, { kind: 'read', file, limits }, createAnswerGatherer(), options),
    readTable: (file, sheet) =>
      readInProcess(spawn, { kind: 'readTable', file, sheet, limits }, createTableGatherer(), {}),
  };
}

/**
 * Has a foreign file read in a process of its own, which is ended afterwards.
 * @throws {WorkbookError} for every file that is not read
 */
export async function readInProcess<Content>(
  spawn: SpawnReader,
  request: ReaderRequest,
  gatherer: AnswerGatherer<Content>,
  options: ReadOptions,
): Promise<Content> {
  const { file, limits } = request;
  const size = typeof file === 'string' ? sizeOfFile(file) : file.length;
  checkFileSize(size, limits);
  const child = startReader(spawn);
  return converse(child, request, gatherer, { timeoutMilliseconds: timeoutFor(size), ...options }).finally(
    () => child.kill(),
  );
}

/** As an old and busy PC needs. */
export function timeoutFor(bytes: number): number {
  return BASE_TIMEOUT_MILLISECONDS + bytes * TIMEOUT_MILLISECONDS_PER_BYTE;
}

/** Asked at once: a job waits for it anyway, and longer where others have to be woken for it. */
export function sizeOfFile(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw new WorkbookError('unreadable-file', '文件打不开', { cause: error });
  }
}

export function startReader(spawn: SpawnReader): ReaderChild {
  try {
    return spawn();
  } catch (error) {
    throw new WorkbookError('reader-failed', '读取文件的进程没有启动', { cause: error });
  }
}

type Conversation = ReadOptions & { timeoutMilliseconds: number };

/** Asks a child for one file; the child is left to the caller. */
export function converse<Content>(
  child: ReaderChild,
  request: ReaderCall,
  gatherer: AnswerGatherer<Content>,
  options: Conversation,
): Promise<Content> {
  const { promise, resolve, reject } = Promise.withResolvers<Content>();
  const refuse = (...[code, reason]: ConstructorParameters<typeof WorkbookError>) =>
    reject(new WorkbookError(code, reason));
  const onAbort = () => refuse('cancelled', '已取消读取');
  const timer = setTimeout(
    () => refuse('too-slow', '读取这个文件花的时间太长，已经停止'),
    options.timeoutMilliseconds,
  );
  const unwatch = watchMemory(
    () => child.pid,
    options.memoryLimitBytes ?? MEMORY_LIMIT_BYTES,
    () => refuse('out-of-memory', '读取这个文件要用的内存太多，已经停止'),
  );
  child.onExit(({ aborted }) =>
    aborted
      ? refuse('out-of-memory', '读取这个文件要用的内存太多，已经停止')
      : refuse('reader-failed', '读取文件的进程意外结束'),
  );
  let isOver = false;
  child.onMessage((message) => {
    if (isOver) return;
    try {
      const content = takeAll(message, gatherer);
      if (content === undefined) child.send({ kind: 'next' } satisfies ReaderCall);
      else resolve(content);
    } catch (error) {
      reject(error instanceof WorkbookError ? error : new WorkbookError('reader-failed', '读取文件时出错'));
    }
  });
  options.signal?.addEventListener('abort', onAbort);
  if (options.signal?.aborted === true) onAbort();
  else child.send(request);
  return promise.finally(() => {
    isOver = true;
    clearTimeout(timer);
    unwatch();
    options.signal?.removeEventListener('abort', onAbort);
  });
}

/** A message holds one answer or several. @returns the content once it is complete */
function takeAll<Content>(message: unknown, gatherer: AnswerGatherer<Content>): Content | undefined {
  const answers: unknown[] = Array.isArray(message) ? message : [message];
  for (const answer of answers) {
    const content = gatherer.take(answer);
    if (content !== undefined) return content;
  }
  return undefined;
}
