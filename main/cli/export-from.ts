import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { contract } from '#shared/contract/index.ts';
import { hashOfWritten } from '#main/core/files/hash-of-file.ts';
import { placeFolder } from '#main/core/files/place-folder.ts';
import { countingWritten } from '#main/core/jobs/tally.ts';
import { programVersion } from '#main/core/program.ts';
import { byCommandLine, type PendingLine, pendingLine } from '#main/core/store/noted-lines.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { opensQuietly } from '#main/core/store/opens-quietly.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { lineOf, takeNotes } from '#main/core/store/take-notes.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { exportWords } from '#main/features/files/export-summary.ts';
import type { Terminal } from './command.ts';
import { openData } from './open-data.ts';
import { notPlaced, placeResult } from './result-file.ts';
import { messageOf } from '#shared/errors.ts';

/*
 * What every command does that takes something out of the data: it reads beside a program that is running, places the
 * result, and leaves the line in the log that the program's own export would leave. Where the data are in use the
 * line is noted, and whoever uses them enters it; see noted-lines.ts. Where it cannot be noted either, it is said.
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
  let unnoted: Unnoted | null;
  try {
    const { result, tally } = await countingWritten(() => take({ db, dataFolder, temporaryFolder }));
    const files = filesIn(result.path);
    const hash = await hashOfWritten(result.path);
    const counted = files === null ? tally : { ...tally, files };
    const { operation } = result.asked;
    const line = (path: string): Line => ({
      ...byCommandLine(),
      name: operation,
      label: labelOf(operation),
      summary: exportWords(result.asked, new Map(), { name: basename(path), tally: counted, hash }),
    });
    const noted = await placeNoted(result, files !== null, dataFolder, line);
    terminal.out(noted.path);
    ({ unnoted } = noted);
  } finally {
    db.close();
    rmSync(temporaryFolder, { recursive: true, force: true });
  }
  if (unnoted === null) enterNotes(dataFolder, terminal);
  else recordNow(dataFolder, unnoted, terminal);
}

type Line = Parameters<typeof pendingLine>[1];

/** Of an export whose note could not be written. */
interface Unnoted {
  line: Line;
  /** In Chinese. */
  problem: string;
}

/** The note comes first: nothing lies outside without one. @param line of what lies at the path */
async function placeNoted(
  result: Taken,
  isFolder: boolean,
  dataFolder: string,
  line: (path: string) => Line,
): Promise<{ path: string; unnoted: Unnoted | null }> {
  const { pending, problem } = noteExport(dataFolder, line(result.target));
  try {
    const path = await place(result, isFolder);
    pending?.finish(line(path).summary);
    return { path, unnoted: pending === null ? { line: line(path), problem } : null };
  } catch (error) {
    pending?.takeBack();
    throw error;
  }
}

/** @returns where it lies */
async function place({ path, target }: Taken, isFolder: boolean): Promise<string> {
  if (!isFolder) return placeResult(path, target);
  try {
    return (await placeFolder(path, dirname(target), basename(target))).path;
  } catch (error) {
    throw notPlaced(error, target);
  }
}

/** Data that may not be written to are exported nevertheless, as they could be copied. */
function noteExport(dataFolder: string, line: Line): { pending: PendingLine | null; problem: string } {
  try {
    return { pending: pendingLine(dataFolder, line), problem: '' };
  } catch (error) {
    return { pending: null, problem: messageOf(error) };
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
      withStore(dataFolder, takeNotes);
      return;
    }
  } catch {
    // Another program has the data, or the disk is full: whoever opens them next enters it.
  }
  terminal.say('这次导出由正在使用这些数据的程序记入操作日志；没有程序在使用的，下次打开程序时记入。');
}

function recordNow(dataFolder: string, { line, problem }: Unnoted, terminal: Terminal): void {
  try {
    if (opensQuietly(dataFolder)) {
      withStore(dataFolder, (store) =>
        store.recordEvent(lineOf({ ...line, uid: randomUUID(), at: Date.now() })),
      );
      return;
    }
  } catch {
    // What kept it from being noted says more.
  }
  terminal.say(`这次导出没有记入操作日志：${problem}`);
}

function withStore(dataFolder: string, work: (store: Store, db: ReadStore) => unknown): void {
  const store = openStore(dataFolder, { programVersion });
  const db = store.read();
  try {
    work(store, db);
  } finally {
    db.close();
    store.close();
  }
}
