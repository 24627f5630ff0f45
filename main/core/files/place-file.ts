import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors.ts';

/**
 * Copies a finished file beside its target, syncs it, then renames: at the target there is the old file or
 * the new one, never half of one.
 * @throws AppError fileBusy when another program holds the target open, diskFull, refused
 */
export function placeFile(source: string, folder: string, name: string): { path: string; bytes: number } {
  const path = join(folder, name);
  const beside = join(folder, `.${randomUUID()}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    copyFileSync(source, beside);
    sync(beside);
    renameSync(beside, path);
    syncFolder(folder);
    return { path, bytes: statSync(path).size };
  } catch (error) {
    rmSync(beside, { force: true });
    throw explain(error, path);
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Without it a power cut can take the new name away; Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function explain(error: unknown, path: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EBUSY' || code === 'EPERM' || code === 'ETXTBSY')
    return new AppError('fileBusy', { name: basename(path) });
  if (code === 'EISDIR') {
    return new AppError('refused', { reason: `“${path}”是一个文件夹,请换一个文件名。` });
  }
  if (code === 'ENOSPC') return new AppError('diskFull');
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR') {
    return new AppError('refused', { reason: `不能写入文件夹“${path}”,请在设置里换一个导出文件夹。` });
  }
  return error instanceof Error ? error : new Error(String(error));
}
