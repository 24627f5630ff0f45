import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LyingFile } from '#shared/rules/backups/orphans.ts';
import { AppError } from '#shared/errors.ts';
import { hashOfFile, hashOfFileNow } from './hash-of-file.ts';
import { makeFolder, placeFile, placingError, syncFolder } from './place-file.ts';

/*
 * Bytes that stay: DATA/files/ab/abcdef…, named by their SHA-256, so that the same photo is kept once and a changed
 * file is noticed. Nothing here is ever overwritten but what is damaged. What is removed: what an erasure of personal data chose, and what
 * neither rows nor log nor a kept backup name (see ../backups/clean-files.ts).
 */

const SHA256_NAME = /^[0-9a-f]{64}$/u;
/** Of a file on its way out, for less than a moment unless the program ends just then. */
const LEAVING = '.leaving';

function folderOf(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'files', sha256.slice(0, 2));
}

/** Where a file is kept, in which folder, and the folder above that. */
export function keptPlace(
  dataFolder: string,
  sha256: string,
): { above: string; folder: string; path: string } {
  const folder = folderOf(dataFolder, sha256);
  return { above: join(dataFolder, 'files'), folder, path: join(folder, sha256) };
}

/** Durable when it returns. @throws AppError diskFull, refused */
export function keepFile(dataFolder: string, source: string, sha256: string): void {
  const { above, folder, path } = keptPlace(dataFolder, sha256);
  try {
    // Touched first: from then on no cleaning takes it before its row is written.
    if (touchKept(path, source) && isWhole(path, source, sha256)) {
      // Whoever put it there may not have come to this yet, or have been stopped before it.
      for (const each of [folder, above]) syncFolder(each);
      return;
    }
    makeFolder(folder);
  } catch (error) {
    throw placingError(error, path);
  }
  placeFile(source, folder, sha256);
  // Windows gives a copy the time of its source.
  touch(path);
}

/** The very same bytes, or those that its name says: what the disk has spoiled is put there anew. */
function isWhole(path: string, source: string, sha256: string): boolean {
  return statSync(path).ino === statSync(source).ino || hashOfFileNow(path) === sha256;
}

/** @returns whether it is there, not cut off */
export function touchKept(path: string, source: string): boolean {
  return touch(path) && statSync(path).size === statSync(source).size;
}

/** @returns false where there is no such file */
function touch(path: string): boolean {
  const now = new Date();
  try {
    utimesSync(path, now, now);
    return true;
  } catch {
    return false;
  }
}

/** The kept file's path, after its bytes were held against their name. @throws AppError refused */
export async function keptFile(dataFolder: string, sha256: string): Promise<string> {
  const path = join(folderOf(dataFolder, sha256), sha256);
  if (!existsSync(path)) throw lost('数据文件夹里找不到这个附件的内容，请从备份里恢复 files 文件夹。');
  if ((await hashOfFile(path)) !== sha256) {
    throw lost('这个附件的内容已经损坏，没有打开。请从备份里恢复 files 文件夹。');
  }
  return path;
}

/** Every kept file, by name. */
export function lyingFiles(dataFolder: string): LyingFile[] {
  const folder = join(dataFolder, 'files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, sha256: name.slice(3) }))
    .filter(({ name, sha256 }) => SHA256_NAME.test(sha256) && name.startsWith(sha256.slice(0, 2)))
    .flatMap(({ name, sha256 }) => {
      // A cleaning may have taken it since its name was read.
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      return found === undefined ? [] : [{ sha256, bytes: found.size, touchedAt: found.mtimeMs }];
    })
    .toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
}

/** What a program that ended in between was about to remove is looked at anew. */
export function putBackLeaving(dataFolder: string): void {
  const folder = join(dataFolder, 'files');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith(LEAVING)) continue;
    try {
      putBack(join(folder, name));
    } catch {
      // Another program looks at it just now: the next cleaning puts it back.
    }
  }
}

function putBack(leaving: string): void {
  const path = leaving.slice(0, -LEAVING.length);
  if (existsSync(path)) rmSync(leaving);
  else renameSync(leaving, path);
}

/** For good, once neither a row nor the log names it any more. */
export async function removeKept(dataFolder: string, sha256: string): Promise<void> {
  await rm(join(folderOf(dataFolder, sha256), sha256), { force: true });
}

/**
 * Sets a file apart that is to be removed, unless somebody has taken it up since `limit`. Whoever keeps the same bytes
 * from now on finds none and puts them there anew; who has touched them before gets them back.
 * @returns whether it is set apart
 */
export function setApart(dataFolder: string, sha256: string, limit: number): boolean {
  const path = join(folderOf(dataFolder, sha256), sha256);
  const leaving = `${path}${LEAVING}`;
  try {
    renameSync(path, leaving);
    if (statSync(leaving).mtimeMs < limit) return true;
    putBack(leaving);
    return false;
  } catch {
    // Another program looks at it just now: the next cleaning takes it.
    return false;
  }
}

/** Removes for good what was set apart. @returns whether it is gone */
export function removeApart(dataFolder: string, sha256: string): boolean {
  try {
    rmSync(join(folderOf(dataFolder, sha256), `${sha256}${LEAVING}`));
    return true;
  } catch {
    // As above: the next cleaning looks at it anew.
    return false;
  }
}

function lost(reason: string): AppError {
  return new AppError('fileRefused', { reason });
}
