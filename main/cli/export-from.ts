import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { contract } from '#shared/contract/index.ts';
import { hashOfWritten } from '#main/core/files/hash-of-file.ts';
import { placeFolder } from '#main/core/files/place-folder.ts';
import { countingWritten } from '#main/core/jobs/tally.ts';
import { programVersion } from '#main/core/program.ts';
import { byCommandLine, noteLine, takeNotes } from '#main/core/store/noted-lines.ts';
import { openStore } from '#main/core/store/open.ts';
import { opensQuietly } from '#main/core/store/opens-quietly.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { exportWords } from '#main/features/files/export-summary.ts';
import type { Terminal } from './command.ts';
import { openData } from './open-data.ts';
import { placeResult } from './result-file.ts';

/*
 * What every command does that takes something out of the data: it reads beside a program that is running, places the
 * result, and leaves the line in the log that the program's own export would leave. Where the data are in use the
 * line is noted, and whoever uses them enters it; see noted-lines.ts.
 */

interface DataOf {
  db: ReadStore;
  dataFolder: string;
  /** Goes with everything in it. */
  temporaryFolder: string;
}

interface Taken {
  /** Of a file or a folder, in the temporary folder. */
  path: string;
  /** Where it goes. */
  target: string;
  /** The operation of the contract that does the same, and what it was asked for, in names instead of uids. */
  asked: { operation: string; input: object };
}

/** @throws AppError in plain Chinese where there is no data, or the result cannot be placed */
export async function exportFrom(
  dataFolder: string,
  terminal: Terminal,
  take: (data: DataOf) => Promise<Taken>,
): Promise<void> {
  const db = openData(dataFolder);
  const temporaryFolder = mkdtempSync(join(tmpdir(), 'fire-committee-office-'));
  try {
    const { result, tally } = await countingWritten(() => take({ db, dataFolder, temporaryFolder }));
    const files = filesIn(result.path);
    const hash = await hashOfWritten(result.path);
    const counted = files === null ? tally : { ...tally, files };
    const words = (name: string) => exportWords(result.asked, new Map(), { name, tally: counted, hash });
    terminal.out(await placeNoted(result, files !== null, dataFolder, words));
  } finally {
    db.close();
    rmSync(temporaryFolder, { recursive: true, force: true });
  }
  enterNotes(dataFolder, terminal);
}

/** The note comes first: nothing lies outside without one. @returns where it lies */
async function placeNoted(
  { path, target, asked }: Taken,
  isFolder: boolean,
  dataFolder: string,
  words: (name: string) => string,
): Promise<string> {
  const note = (name: string) => noteExport(dataFolder, asked.operation, words(name));
  const takeBack = note(basename(target));
  try {
    if (!isFolder) return placeResult(path, target);
    const placed = (await placeFolder(path, dirname(target), basename(target))).path;
    if (basename(placed) === basename(target)) return placed;
    note(basename(placed));
    takeBack();
    return placed;
  } catch (error) {
    takeBack();
    throw error;
  }
}

/** @returns takes the note back. Data that may not be written to are exported nevertheless, as they could be copied. */
function noteExport(dataFolder: string, operation: string, summary: string): () => void {
  const label = labelOf(operation);
  try {
    return noteLine(dataFolder, { ...byCommandLine(), name: operation, label, summary });
  } catch {
    return () => undefined;
  }
}

function labelOf(operation: string): string {
  for (const { path, meta } of operationsOf(contract)) if (path === operation) return meta.label;
  throw new Error(`${operation} is not in the contract`);
}

/** Null: it is no folder. */
function filesIn(path: string): number | null {
  if (!statSync(path).isDirectory()) return null;
  return readdirSync(path, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
}

function enterNotes(dataFolder: string, terminal: Terminal): void {
  try {
    if (opensQuietly(dataFolder)) {
      enter(dataFolder);
      return;
    }
  } catch {
    // Another program has the data, or the disk is full: whoever opens them next enters it.
  }
  terminal.say('这次导出由正在使用这些数据的程序记入操作日志；没有程序在使用的，下次打开程序时记入。');
}

function enter(dataFolder: string): void {
  const store = openStore(dataFolder, { programVersion });
  const db = store.read();
  try {
    takeNotes(store, db);
  } finally {
    db.close();
    store.close();
  }
}
