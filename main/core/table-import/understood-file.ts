import { hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListChoice } from '#shared/contract/table-import.ts';
import type { Mapping } from '#shared/rules/tables/form.ts';
import { lastChangeId } from '../store/log-queries.ts';
import type { ReadStore } from '../store/read-store.ts';
import type { Understood } from './list-import.ts';

/*
 * A table is understood for the preview. As long as nothing has changed since, storing it takes the same result from a
 * file: of a hundred thousand rows that is a quarter of the work. The file is a shortcut only: where it is not there or
 * rests on anything else, the table is understood anew. Only the last one is kept, with what every start removes.
 */

/** What an understanding rests on beside the table itself and the store. */
export interface Basis {
  key: string;
  options: unknown;
  today: string;
}

/** As asked for, or as the preview has answered. */
interface Choice extends Omit<ListChoice, 'form'> {
  form: { headingRow: number; mapping: Mapping | null } | null;
}

/** An understanding without errors. */
export interface KeptUnderstanding<Read> {
  /** The form is remembered by them; null: the table has none. */
  headings: readonly string[] | null;
  mapping: Mapping;
  read: Read;
}

/** Characters that are gathered before they are written. */
const BLOCK = 500_000;
const LINE_END = 10;

function folderOf(dataFolder: string): string {
  return join(dataFolder, 'temporary', 'understood');
}

/** Of the store as it is now. @returns what an understanding rests on under a choice */
export function basisNow(db: ReadStore, { key, options, today }: Basis): (choice: Choice) => string {
  const changes = db.get(lastChangeId)?.id ?? 0;
  return ({ form, corrections }) => {
    const chosen = form && [form.headingRow, form.mapping];
    return hash('sha256', JSON.stringify([key, options, today, changes, chosen, corrections]));
  };
}

/**
 * Its head in the first line, then a line for each row.
 * @param bases the table may be taken over as it was asked for, or as the preview has answered
 */
export function writeUnderstood(
  file: string,
  bases: readonly string[],
  { read: { rows, ...rest }, headings, mapping }: KeptUnderstanding<Understood>,
): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    let block = `${JSON.stringify({ bases, headings, mapping, rest })}\n`;
    for (const row of rows) {
      block += `${JSON.stringify(row)}\n`;
      if (block.length < BLOCK) continue;
      writeSync(handle, block);
      block = '';
    }
    writeSync(handle, block);
  } finally {
    closeSync(handle);
  }
}

/** Puts what a job has written where `takeUnderstood` looks for it, if it can: a scanner of viruses may hold it. */
export async function keepUnderstood(dataFolder: string, stagedUid: string, file: string): Promise<void> {
  try {
    await forgetUnderstood(dataFolder);
    await rename(file, join(folderOf(dataFolder), stagedUid));
  } catch (error) {
    if (!isFileError(error)) throw error;
  }
}

/** The folder stays: another reading may be about to put its file there. */
export async function forgetUnderstood(dataFolder: string): Promise<void> {
  const folder = folderOf(dataFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

/**
 * Takes an understanding out of its file, which is gone then.
 * @returns null: it is not there or cannot be had, and the table has to be understood anew
 */
export function takeUnderstood<Read extends Understood>(
  dataFolder: string,
  stagedUid: string,
  basis: string,
): KeptUnderstanding<Read> | null {
  const file = join(folderOf(dataFolder), stagedUid);
  if (!existsSync(file)) return null;
  const lines = takenLines(file);
  if (lines === null) return null;
  const [head, ...rows] = lines;
  // Written above, in this form.
  const { bases, rest, ...kept } = head as { bases: string[]; rest: object } & KeptUnderstanding<Read>;
  return bases.includes(basis) ? { ...kept, read: { ...rest, rows } as unknown as Read } : null;
}

function takenLines(file: string): unknown[] | null {
  try {
    const lines = linesOf(readFileSync(file));
    rmSync(file);
    return lines.length === 0 ? null : lines;
  } catch (error) {
    if (isFileError(error) || error instanceof SyntaxError) return null;
    throw error;
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** One after the other: as one text they would take as much memory again. */
function linesOf(bytes: Buffer): unknown[] {
  const lines: unknown[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_END, start);
    lines.push(JSON.parse(bytes.toString('utf8', start, end)));
    start = end + 1;
  }
  return lines;
}
