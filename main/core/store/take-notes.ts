/**
 * Takes into the log what is noted in DATA/log-notes; see noted-lines.ts.
 * Invariants: a note goes only once its line is committed, and is not entered twice: its uid is that of the line. What
 * cannot be read now stays for the next time and keeps no other from being entered; what is no note becomes one line
 * that says so. A pending note is left to the process that made it, and where that has ended becomes a line in doubt.
 */
import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeIfOlder, removeIfThere } from '../files/place-file.ts';
import { formatInstant } from './format-instant.ts';
import { operationByUid } from './log-queries.ts';
import { DONE, type Note, noteProblem, notesFolder, PENDING, UNFINISHED } from './noted-lines.ts';
import type { HostKind, OperationInput, Outcome } from './operation.ts';
import { isSameLivingProcess } from './process-identity.ts';
import type { ReadStore } from './read-store.ts';
import { systemCode } from '../system-code.ts';

/** What a note tells of takes less; a line that is later says when it was. */
const LATE_MILLISECONDS = 60_000;
/** What was begun so long ago is not finished any more, even where its process seems to live: numbers come again. */
const GIVEN_UP_MILLISECONDS = 24 * 3_600_000;

type Line = OperationInput & { readonly outcome: Outcome };

interface Log {
  readonly folder: string;
  readonly recordEvent: (event: Line) => void;
}

/**
 * Enters what is noted, as owner of the folder.
 * @param db of the same store @returns how many notes went
 * @throws what kept the first of those from being entered that stay, after all the others were
 */
export function takeNotes(log: Log, db: ReadStore): number {
  const { folder } = log;
  const notes = join(folder, notesFolder);
  const problems: unknown[] = [];
  let taken = 0;
  for (const name of namesIn(notes)) {
    try {
      const line = lineAt(join(notes, name), name);
      if (line === null) continue;
      if (db.get(operationByUid, { uid: line.uid }) === undefined) log.recordEvent(line);
      removeIfThere(join(notes, name));
      taken += 1;
    } catch (error) {
      problems.push(error);
    }
  }
  if (problems.length > 0) throw problems[0];
  return taken;
}

/** Without those that are being written. @throws AppError refused naming the folder */
function namesIn(notes: string): string[] {
  try {
    const names = readdirSync(notes).toSorted();
    // What a power cut left of a note: nothing happened yet.
    for (const name of names)
      if (name.endsWith(UNFINISHED)) removeIfOlder(join(notes, name), GIVEN_UP_MILLISECONDS);
    return names.filter((name) => name.endsWith(DONE) || name.endsWith(PENDING));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw noteProblem(error, notes);
  }
}

/** Null for what is not to be entered, or not yet. @throws where it cannot be read now */
function lineAt(path: string, name: string): Line | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
  const note = noteIn(text);
  if (note === null) return unreadable(name, text);
  if (name.endsWith(DONE)) return lineOf(note);
  const isAwaited = note.by !== undefined && isSameLivingProcess(note.by);
  return isAwaited && Date.now() - note.at < GIVEN_UP_MILLISECONDS ? null : inDoubt(note);
}

function noteIn(text: string): Note | null {
  try {
    const value: unknown = JSON.parse(text);
    return isNote(value) ? value : null;
  } catch {
    return null;
  }
}

/** What the log takes; a date holds so many milliseconds. */
const LATEST_INSTANT = 8.64e15;
const hosts: ReadonlySet<unknown> = new Set<HostKind>(['electron', 'browser', 'cli']);
const outcomes: ReadonlySet<unknown> = new Set<Outcome>(['done', 'refused', 'failed']);

function isNote(value: unknown): value is Note {
  if (typeof value !== 'object' || value === null) return false;
  const { at, host, by, outcome, ...fields }: Record<string, unknown> = { ...value };
  const texts = ['uid', 'name', 'label', 'userName', 'summary'].map((name) => fields[name]);
  const isInstant = Number.isSafeInteger(at) && Number(at) > 0 && Number(at) <= LATEST_INSTANT;
  return (
    isInstant &&
    hosts.has(host) &&
    (by === undefined || isProcess(by)) &&
    (outcome === undefined || outcomes.has(outcome)) &&
    texts.every((text) => typeof text === 'string' && text !== '')
  );
}

function isProcess(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  const isOrNull = (name: string, type: string) => fields[name] === null || typeof fields[name] === type;
  return (
    Number.isSafeInteger(fields['pid']) &&
    Number(fields['pid']) > 0 &&
    typeof fields['bootedAt'] === 'number' &&
    isOrNull('bootId', 'string') &&
    isOrNull('startTicks', 'number')
  );
}

const nobody = { userUid: null, windowUid: '', undo: 'final' } as const;

/** Of what has happened. */
export function lineOf({ at, summary, by: _by, outcome = 'done', ...line }: Note): Line {
  const when = Date.now() - at > LATE_MILLISECONDS ? `；时间 ${formatInstant(at)}` : '';
  return { ...line, ...nobody, summary: `${summary}${when}`, outcome };
}

function inDoubt(note: Note): Line {
  const line = lineOf(note);
  return { ...line, summary: `${line.summary}；程序中途结束，可能没有完成`, outcome: 'failed' };
}

/** The same one, as long as the file cannot be removed. */
function unreadable(name: string, text: string): Line {
  const line = { name: 'store.notes', label: '补记操作', userName: '程序', host: 'cli' } as const;
  const uid = uidOf(`${name}\n${text}`);
  const summary = `等着记入日志的一次操作(导出或清理附件)读不出来：${name}`;
  return { ...line, ...nobody, uid, summary, outcome: 'failed' };
}

function uidOf(text: string): string {
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/u.exec(hash('sha256', text)) ?? [];
  return parts.join('-');
}
