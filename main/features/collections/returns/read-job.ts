import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceivedFiles } from '#shared/contract/collection-returns.ts';
import { findTables } from '#shared/rules/collections/returns/find-tables.ts';
import type { WorkbookData } from '#shared/workbook.ts';
import {
  type AskedCollection,
  type ReceivedTable,
  receiveTable,
} from '#shared/rules/collections/returns/recognize.ts';
import type { BatchReader } from '#main/core/excel/read/batch-reader.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { listFiles, type NamedFile } from './list-files.ts';
import { askedCollection } from './rows.ts';

export interface ReadReturnsInput {
  collectionUid: string;
  files: NamedFile[];
}

/** A table as it is going to be kept. */
export interface KeptReturn extends ReceivedTable {
  fileName: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

export interface ReadReturns {
  refused: ReceivedFiles['refused'];
  /** A line of JSON for each KeptReturn, in the job's own folder; null: nothing was received. */
  payloadFile: string | null;
}

/** As many as a PC of an office has processors to spare. */
const READERS = 2;
const NO_TABLE =
  '里面没有这次下发的表。请用下发的表填写，不要把内容抄到别的表里；填在隐藏工作表里的，请取消隐藏';

/** Reads returned workbooks, some at a time; keeps the bytes of those that are a unit's. */
export async function readReturns(
  { collectionUid, files }: ReadReturnsInput,
  job: JobContext,
): Promise<ReadReturns> {
  const asked = askedCollection(job.db, collectionUid);
  const refused: ReceivedFiles['refused'] = [];
  const refuse = (fileName: string, text: string) => void refused.push({ fileName, text: `${text}。` });
  const listed = await listFiles(files, job, refuse);
  const kept = await readAll(listed, asked, job, refuse);
  if (kept.length === 0) return { refused, payloadFile: null };
  const payloadFile = join(job.temporaryFolder, 'returns.json');
  writeFileSync(payloadFile, kept.join('\n'));
  return { refused, payloadFile };
}

/** In the order of the files, each table as its JSON: hundreds of them as objects would take the memory of three. */
async function readAll(
  files: readonly NamedFile[],
  asked: AskedCollection,
  job: JobContext,
  refuse: (fileName: string, text: string) => void,
): Promise<string[]> {
  const results: (string[] | Refusal)[] = [];
  let next = 0;

  function begin(reader: BatchReader): Begun | null {
    const place = next;
    const file = files[place];
    if (file === undefined) return null;
    next += 1;
    job.throwIfCancelled();
    job.progress(place / files.length, `读取 ${file.name}(${place + 1}/${files.length})`);
    return { place, file, book: bookOf(reader, file.path) };
  }

  async function readSome(): Promise<void> {
    const reader = job.openBatchReader();
    try {
      for (let begun = begin(reader); begun !== null; ) {
        const { place, file, book } = begun;
        const read = await book;
        // While this one is checked, the process reads on.
        begun = begin(reader);
        results[place] = 'refused' in read ? read : receivedIn(read, file, asked, job);
      }
    } finally {
      reader.close();
    }
  }

  await Promise.all(Array.from({ length: READERS }, readSome));
  return results.flatMap((result, place) => {
    if (!('refused' in result)) return result;
    for (const text of result.refused) refuse(files[place]?.name ?? '', text);
    return [];
  });
}

interface Refusal {
  refused: string[];
}

/** A file that is being read. */
interface Begun {
  place: number;
  file: NamedFile;
  book: Promise<WorkbookData | Refusal>;
}

async function bookOf(reader: BatchReader, path: string): Promise<WorkbookData | Refusal> {
  try {
    return await reader.read(path);
  } catch (error) {
    if (error instanceof WorkbookError) return { refused: [error.message.replace(/。$/u, '')] };
    throw error;
  }
}

/** Each table that is a unit's, as JSON of a KeptReturn; refused is a file of which not one is. */
function receivedIn(
  book: WorkbookData,
  { name, path }: NamedFile,
  asked: AskedCollection,
  job: JobContext,
): string[] | Refusal {
  const headings = asked.definition.columns.map(({ heading }) => heading);
  const received = findTables(book, headings).map((table) => receiveTable(table, name, asked));
  const known = received.flatMap((each) => ('refused' in each ? [] : [each]));
  if (known.length === 0) {
    const reasons = received.flatMap((each) => ('refused' in each ? [each.refused] : []));
    return { refused: reasons.length === 0 ? [NO_TABLE] : reasons };
  }
  const bytes = readFileSync(path);
  const sha256 = hash('sha256', bytes);
  job.keepFile(path, sha256);
  return known.map((table) =>
    JSON.stringify({ ...table, fileName: name, bytes: bytes.length, sha256 } satisfies KeptReturn),
  );
}
