/**
 * A restored store that waits for the next start.
 * What: DATA/waiting-restore holds a whole, verified store.db, what somebody had accepted of it, and a note of what it is.
 * Flow: prepared there while the program runs → at the next opening, before anything else, the present store moves into a
 * folder of its own beside it, the restored one takes its place → the note goes last.
 * Invariants: nothing is deleted; wherever the program ends in between, the next opening goes on from there. The
 * restored store is no longer in the waiting folder exactly when it has taken its place. Only then what was accepted follows:
 * before, it would be taken for the present store's.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freeFileName } from '../files/file-names.ts';
import { syncFolder } from '../files/place-file.ts';
import { anchorFile } from './anchor.ts';
import { storeFile } from './database.ts';
import { formatInstant } from './format-instant.ts';
import { faultsFile } from './standing-faults.ts';

const waitingFolder = 'waiting-restore';
const noteFile = 'restore.json';
/** How the names of folders begin that hold what was there before. */
export const RESTORED_ASIDE = '恢复前的数据';

export interface RestoreNote {
  /** Name of the backup, and when it was made. */
  backup: string;
  madeAt: number;
  /** Who prepared it, and when. */
  userUid: string | null;
  userName: string;
  preparedAt: number;
}

/** What has been restored by this opening. */
export interface RestoredStore {
  note: RestoreNote;
  /** Where the store went that was there before. */
  aside: string;
}

export function waitingPath(folder: string): string {
  return join(folder, waitingFolder);
}

export function waitingNotePath(folder: string): string {
  return join(folder, waitingFolder, noteFile);
}

/** null where nothing waits, or what waits is not complete. */
export function readWaiting(folder: string): RestoreNote | null {
  try {
    return JSON.parse(readFileSync(waitingNotePath(folder), 'utf8')) as RestoreNote;
  } catch {
    return null;
  }
}

/** Call it as owner of the folder, before its store is opened. @returns null where nothing waited */
export function takeOverRestored(folder: string): RestoredStore | null {
  const note = readWaiting(folder);
  if (note === null) return null;
  const restored = join(folder, waitingFolder, storeFile);
  const aside = asideOf(folder, note, existsSync(restored));
  if (existsSync(restored)) {
    mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const name of [storeFile, `${storeFile}-wal`, `${storeFile}-shm`, anchorFile, faultsFile]) {
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
    }
    renameSync(restored, join(folder, storeFile));
    syncFolder(folder);
  }
  const accepted = join(folder, waitingFolder, faultsFile);
  if (existsSync(accepted)) {
    renameSync(accepted, join(folder, faultsFile));
    syncFolder(folder);
  }
  rmSync(join(folder, waitingFolder), { recursive: true });
  return { note, aside };
}

/** The same for the same restore: an opening that ended in between has put a part of the store there, its log comes to it. */
function asideOf(folder: string, { preparedAt }: RestoreNote, isWaiting: boolean): string {
  const seconds = String(new Date(preparedAt).getSeconds()).padStart(2, '0');
  const time = formatInstant(preparedAt).replaceAll(/[-:]/gu, '').replace(' ', '-');
  const name = `${RESTORED_ASIDE}-${time}${seconds}`;
  const isAnothers =
    isWaiting && [folder, join(folder, name)].every((each) => existsSync(join(each, storeFile)));
  return join(folder, isAnothers ? freeFileName(folder, name) : name);
}
