/**
 * Lines for the log by those who cannot write to it: the command line beside a running program, a job that may be ended
 * before anybody hears what it did.
 * What: each is noted in a file of its own in DATA/log-notes, synced before what it tells of happens. Until that has
 * happened its name ends in `.pending`, then in `.json`. Whoever opens the store, or has it open, takes the notes into
 * the log and removes them; see take-notes.ts.
 * Invariants: nothing happens without a note, and no note says that something has happened before it has.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchownSync,
  fsyncSync,
  lchownSync,
  lstatSync,
  openSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { makeFolder, removeIfThere, syncFolder } from '../files/place-file.ts';
import type { HostKind, Outcome } from './operation.ts';
import { accountName, ownProcess, type ProcessIdentity } from './process-identity.ts';
import { systemCode } from '../system-code.ts';

export const notesFolder = 'log-notes';
/** Of what has happened. */
export const DONE = '.json';
/** Of what is about to happen. */
export const PENDING = '.pending';
/** Of a note that is being written. */
export const UNFINISHED = '.new';

export interface Note {
  readonly uid: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly name: string;
  readonly label: string;
  readonly userName: string;
  readonly host: HostKind;
  readonly summary: string;
  /** Without one it was done. */
  readonly outcome?: Outcome;
  /** Whose process would finish a pending one. */
  readonly by?: ProcessIdentity;
}

type Line = Omit<Note, 'uid' | 'at' | 'by'>;

/** Neither call throws: where the disk takes no more, the pending note stays, and becomes a line that says so. */
export interface PendingLine {
  /** It has happened. @param summary what in the end */
  finish(summary: string): void;
  /** It did not happen. */
  takeBack(): void;
}

/** Nobody is signed in at the command line: whose account of the PC it is. */
export function byCommandLine(): Pick<Note, 'userName' | 'host'> {
  const account = accountName();
  return { userName: account === '' ? '命令行' : `命令行(${account})`, host: 'cli' };
}

/** Of what has happened. @throws AppError diskFull, or refused naming the folder that cannot be written to */
export function noteLine(folder: string, line: Line): void {
  write(folder, { ...line, uid: randomUUID(), at: Date.now() }, DONE);
}

/** Of what is about to happen. @throws AppError as above */
export function pendingLine(folder: string, line: Line): PendingLine {
  const note: Note = { ...line, uid: randomUUID(), at: Date.now() };
  const pending = write(folder, { ...note, by: ownProcess() }, PENDING);

  function finish(summary: string): void {
    if (summary === note.summary) {
      // A full disk takes a new name still.
      renameSync(pending, `${pending.slice(0, -PENDING.length)}${DONE}`);
      syncFolder(join(folder, notesFolder));
      return;
    }
    // The right line first. Should the pending one stay beside it, it has the same uid and is not entered again.
    write(folder, { ...note, summary }, DONE);
    removeIfThere(pending);
  }

  return {
    finish(summary) {
      try {
        finish(summary);
      } catch {
        // The pending note tells of it.
      }
    },
    takeBack: () => removeIfThere(pending),
  };
}

/** @returns its path */
function write(folder: string, note: Note, ending: string): string {
  const notes = join(folder, notesFolder);
  // By name they come in the order in which they were made.
  const path = join(notes, `${String(note.at).padStart(15, '0')}-${note.uid}${ending}`);
  const beside = `${path}${UNFINISHED}`;
  try {
    const owner = ownerFor(folder);
    makeFolder(notes);
    if (owner !== null && lstatSync(notes).isDirectory()) lchownSync(notes, owner.uid, owner.gid);
    writeSynced(beside, JSON.stringify(note), owner);
    renameSync(beside, path);
    syncFolder(notes);
    return path;
  } catch (error) {
    removeIfThere(beside);
    throw noteProblem(error, notes);
  }
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whose the notes are to be, where root writes them for a folder of somebody else, who could not take them. */
function ownerFor(folder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? null : { uid, gid };
}

function writeSynced(path: string, text: string, owner: Account | null): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    if (owner !== null) fchownSync(handle, owner.uid, owner.gid);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** What the clerk can do where notes can be neither written nor read. */
export function noteProblem(error: unknown, notes: string): AppError {
  const code = systemCode(error) || String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('diskFull');
  const reason = `文件夹“${notes}”现在不能读写(${code})，请把它改回给使用本程序的账户，或者检查磁盘。`;
  return new AppError('refused', { reason });
}
