import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedFiles } from '#shared/contract/collection-returns.ts';
import { findColumns } from '#shared/rules/collections/returns/find-columns.ts';
import { findTables, type FoundTable } from '#shared/rules/collections/returns/find-tables.ts';
import { columnName, type WorkbookData } from '#shared/workbook.ts';
import { type AskedCollection, receiveTable } from '#shared/rules/collections/returns/recognize.ts';
import type { BatchReader } from '#main/core/excel/read/batch-reader.ts';
import type { CheckRows, RowChecks } from '#main/core/fields/collected-ledger.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import type { FileKeeper } from '#main/core/files/file-keeper.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { originOf, requireCollection } from '../rows.ts';
import { keptLines } from './kept-return.ts';
import { withLedgerProblems } from './ledger-problems.ts';
import { type FilePrint, listFiles, type NamedFile } from './list-files.ts';
import { askedCollection } from './rows.ts';

export interface ReadReturnsInput {
  collectionUid: string;
  files: NamedFile[];
  today: string;
  /** Processes that read them. */
  readers: number;
}

export interface ReadReturns {
  refused: ReceivedFiles['refused'];
  /** `keptLines` of each table, in the job's own folder; null: nothing was received. */
  payloadFile: string | null;
}

const BETWEEN_TOLD_MILLISECONDS = 100;
const NO_TABLE =
  '里面没有这次下发的表。请用下发的表填写，不要把内容抄到别的表里；填在隐藏工作表里的，请取消隐藏';

/**
 * Reads returned workbooks, some at a time; keeps the bytes of those that are a unit's.
 * @param checks what ledgers find in them, by key
 */
export function readReturnsWith(checks: Readonly<Record<string, () => Promise<RowChecks>>>) {
  return async (input: ReadReturnsInput, job: JobContext): Promise<ReadReturns> => {
    const { collectionUid, today } = input;
    const origin = originOf(requireCollection(job.db, collectionUid));
    const load = origin.kind === 'ledger' ? checks[origin.ledger] : undefined;
    const check = load === undefined ? null : (await load())({ db: job.db, today });
    return readReturns(input, check, job);
  };
}

async function readReturns(
  { collectionUid, files, today, readers }: ReadReturnsInput,
  check: CheckRows | null,
  job: JobContext,
): Promise<ReadReturns> {
  const asked = askedCollection(job.db, collectionUid, today);
  const refused: ReceivedFiles['refused'] = [];
  const refuse = (fileName: string, text: string) => void refused.push({ fileName, text: `${text}。` });
  const listed = await listFiles(files, job, refuse);
  const keeper = job.openFileKeeper();
  try {
    const kept = await readAll(listed, { asked, check, keeper, readers }, job, refuse);
    if (kept.length === 0) return { refused, payloadFile: null };
    job.progress(null, '保存交回的文件');
    await keeper.finish();
    return { refused, payloadFile: payloadOf(kept, job) };
  } finally {
    await keeper.giveUp();
  }
}

function payloadOf(kept: readonly string[], job: JobContext): string {
  const payloadFile = join(job.temporaryFolder, 'returns.json');
  writeFileSync(payloadFile, kept.join('\n'));
  return payloadFile;
}

/** What a table is held against, and where the file that it came in stays. */
interface Receiving {
  asked: AskedCollection;
  /** Of the ledger that it is for; null: there is none, or it has no checks of its own. */
  check: CheckRows | null;
  keeper: FileKeeper;
  readers: number;
}

/** In the order of the files, each table as its lines. */
async function readAll(
  files: readonly NamedFile[],
  receiving: Receiving,
  job: JobContext,
  refuse: (fileName: string, text: string) => void,
): Promise<string[]> {
  const results: Received[] = [];
  let next = 0;
  let toldAt = 0;

  /** A small file takes a few milliseconds: who looks on is told of some of them. */
  function tell(place: number, { name }: NamedFile): void {
    const now = performance.now();
    if (now - toldAt < BETWEEN_TOLD_MILLISECONDS) return;
    toldAt = now;
    job.progress(place / files.length, `读取 ${name}(${place + 1}/${files.length})`);
  }

  function begin(reader: BatchReader): Reading | null {
    const [place, file] = [next, files[next]];
    if (file === undefined) return null;
    next += 1;
    return { place, file, book: readOne(file, reader) };
  }

  async function readSome(): Promise<void> {
    const reader = job.openBatchReader();
    try {
      let reading = begin(reader);
      while (reading !== null) {
        const { place, file, book } = reading;
        const read = await book;
        job.throwIfCancelled();
        tell(place, file);
        // The process reads on while this one is looked at.
        reading = begin(reader);
        results[place] = read instanceof WorkbookError ? refusedAs(read) : receivedIn(read, file, receiving);
      }
    } finally {
      reader.close();
    }
  }

  await Promise.all(Array.from({ length: Math.min(receiving.readers, files.length) }, readSome));
  return results.flatMap(({ kept, refused }, place) => {
    for (const text of refused) refuse(files[place]?.name ?? '', text);
    return kept;
  });
}

/** What came of a file. */
interface Received {
  /** `keptLines` of each table that is a unit's. */
  kept: string[];
  /** Why the others, or the whole file, are not taken. */
  refused: string[];
}

/** A file that is being read. */
interface Reading {
  place: number;
  file: NamedFile;
  /** Or why it cannot be read. */
  book: Promise<WorkbookData | WorkbookError>;
}

async function readOne({ path }: NamedFile, reader: BatchReader): Promise<WorkbookData | WorkbookError> {
  try {
    return await reader.read(path);
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
}

function refusedAs(error: WorkbookError): Received {
  return { kept: [], refused: [error.message.replace(/。$/u, '')] };
}

function receivedIn(book: WorkbookData, file: NamedFile, receiving: Receiving): Received {
  const { asked, keeper } = receiving;
  const { name, path } = file;
  const headings = asked.definition.columns.map(({ heading }) => heading);
  const tables = findTables(book, headings);
  if (tables.length === 0) return { kept: [], refused: [NO_TABLE] };
  const received = tables.map((table) => ({ table, result: receiveIn(table, name, receiving) }));
  const known = received.flatMap(({ result }) => ('refused' in result ? [] : [result]));
  const refused = received.flatMap(({ table, result }) => {
    if (!('refused' in result)) return [];
    return tables.length === 1 ? result.refused : `工作表“${table.sheet}”：${result.refused}`;
  });
  if (known.length === 0) return { kept: [], refused };
  const print = file.print ?? printOf(path);
  keeper.keep(path, print.sha256);
  return { kept: known.map((table) => keptLines(table, { fileName: name, ...print })), refused };
}

function receiveIn(table: FoundTable, fileName: string, { asked, check }: Receiving) {
  const received = receiveTable(table, fileName, asked);
  if (check === null || 'refused' in received) return received;
  const { rows, problems } = received;
  const { places } = findColumns(asked.definition.columns, table.heads);
  const letterOf = (column: string): string => {
    const place = places.get(column);
    return place === undefined ? '' : columnName(place + 1);
  };
  const found = check(received.organizationUid, rows);
  return { ...received, problems: withLedgerProblems(problems, rows, found, letterOf) };
}

function printOf(path: string): FilePrint {
  const bytes = readFileSync(path);
  return { bytes: bytes.length, sha256: hash('sha256', bytes) };
}
