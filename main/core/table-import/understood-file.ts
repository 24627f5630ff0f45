import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Leaving, ListChoice } from '#shared/contract/table-import.ts';
import type { Mapping } from '#shared/rules/tables/form.ts';
import { appendTexts } from '../files/append-texts.ts';
import { removeIfThere } from '../files/place-file.ts';
import { lastChangeId } from '../store/log-queries.ts';
import type { ReadStore } from '../store/read-store.ts';
import type { Taken, Understood } from './list-import.ts';

/*
 * A table is understood for the preview. As long as nothing has changed since, storing it takes the same result from a
 * file: of a hundred thousand rows that is a quarter of the work. The file is a shortcut only: where it is not there or
 * rests on anything else, the table is understood anew. Only the last one is kept, with what every start removes.
 *
 * A line for each row, then a line with everything else, then where that line begins: written and read row by row, a
 * long table is never in memory as a whole.
 */

/** What an understanding rests on beside the table itself and the store. */
export interface Basis {
  key: string;
  options: unknown;
  today: string;
}

/** As asked for, or as the preview has answered. */
interface Choice extends Omit<ListChoice, 'form'> {
  form: { headingRow: number; mapping: Mapping | null; inWords?: true | undefined } | null;
}

/** An understanding without errors. */
export interface KeptUnderstanding<Read> {
  /** The form is remembered by them; null: the table has none. */
  headings: readonly string[] | null;
  mapping: Mapping;
  read: Read;
}

/** One that waits in its file. */
interface WaitingUnderstanding<Read extends Understood> extends KeptUnderstanding<Taken<Read>> {
  stored: Stored;
  /** To be called when its rows have been taken, or will not be. */
  close(): void;
}

/** How many entries of the list are going to be added and changed. */
export interface Stored {
  added: number;
  changed: number;
  leaving: Leaving | null;
}

interface Head extends Omit<KeptUnderstanding<unknown>, 'read'> {
  bases: string[];
  rest: object;
  stored: Stored;
}

/** Read at once; beyond it for a row that is longer. */
const BLOCK_BYTES = 65_536;
const LINE_END = 10;
/** Bytes in which it stands where the head begins. */
const PLACE_BYTES = 16;

function folderOf(dataFolder: string): string {
  return join(dataFolder, 'temporary', 'understood');
}

/** Of the store as it is now. @returns what an understanding rests on under a choice */
export function basisNow(db: ReadStore, { key, options, today }: Basis): (choice: Choice) => string {
  const changes = db.get(lastChangeId)?.id ?? 0;
  return ({ form, corrections }) => {
    const chosen = form && [form.headingRow, form.mapping, form.inWords ?? false];
    return hash('sha256', JSON.stringify([key, options, today, changes, chosen, corrections]));
  };
}

export function storedOf({ rows, leaving = null }: Pick<Understood, 'rows' | 'leaving'>): Stored {
  const stored = { added: 0, changed: 0, leaving };
  for (const { action, adds = 1 } of rows) {
    if (action === 'add') stored.added += adds;
    if (action === 'change') stored.changed += 1;
  }
  return stored;
}

/** @param bases the table may be taken over as it was asked for, or as the preview has answered */
export function writeUnderstood(
  file: string,
  bases: readonly string[],
  { read, headings, mapping }: KeptUnderstanding<Understood>,
): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    const { rows, ...rest } = read;
    const place = appendTexts(handle, linesOf(rows));
    const head = { bases: [...bases], headings, mapping, rest, stored: storedOf(read) } satisfies Head;
    appendTexts(handle, [`${JSON.stringify(head)}\n`, String(place).padStart(PLACE_BYTES)]);
  } finally {
    closeSync(handle);
  }
}

function* linesOf(rows: Understood['rows']): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
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
 * Takes an understanding out of its file, which is gone afterwards.
 * @returns null: it is not there or cannot be had, and the table has to be understood anew
 */
export function takeUnderstood<Read extends Understood>(
  dataFolder: string,
  stagedUid: string,
  basis: string,
): WaitingUnderstanding<Read> | null {
  const file = join(folderOf(dataFolder), stagedUid);
  const opened = openUnderstood(file);
  if (opened === null) return null;
  const { handle, place, head } = opened;
  const close = (): void => {
    closeSync(handle);
    // A scanner may hold it: then it goes at the next start, and no import fails by it.
    removeIfThere(file);
  };
  if (!head.bases.includes(basis)) {
    close();
    return null;
  }
  const { headings, mapping, stored, rest } = head;
  // Written above, in this form.
  const read = { ...rest, rows: rowsBefore(handle, place) } as unknown as Taken<Read>;
  return { headings, mapping, stored, read, close };
}

function openUnderstood(file: string): { handle: number; place: number; head: Head } | null {
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    const end = fstatSync(handle).size - PLACE_BYTES;
    const place = Number(textAt(handle, Math.max(0, end), PLACE_BYTES).trim() || Number.NaN);
    // Written above, in this form.
    return { handle, place, head: JSON.parse(textAt(handle, place, end - place)) as Head };
  } catch (error) {
    if (handle !== null) closeSync(handle);
    // A place that is none is a RangeError.
    if (isFileError(error) || error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
}

function textAt(handle: number, place: number, length: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.toString('utf8', 0, readSync(handle, bytes, 0, length, place));
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function* rowsBefore(handle: number, place: number): Generator {
  let block = Buffer.alloc(BLOCK_BYTES);
  let filled = 0;
  for (let position = 0; position < place; ) {
    const room = Math.min(block.length - filled, place - position);
    const taken = readSync(handle, block, filled, room, position);
    if (taken === 0) throw new Error('the file of an understanding ends before its rows do');
    position += taken;
    filled += taken;
    let start = 0;
    const read = block.subarray(0, filled);
    for (let end = read.indexOf(LINE_END); end >= 0; end = read.indexOf(LINE_END, start)) {
      yield JSON.parse(read.toString('utf8', start, end));
      start = end + 1;
    }
    block.copyWithin(0, start, filled);
    filled -= start;
    if (filled === block.length) block = Buffer.concat([block], block.length * 2);
  }
}
