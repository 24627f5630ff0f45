import { copyFile, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import { hashOfFile } from '../files/hash-of-file.ts';
import { makeFolder, syncFolder } from '../files/place-file.ts';
import type { PooledFile } from './manifest.ts';
import { filesOf, findBackups, formerPooledPath, pooledPath, unreadableBackups } from './place.ts';
import { hashOfSealed, keyIdOf, keyIdOfFile, type PlaceKey, sealedBytes, sealFile } from './sealed-file.ts';

/*
 * The kept files of all backups of one place, once each. In the data folder a file of the pool is a second name for
 * the same bytes, where the disk can: it costs nothing, and guards against removal. The second place has real copies.
 */

const SHA256_START = /^[0-9a-f]{64}(\.|$)/u;
/** A file is left alone that long after it was put there: a backup may just be made that will name it. */
const YOUNG_MILLISECONDS = 7 * 86_400_000;

export function keptPath(dataFolder: string, sha256: string): string {
  return join(dataFolder, 'files', sha256.slice(0, 2), sha256);
}

interface Filling {
  /** Where the bytes of a file may lie. */
  sources: (sha256: string) => readonly string[];
  place: string;
  files: readonly PooledFile[];
  /** Seals what is put there. */
  key: PlaceKey | null;
  /** Of a place on the same disk. */
  mayLink: boolean;
  /** Before each file. @throws AppError cancelled */
  before: (done: number) => void;
}

/**
 * Puts what is missing into the pool of a place, or is cut off there. Durable when it returns.
 * @returns SHA-256 of those whose bytes are nowhere what their name says: they are not put there
 * @throws AppError refused where what was written is read back otherwise
 */
export async function fillPool(filling: Filling): Promise<Set<string>> {
  const { sources, place, files, key, mayLink, before } = filling;
  const filled = new Set<string>();
  const damaged = new Set<string>();
  for (const [done, { sha256, bytes }] of files.entries()) {
    before(done);
    const target = pooledPath(place, sha256, key === null ? null : keyIdOf(key));
    const wanted = key === null ? bytes : sealedBytes(bytes);
    const isThere = sizeOf(target) === wanted;
    if (isThere && !(mayLink && (await isSpoiled(target, sha256, sources(sha256))))) continue;
    if (key !== null && (await takeFormer(place, sha256, wanted, key))) {
      filled.add(dirname(target));
      continue;
    }
    makeFolder(dirname(target));
    if (await putInto(target, sha256, { ...filling, before: () => before(done) }))
      filled.add(dirname(target));
    else damaged.add(sha256);
  }
  for (const folder of filled) syncFolder(folder);
  return damaged;
}

/** @returns false where no source holds the bytes that the name says */
async function putInto(
  target: string,
  sha256: string,
  { sources, place, key, mayLink, before: check }: Omit<Filling, 'before'> & { before: () => void },
): Promise<boolean> {
  const beside = `${target}.${randomUUID().slice(0, 8)}.partial`;
  try {
    for (const source of sources(sha256).filter((path) => existsSync(path))) {
      const hash = key === null ? await hashOfFile(source) : await sealFile(source, beside, key, check);
      if (hash !== sha256) continue;
      if (key === null) await copyOrLink(source, beside, mayLink);
      if (!mayLink && !(await isReadBack(beside, sha256, key, check))) {
        const reason = `写到“${place}”的附件读回来不一样，可能是 U 盘或网络有问题，没有采用。请换一个位置再备份。`;
        throw new AppError('refused', { reason });
      }
      await rename(beside, target);
      return true;
    }
    return false;
  } finally {
    await rm(beside, { force: true });
  }
}

/** A file that a former version sealed with the same key gets the name that tells it. @returns whether there was one */
async function takeFormer(place: string, sha256: string, bytes: number, key: PlaceKey): Promise<boolean> {
  const former = formerPooledPath(place, sha256);
  if (sizeOf(former) !== bytes || (await keyIdOfFile(former)) !== keyIdOf(key)) return false;
  await rename(former, pooledPath(place, sha256, keyIdOf(key)));
  return true;
}

/** Asked where the bytes were put anew since: those that lie here may be the ones the disk had spoiled. */
async function isSpoiled(pooled: string, sha256: string, sources: readonly string[]): Promise<boolean> {
  const { ino, mtimeMs } = statSync(pooled);
  const isRenewed = sources
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .some((found) => found !== undefined && found.ino !== ino && found.mtimeMs > mtimeMs);
  return isRenewed && (await hashOfFile(pooled)) !== sha256;
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

/**
 * Whether a file of another place holds what was written to it: a stick may have made something else of it. What the system
 * still has in memory answers in its place: Node cannot drop that, and O_DIRECT wants memory that lies on the bounds of the
 * disk's blocks. So the latest backup there is also restored for practice each month, after the stick was unplugged.
 */
export async function isReadBack(
  path: string,
  sha256: string,
  key: PlaceKey | null,
  check: () => void,
): Promise<boolean> {
  try {
    return (key === null ? await hashOfFile(path) : await hashOfSealed(path, key, check)) === sha256;
  } catch (error) {
    // A header that was changed looks as if the key were another one.
    if (error instanceof AppError && ['fileRefused', 'wrongPassword'].includes(error.code)) return false;
    throw error;
  }
}

async function copyOrLink(source: string, target: string, mayLink: boolean): Promise<void> {
  if (mayLink) {
    try {
      await link(source, target);
      return;
    } catch {
      // FAT and exFAT know no second names.
    }
  }
  await copyFile(source, target);
  await using file = await open(target, 'r+');
  await file.sync();
}

/**
 * Removes what no backup of the place names any more: a plain file goes once only sealed backups are left, and so does
 * the half of one. Where only one of them, or its list, cannot be read, or is still being carried there by another PC,
 * nothing is removed: it may name what no finished one does.
 * @returns how many files went
 */
export async function removeOrphans(place: string, now: number): Promise<number> {
  const named = new Set<string>();
  if ((await readdir(place)).some((name) => name.endsWith('.db.partial'))) return 0;
  const backups = await findBackups(place);
  if ((await unreadableBackups(place, backups)).length > 0) return 0;
  for (const backup of backups) {
    const files = await filesOf(place, backup);
    if (files === null) return 0;
    for (const { sha256 } of files) named.add(basename(pooledPath(place, sha256, backup.keyId)));
  }
  const pool = join(place, 'files');
  let removed = 0;
  for (const name of await readdir(pool, { recursive: true }).catch(() => [])) {
    const file = basename(name);
    const path = join(pool, name);
    if (!SHA256_START.test(file) || named.has(await presentName(path))) continue;
    // Of a second name the time is that of the bytes; the inode's change tells when the name was given.
    const { ctimeMs } = await stat(path);
    if (now - ctimeMs < YOUNG_MILLISECONDS) continue;
    await rm(path);
    removed += 1;
  }
  return removed;
}

const FORMER_NAME = /^([0-9a-f]{64})\.sealed$/u;

/** Of a file of the pool that can be read without a password, half of one too. */
export function isPlainName(path: string): boolean {
  return SHA256_START.test(basename(path)) && !basename(path).includes('.sealed');
}

/** How a file of the pool would be called now: a former version left the key out. */
async function presentName(path: string): Promise<string> {
  const file = basename(path);
  const sha256 = FORMER_NAME.exec(file)?.[1];
  return sha256 === undefined ? file : basename(pooledPath('', sha256, await keyIdOfFile(path)));
}
