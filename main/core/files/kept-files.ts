import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { hashOfFile } from './hash-of-file.ts';
import { makeFolder, placeFile, placingError } from './place-file.ts';

/*
 * Bytes that stay: DATA/files/ab/abcdef…, named by their SHA-256, so that the same photo is kept once and a changed
 * file is noticed. Nothing here is ever overwritten, and only an erasure of personal data removes: the log may still name it.
 */

function folderOf(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'files', sha256.slice(0, 2));
}

/** Durable when it returns. @throws AppError diskFull, refused */
export function keepFile(dataFolder: string, source: string, sha256: string): void {
  const folder = folderOf(dataFolder, sha256);
  const path = join(folder, sha256);
  if (existsSync(path) && statSync(path).size === statSync(source).size) return;
  try {
    makeFolder(folder);
  } catch (error) {
    throw placingError(error, path);
  }
  placeFile(source, folder, sha256);
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

/** For good, once neither a row nor the log names it any more. */
export async function removeKept(dataFolder: string, sha256: string): Promise<void> {
  await rm(join(folderOf(dataFolder, sha256), sha256), { force: true });
}

function lost(reason: string): AppError {
  return new AppError('fileRefused', { reason });
}
