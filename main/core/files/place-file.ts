import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { AppError, type ErrorData } from '#shared/errors.ts';
import { systemCode } from '../system-code.ts';
import { makeFolders } from './make-folders.ts';

/**
 * Copies a finished file beside its target, syncs it, then renames: at the target there is the old file or
 * the new one, never half of one.
 * @throws AppError fileBusy when another program holds the target open, diskFull, refused
 */
export function placeFile(source: string, folder: string, name: string): { path: string; bytes: number } {
  const path = join(folder, name);
  const beside = join(folder, `.${randomUUID()}.tmp`);
  try {
    // A folder of the program's own making is for nobody else on this PC.
    makeFolders(folder);
    copyFileSync(source, beside);
    syncFile(beside);
    renameSync(beside, path);
    syncFolder(folder);
    return { path, bytes: statSync(path).size };
  } catch (error) {
    removeIfThere(beside);
    throw placingError(error, path);
  }
}

/** Where the folder itself is none, even looking fails; the first error says more. */
export function removeIfThere(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // Nothing was written there.
  }
}

/** What a process that ended too early has left, by the time at which it was written. */
export function removeIfOlder(path: string, milliseconds: number): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && Date.now() - found.mtimeMs >= milliseconds) removeIfThere(path);
}

/** What was written to a file is on the disk when it returns. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Without it a power cut can take the new name away; Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder and those above it that are missing; a power cut then takes none of them away again. */
export function makeFolder(folder: string): void {
  const highest = makeFolders(folder);
  if (highest === undefined) return;
  let made = resolve(folder);
  while (made.length > resolve(highest).length) {
    made = dirname(made);
    syncFolder(made);
  }
  syncFolder(dirname(made));
}

/** The folder is not ours, not there any more as a stick that was pulled out, or no folder at all. */
const unusable: ReadonlySet<string> = new Set([
  'EACCES',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'ENOENT',
  'ENAMETOOLONG',
]);

/**
 * What went wrong at placing something under `path`, so that the clerk knows what to do.
 * @param busy says what another program holds open
 */
export function placingError(
  error: unknown,
  path: string,
  busy: ErrorData = { name: basename(path) },
): Error {
  const code = systemCode(error);
  if (code === 'EBUSY' || code === 'EPERM' || code === 'ETXTBSY') return new AppError('fileBusy', busy);
  if (code === 'EISDIR') {
    return new AppError('refused', { reason: `“${path}”是一个文件夹，请换一个文件名。` });
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('diskFull');
  if (unusable.has(code)) {
    const reason = `不能写入文件夹“${dirname(path)}”，请在设置里换一个导出文件夹。`;
    return new AppError('refused', { reason });
  }
  return error instanceof Error ? error : new Error(String(error));
}
