import type { ReadLimits } from './limits.ts';
import { readWorkbook, readWorkbookFile } from './read-workbook.ts';
import { answersFor, type ReaderAnswer, type ReaderCall, type ReaderRequest } from './reader-protocol.ts';
import { WorkbookError } from './workbook-error.ts';

/** The reading process's way to its parent, whichever host started it. */
export interface ReaderPort {
  send(answer: ReaderAnswer): void;
  onMessage(listener: (call: ReaderCall) => void): void;
  /** Ends the process. */
  close(): void;
}

/** Reads one file for the parent, answers portion by portion as the parent asks, and ends. */
export function serveOneFile(port: ReaderPort): void {
  let answers: Iterator<ReaderAnswer> | undefined;
  port.onMessage((call) => {
    if (call.kind === 'read') answers ??= answer(call);
    const next = answers?.next();
    if (next === undefined || next.done === true) port.close();
    else port.send(next.value);
  });
}

function* answer({ file, limits }: ReaderRequest): Generator<ReaderAnswer> {
  try {
    yield* answersFor(readEither(file, limits));
  } catch (error) {
    yield refusalOf(error);
  }
}

function readEither(file: string | Uint8Array, limits: ReadLimits) {
  return typeof file === 'string' ? readWorkbookFile(file, limits) : readWorkbook(file, limits);
}

function refusalOf(error: unknown): ReaderAnswer {
  const refusal =
    error instanceof WorkbookError ? error : new WorkbookError('damaged', '文件内容有错，没有办法读出');
  return { kind: 'refused', code: refusal.code, reason: refusal.reason };
}
