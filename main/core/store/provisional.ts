/**
 * A store that is being filled by the program itself, in many operations.
 * What: while a mark lies beside the store it is not yet anybody's data; a half filled one must not be taken for an
 * office. Flow: mark → fill → unmark. Where the program ended in between, the next opening moves the store into a
 * folder of its own and begins anew; nothing is deleted.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freeFileName } from '../files/file-names.ts';
import { syncFolder } from '../files/place-file.ts';
import { anchorFile } from './anchor.ts';
import { storeFile } from './database.ts';
import { formatInstant } from './format-instant.ts';
import { faultsFile } from './standing-faults.ts';

const markFile = 'unfinished';

/** @returns takes the mark away: the store is complete */
export function markProvisional(folder: string): () => void {
  const path = join(folder, markFile);
  const descriptor = openSync(path, 'w', 0o600);
  fsyncSync(descriptor);
  closeSync(descriptor);
  syncFolder(folder);
  return () => {
    rmSync(path);
    // A mark that came back after a power cut would set aside what the clerk has done since.
    syncFolder(folder);
  };
}

export function isProvisional(folder: string): boolean {
  return existsSync(join(folder, markFile));
}

/**
 * Call it as owner of the folder, before its store is opened.
 * @returns the folder into which an unfinished store was moved; null when there was none
 */
export function setAsideProvisional(folder: string): string | null {
  if (!isProvisional(folder)) return null;
  const time = formatInstant(Date.now()).replaceAll(/[-:]/g, '').replace(' ', '-');
  const aside = join(folder, freeFileName(folder, `没有载入完-${time}`));
  mkdirSync(aside, { mode: 0o700 });
  for (const name of [storeFile, `${storeFile}-wal`, `${storeFile}-shm`, anchorFile, faultsFile]) {
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name));
  }
  // Last: if the program ends before this, the rest is moved the next time.
  rmSync(join(folder, markFile));
  return aside;
}
