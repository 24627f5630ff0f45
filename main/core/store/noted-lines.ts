/**
 * Lines for the log by those who cannot write to it: the command line beside a running program, a job that may be ended
 * before anybody hears what it did.
 * What: each is noted in a file of its own in DATA/log-notes, synced before what it tells of happens. Whoever opens the
 * store, or has it open, takes the notes into the log and removes them.
 * Invariants: a note goes only once its line is committed, and is not entered twice: its uid is that of the line. One
 * that cannot be read becomes a line that says so.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { makeFolder, syncFile, syncFolder } from '../files/place-file.ts';
import { formatInstant } from './format-instant.ts';
import { operationByUid } from './log-queries.ts';
import type { HostKind, OperationInput, Outcome } from './operation.ts';
import type { ReadStore } from './read-store.ts';

const notesFolder = 'log-notes';
const ENDING = '.json';
/** What a note tells of takes less; a line that is later says when it was. */
const LATE_MILLISECONDS = 60_000;

interface Note {
  readonly uid: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly name: string;
  readonly label: string;
  readonly userName: string;
  readonly host: HostKind;
  readonly summary: string;
}

/** Nobody is signed in at the command line: whose account of the PC it is. */
export function byCommandLine(): Pick<Note, 'userName' | 'host'> {
  return { userName: `命令行${accountWords()}`, host: 'cli' };
}

function accountWords(): string {
  try {
    return `(${userInfo().username})`;
  } catch {
    // An account without an entry, as in some containers.
    return '';
  }
}

/** @returns takes the note back: what it tells of did not happen. @throws where the folder cannot be written to */
export function noteLine(folder: string, line: Omit<Note, 'uid' | 'at'>): () => void {
  const note: Note = { ...line, uid: randomUUID(), at: Date.now() };
  const notes = join(folder, notesFolder);
  makeFolder(notes);
  // By name they come in the order in which they were made.
  const path = join(notes, `${String(note.at).padStart(15, '0')}-${note.uid}${ENDING}`);
  const beside = `${path}.new`;
  try {
    writeFileSync(beside, JSON.stringify(note), { mode: 0o600, flag: 'wx' });
    syncFile(beside);
    renameSync(beside, path);
    syncFolder(notes);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return () => rmSync(path, { force: true });
}

interface Log {
  readonly folder: string;
  recordEvent(event: OperationInput & { readonly outcome: Outcome }): void;
}

/** Enters what is noted, as owner of the folder. @param db of the same store @returns how many lines */
export function takeNotes(log: Log, db: ReadStore): number {
  const { folder } = log;
  const names = notesIn(folder);
  for (const name of names) {
    const path = join(folder, notesFolder, name);
    const note = readNote(path);
    const isEntered = note !== null && db.get(operationByUid, { uid: note.uid }) !== undefined;
    if (!isEntered) log.recordEvent(note === null ? unreadable(name) : lineOf(note));
    rmSync(path, { force: true });
  }
  return names.length;
}

function notesIn(folder: string): string[] {
  try {
    return readdirSync(join(folder, notesFolder))
      .filter((name) => name.endsWith(ENDING))
      .toSorted();
  } catch {
    return [];
  }
}

function readNote(path: string): Note | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isNote(value) ? value : null;
  } catch {
    return null;
  }
}

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  const texts = ['uid', 'name', 'label', 'userName', 'host', 'summary'].map((name) => fields[name]);
  return typeof fields['at'] === 'number' && texts.every((text) => typeof text === 'string');
}

const nobody = { userUid: null, windowUid: '', undo: 'final' } as const;

function lineOf({ at, summary, ...line }: Note): OperationInput & { outcome: Outcome } {
  const when = Date.now() - at > LATE_MILLISECONDS ? `；时间 ${formatInstant(at)}` : '';
  return { ...line, ...nobody, summary: `${summary}${when}`, outcome: 'done' };
}

function unreadable(name: string): OperationInput & { outcome: Outcome } {
  const line = { name: 'store.notes', label: '补记操作', userName: '程序', host: 'cli' } as const;
  const summary = `等着记入日志的一次操作(导出或清理附件)读不出来：${name}`;
  return { ...line, ...nobody, uid: randomUUID(), summary, outcome: 'failed' };
}
