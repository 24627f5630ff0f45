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
  today: string;
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
  { collectionUid, files, today }: ReadReturnsInput,
  job: JobContext,
): Promise<ReadReturns> {
  const asked = askedCollection(job.db, collectionUid, today);
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
  const results: Received[] = [];
  let next = 0;

  async function readSome(): Promise<void> {
    const reader = job.openBatchReader();
    try {
      for (let place = next; place < files.length; place = next) {
        next += 1;
        const file = files[place];
        if (file === undefined) return;
        job.throwIfCancelled();
        job.progress(place / files.length, `读取 ${file.name}(${place + 1}/${files.length})`);
        results[place] = await readOne(file, asked, reader, job);
      }
    } finally {
      reader.close();
    }
  }

  await Promise.all(Array.from({ length: READERS }, readSome));
  return results.flatMap(({ kept, refused }, place) => {
    for (const text of refused) refuse(files[place]?.name ?? '', text);
    return kept;
  });
}

/** What came of a file. */
interface Received {
  /** Each table that is a unit's, as JSON of a KeptReturn. */
  kept: string[];
  /** Why the others, or the whole file, are not taken. */
  refused: string[];
}

async function readOne(
  file: NamedFile,
  asked: AskedCollection,
  reader: BatchReader,
  job: JobContext,
): Promise<Received> {
  try {
    return receivedIn(await reader.read(file.path), file, asked, job);
  } catch (error) {
    if (error instanceof WorkbookError) return { kept: [], refused: [error.message.replace(/。$/u, '')] };
    throw error;
  }
}

function receivedIn(
  book: WorkbookData,
  { name, path }: NamedFile,
  asked: AskedCollection,
  job: JobContext,
): Received {
  const headings = asked.definition.columns.map(({ heading }) => heading);
  const tables = findTables(book, headings);
  if (tables.length === 0) return { kept: [], refused: [NO_TABLE] };
  const received = tables.map((table) => ({ table, result: receiveTable(table, name, asked) }));
  const known = received.flatMap(({ result }) => ('refused' in result ? [] : [result]));
  const refused = received.flatMap(({ table, result }) => {
    if (!('refused' in result)) return [];
    return tables.length === 1 ? result.refused : `工作表“${table.sheet}”：${result.refused}`;
  });
  if (known.length === 0) return { kept: [], refused };
  const bytes = readFileSync(path);
  const sha256 = hash('sha256', bytes);
  job.keepFile(path, sha256);
  const kept = known.map((table) =>
    JSON.stringify({ ...table, fileName: name, bytes: bytes.length, sha256 } satisfies KeptReturn),
  );
  return { kept, refused };
}
