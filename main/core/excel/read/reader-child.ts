import type { TextDocument } from '#shared/text-document.ts';
import { isPdf, readPdf } from '../../documents/read/read-pdf.ts';
import { readTextDocument } from '../../documents/read/read-text-document.ts';
import { archiveAnswersFor } from '../../archives/unpack-zip.ts';
import type { ReadLimits } from './limits.ts';
import { readLimitedFile, readSheetTable, readWorkbook } from './read-workbook.ts';
import {
  type ArchiveAnswer,
  answersFor,
  type ReaderAnswer,
  type ReaderCall,
  type ReaderRequest,
  type TableAnswer,
  tableAnswersFor,
  type TextAnswer,
  textAnswersFor,
} from './reader-protocol.ts';
import { WorkbookError } from './workbook-error.ts';

type Answer = ReaderAnswer | TableAnswer | TextAnswer | ArchiveAnswer;

/** The reading process's way to its parent, whichever host started it. */
export interface ReaderPort {
  send(answers: Answer[]): void;
  onMessage(listener: (call: ReaderCall) => void): void;
  /** Ends the process. */
  close(): void;
}

/**
 * Reads a file for the parent and answers message by message as the parent asks. Asked for more than there is it ends;
 * asked for another file instead it goes on.
 * @param practise what it does until its first file comes, where it is told to
 */
export function serveFiles(port: ReaderPort, practise?: () => Iterator<unknown>): void {
  let answers: AsyncIterator<Answer> | undefined;
  let rounds: Iterator<unknown> | undefined;
  function goOn(): void {
    if (rounds?.next().done === false) setImmediate(goOn);
  }
  port.onMessage((call) => {
    rounds = call.kind === 'practise' ? practise?.() : undefined;
    if (call.kind === 'practise') return goOn();
    if (call.kind !== 'next') answers = answer(call);
    void nextMessage(answers).then((message) => {
      if (message.length === 0) port.close();
      else port.send(message);
    });
  });
}

/** Characters or bytes; beyond it a message ends with the answer that it has. A small workbook is one message. */
const ENOUGH_FOR_A_MESSAGE = 100_000;

async function nextMessage(answers: AsyncIterator<Answer> | undefined): Promise<Answer[]> {
  const message: Answer[] = [];
  for (let size = 0; size < ENOUGH_FOR_A_MESSAGE; ) {
    const next = await answers?.next();
    if (next === undefined || next.done === true) break;
    message.push(next.value);
    size += sizeOf(next.value);
  }
  return message;
}

function sizeOf(part: Answer): number {
  if (part.kind === 'rows') return part.rows.length;
  if (part.kind === 'cells') return part.cells.length;
  if (part.kind === 'blocks') return part.blocks.length;
  return part.kind === 'bytes' ? part.bytes.length : 1;
}

async function* answer(request: ReaderRequest): AsyncGenerator<Answer> {
  const { kind, file, limits } = request;
  try {
    const bytes = bytesOf(file, limits);
    if (kind === 'read') yield* answersFor(readWorkbook(bytes, limits));
    else if (kind === 'readTable') yield* tableAnswersFor(readSheetTable(bytes, limits, request.sheet));
    else if (kind === 'readText') yield* textAnswersFor(await readText(bytes, limits));
    else yield* archiveAnswersFor(bytes, limits);
  } catch (error) {
    yield refusalOf(error);
  }
}

async function readText(bytes: Uint8Array, limits: ReadLimits): Promise<TextDocument> {
  return isPdf(bytes) ? readPdf(bytes, limits) : readTextDocument(bytes, limits);
}

function bytesOf(file: string | Uint8Array, limits: ReadLimits): Uint8Array {
  return typeof file === 'string' ? readLimitedFile(file, limits) : file;
}

function refusalOf(error: unknown): ReaderAnswer & TableAnswer & TextAnswer & ArchiveAnswer {
  const refusal =
    error instanceof WorkbookError ? error : new WorkbookError('damaged', '文件内容有错，没有办法读出');
  return { kind: 'refused', code: refusal.code, reason: refusal.reason };
}
