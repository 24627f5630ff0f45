/**
 * Takes a backup from its place and proves that it is whole.
 * Flow: copy (opened with key or password) onto this PC → its bytes against the manifest → SQLite's own check, foreign
 * keys, the whole chain of the log → its facts against the manifest → every kept file's bytes against its name.
 */
import { existsSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { hashOfFile } from '../files/hash-of-file.ts';
import { StoreError } from '../store/errors.ts';
import { checkStore } from '../store/integrity.ts';
import { readCopy, requireUsableCopy, sameFacts, type StoreFacts } from '../store/online-copy.ts';
import { requireStoreHeader } from '../store/integrity.ts';
import type { PooledFile } from './manifest.ts';
import { filesOf, formerPooledPath, type FoundBackup, pooledPath, storePath } from './place.ts';
import { type Opener, openSealed } from './sealed-file.ts';

interface Fetching {
  place: string;
  backup: FoundBackup;
  opener: Opener | null;
  throwIfCancelled: () => void;
}

/**
 * The store of a backup as a file of its own.
 * @throws AppError wrongPassword, fileRefused where it is damaged
 */
export async function fetchStore(
  { place, backup, opener, throwIfCancelled }: Fetching,
  target: string,
): Promise<void> {
  const source = storePath(place, backup);
  const sha256 = backup.sealed
    ? await openSealed(source, target, requireOpener(opener), throwIfCancelled)
    : await copyPlain(source, target);
  if (backup.manifest !== null && sha256 !== backup.manifest.sha256) throw damagedBackup(backup);
}

async function copyPlain(source: string, target: string): Promise<string> {
  await copyFile(source, target);
  return hashOfFile(target);
}

function requireOpener(opener: Opener | null): Opener {
  if (opener === null) throw new AppError('refused', { reason: '这个备份加了密码，请输入备份密码。' });
  return opener;
}

/**
 * Could this program go on with a fetched store? Asked before it waits for the next start, which it would keep from opening.
 * @throws AppError fileRefused
 */
export function requireUsable(
  file: string,
  { name, manifest }: FoundBackup,
  migrationFolder: string | undefined,
): void {
  try {
    requireUsableCopy(file, migrationFolder);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.kind !== 'newerFile') throw new AppError('fileRefused', { reason: error.message });
    const writer = manifest === null ? '' : `（${manifest.programVersion}）`;
    const reason = `备份“${name}”由更新的程序${writer}保存，这里的程序打不开，没有采用。请先把程序升级到同一版本，再恢复。`;
    throw new AppError('fileRefused', { reason });
  }
}

/** @returns what was found wrong with a fetched store, in Chinese; empty when all is well */
export function faultsOfStore(
  file: string,
  { manifest, accepted }: Pick<FoundBackup, 'manifest' | 'accepted'>,
): { faults: string[]; facts: StoreFacts } {
  try {
    requireStoreHeader(file);
    return readCopy(file, (store, facts) => {
      const differs = manifest !== null && !sameFacts(facts, manifest.facts);
      const found = checkStore(store, accepted);
      return { facts, faults: [...found, ...(differs ? ['内容与备份时登记的不一致。'] : [])] };
    });
  } catch (error) {
    if (error instanceof StoreError) throw new AppError('fileRefused', { reason: error.message });
    throw error;
  }
}

/**
 * Each kept file of a backup, wherever it is still whole.
 * @param take hands on a path with the file's own bytes, which is gone afterwards
 * @returns names of those that are whole nowhere
 */
export async function fetchFiles(
  fetching: Fetching & { temporaryFolder: string; before: (done: number, count: number) => void },
  take: (file: PooledFile, path: string) => void,
): Promise<string[]> {
  const { place, backup, temporaryFolder, before } = fetching;
  const files = await filesOf(place, backup);
  if (files === null) throw damagedBackup(backup);
  const missing: string[] = [];
  for (const [done, file] of files.entries()) {
    before(done, files.length);
    const opened = join(temporaryFolder, file.sha256);
    const path = backup.sealed
      ? await wholeSealed(fetching, file, opened)
      : await wholePlain(pooledPath(place, file.sha256, null), file);
    if (path === null) missing.push(file.sha256);
    else take(file, path);
    await rm(opened, { force: true });
  }
  return missing;
}

async function wholePlain(pooled: string, { sha256 }: PooledFile): Promise<string | null> {
  return existsSync(pooled) && (await hashOfFile(pooled)) === sha256 ? pooled : null;
}

/** By its key, or under the name that a former version gave it: then it may be sealed with another key. */
async function wholeSealed(
  { place, backup, opener, throwIfCancelled }: Fetching,
  { sha256 }: PooledFile,
  opened: string,
): Promise<string | null> {
  const paths = [pooledPath(place, sha256, backup.keyId), formerPooledPath(place, sha256)];
  for (const path of paths.filter((each) => existsSync(each))) {
    try {
      const found = await openSealed(path, opened, requireOpener(opener), throwIfCancelled);
      if (found === sha256) return opened;
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }
  return null;
}

/** The store of the backup was opened with the same key or password: what that does not open is damaged, or another's. */
function isUnreadable(error: unknown): boolean {
  return error instanceof AppError && ['fileRefused', 'wrongPassword'].includes(error.code);
}

function damagedBackup({ name }: FoundBackup): AppError {
  return new AppError('fileRefused', {
    reason: `备份“${name}”已经损坏或被改动过，没有打开。请换一个备份。`,
  });
}
