import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { AppError } from '#shared/errors.ts';
import type { TextDocument } from '#shared/text-document.ts';
import type { WorkbookData } from '#shared/workbook.ts';
import type { PrintPdf } from '../documents/pdf/print-pdf.ts';
import { createUnpackArchive, type UnpackArchive } from '../archives/unpack-archive.ts';
import { createTextReader } from '../documents/read/text-reader.ts';
import { type BatchReader, createBatchReader } from '../excel/read/batch-reader.ts';
import { createWorkbookReader } from '../excel/read/reader-process.ts';
import type { ReadSheetTable } from '../excel/read/source-table.ts';
import { createFileKeeper, type FileKeeper } from '../files/file-keeper.ts';
import { keepFile } from '../files/kept-files.ts';
import { openReader } from '../store/open.ts';
import type { ReadStore } from '../store/read-store.ts';
import { toThreadError } from '../threads/thread-error.ts';
import { type JobMessage, type JobStart, signals } from './job-protocol.ts';
import { relayedPdf } from './pdf-relay.ts';
import { relayedSpawn } from './reader-relay.ts';
import { countingWritten } from './tally.ts';

/** What a job works with. */
export interface JobContext {
  db: ReadStore;
  /** For its kept files; see kept-files.ts. */
  dataFolder: string;
  resourcesFolder: string;
  /** Reads a foreign workbook in a process of its own. @throws WorkbookError */
  readWorkbook(path: string): Promise<WorkbookData>;
  /** One sheet of it as a list takes it; null: the first one with anything on it. @throws WorkbookError */
  readTable(path: string, sheet: string | null): Promise<ReadSheetTable>;
  /** For many workbooks; to be closed by the job. */
  openBatchReader(): BatchReader;
  /** Takes the files out of an archive, in a process of its own. @throws WorkbookError */
  unpack: UnpackArchive;
  /** Bytes that stay, as of an attachment. @throws AppError diskFull, refused */
  keepFile(path: string, sha256: string): void;
  /** For many such; to be ended by the job. */
  openFileKeeper(): FileKeeper;
  /** Lays papers out and makes one PDF of them, in the host's browser; see printPapersPdf, printedPages. */
  printPdf: PrintPdf;
  /** Reads a received paper or speech in a process of its own. @throws TextDocumentError */
  readTextDocument(path: string): Promise<TextDocument>;
  /** Removed with everything in it when the job ends. */
  temporaryFolder: string;
  /** 0 to 1, or null while the length is unknown; `step` in Chinese. */
  progress(progress: number | null, step: string, interim?: unknown): void;
  /** To be called at least every 100 ms. @throws AppError cancelled */
  throwIfCancelled(): void;
  /** Whether what there is so far is to be the result, or nothing at all. */
  isEnough(): boolean;
}

export type JobWork = (input: never, context: JobContext) => unknown;

/** Loads the job of that name, with the libraries that it needs; undefined: there is none. */
export type FindJob = (name: string) => Promise<JobWork | undefined>;

/** Entry of a job's worker thread: runs the named job and tells its parent how it went. */
export async function runJob(find: FindJob): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('run-job must run in a worker thread');
  // Its parent's first message, in this form; it may have been started long before it has a job.
  const [start] = (await once(port, 'message')) as [JobStart];
  const isSet = (signal: keyof typeof signals) => Atomics.load(start.flags, signals[signal]) === 1;
  const send = (message: JobMessage): void => port.postMessage(message);
  const spawn = relayedSpawn(port);
  const reader = createWorkbookReader(spawn);
  const textReader = createTextReader(spawn);
  try {
    const job = await find(start.name);
    if (job === undefined) throw new Error(`no job is called ${start.name}`);
    const db = openReader(start.dataFolder);
    send({ kind: 'loaded' });
    if (isSet('cancel')) throw new AppError('cancelled');
    const context: JobContext = {
      db,
      dataFolder: start.dataFolder,
      resourcesFolder: start.resourcesFolder,
      temporaryFolder: start.temporaryFolder,
      printPdf: relayedPdf(port),
      readWorkbook: (path) => reader.read(path),
      readTable: (path, sheet) => reader.readTable(path, sheet),
      openBatchReader: () => createBatchReader(spawn),
      unpack: createUnpackArchive(spawn),
      keepFile: (path, sha256) => keepFile(start.dataFolder, path, sha256),
      openFileKeeper: () => createFileKeeper(start.dataFolder),
      readTextDocument: (path) => textReader.read(path),
      progress: (progress, step, interim = null) => send({ kind: 'progress', progress, step, interim }),
      throwIfCancelled() {
        if (isSet('cancel')) throw new AppError('cancelled');
      },
      isEnough: () => isSet('enough') || isSet('cancel'),
    };
    const { result, tally } = await countingWritten(() => job(start.input as never, context));
    db.close();
    send({ kind: 'done', result, tally });
  } catch (error) {
    send({ kind: 'failed', error: toThreadError(error) });
  } finally {
    // Listening for relayed answers would keep the thread alive.
    port.close();
  }
}
