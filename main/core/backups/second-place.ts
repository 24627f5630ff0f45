/**
 * Carries the latest backup of the data folder to a second place: a USB stick, a folder in the network.
 * Flow: is the folder there → copy (sealed where a password is set) → read back and held against the manifest →
 * missing kept files → list → name → manifest.
 */
import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { copyFile, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#shared/errors.ts';
import { makeFolder, syncFolder } from '../files/place-file.ts';
import { filesText } from './manifest.ts';
import { LEFT_ALONE_MILLISECONDS, ownPlace, removePartials } from './make-backup.ts';
import {
  filesListPath,
  filesOf,
  findBackups,
  type FoundBackup,
  pooledPath,
  storePath,
  writeDurably,
  writeManifest,
} from './place.ts';
import { fillPool, isReadBack, keptPath } from './pool.ts';
import { type PlaceKey, sealFile } from './sealed-file.ts';

const FOLDER_NAME = '消安办工作台备份';
/** A network drive that is gone may keep an asker waiting for minutes. */
const PATIENCE_MILLISECONDS = 4_000;

export function secondPlace(chosenFolder: string): string {
  return join(chosenFolder, FOLDER_NAME);
}

/** Whether the chosen folder can be reached now. */
export async function isThere(chosenFolder: string): Promise<boolean> {
  return (await statPatiently(chosenFolder))?.isDirectory() === true;
}

/** @returns null where nothing can be reached now */
export async function statPatiently(path: string): Promise<Stats | null> {
  return patiently(stat(path), PATIENCE_MILLISECONDS, null);
}

/** Nothing where the folder cannot be read now. */
export async function namesIn(folder: string): Promise<string[]> {
  return patiently(readdir(folder), PATIENCE_MILLISECONDS, []);
}

/** A slow drive has more to tell than whether it is there. */
export const LISTING_MILLISECONDS = 20_000;

/** The same as `findBackups`; none where the drive has gone meanwhile. Never for the place of this PC's own backups. */
export async function findBackupsThere(folder: string): Promise<FoundBackup[]> {
  return patiently(findBackups(folder), LISTING_MILLISECONDS, []);
}

/** What an unanswered question still waits for is left to itself. */
export async function patiently<Answer, Otherwise>(
  asked: Promise<Answer>,
  milliseconds: number,
  otherwise: Otherwise,
): Promise<Answer | Otherwise> {
  const giveUp = new AbortController();
  const late = pause(milliseconds, otherwise, { ref: false, signal: giveUp.signal });
  try {
    return await Promise.race([asked.catch(() => otherwise), late.catch(() => otherwise)]);
  } finally {
    giveUp.abort();
  }
}

/** A half of another PC is not written to while its kept files are carried, which may take days on a slow drive. */
const OTHERS_AT_WORK_MILLISECONDS = 7 * 86_400_000;

interface Carrying {
  dataFolder: string;
  chosenFolder: string;
  key: PlaceKey | null;
  now: number;
  progress: (share: number) => void;
  throwIfCancelled: () => void;
}

export interface Carried {
  /** False where the second place has it already. */
  isNew: boolean;
  /** How many of its kept files are damaged on this PC, and so not there. */
  damaged: number;
}

/** @throws AppError, or the disk's own error */
export async function carryBackup(backup: FoundBackup, carrying: Carrying): Promise<Carried> {
  const { dataFolder, chosenFolder, key, now } = carrying;
  const { manifest } = backup;
  const own = ownPlace(dataFolder);
  const files = await filesOf(own, backup);
  if (manifest === null || files === null) return { isNew: false, damaged: 0 };
  const place = secondPlace(chosenFolder);
  makeFolder(place);
  if ((await findBackups(place)).some(({ name }) => name === backup.name))
    return { isNew: false, damaged: 0 };
  await removeHalves(place, own);
  const sealed = key !== null;
  const source = storePath(own, backup);
  const partial = join(place, `${backup.name}.db.partial`);
  try {
    const check = (): void => carrying.throwIfCancelled();
    if (key === null) await copySynced(source, partial);
    else await sealFile(source, partial, key, check);
    carrying.progress(0.4);
    if (!(await isReadBack(partial, manifest.sha256, key, check))) throw unreadable(chosenFolder);
    const damaged = await fillPool({
      sources: (sha256) => [keptPath(dataFolder, sha256), pooledPath(own, sha256, null)],
      place,
      files,
      key,
      mayLink: false,
      before(done) {
        check();
        carrying.progress(0.5 + (0.5 * done) / Math.max(1, files.length));
      },
    });
    await writeDurably(filesListPath(place, backup.name), filesText(files));
    await rename(partial, storePath(place, { name: backup.name, sealed }));
    syncFolder(place);
    await writeManifest(place, { ...manifest, sealed, verifiedAt: now });
    return { isNew: true, damaged: damaged.size };
  } finally {
    await rm(partial, { force: true });
  }
}

/** Other PCs may carry to the place just now, and their clocks differ: that of the place tells how old a half is. */
async function removeHalves(place: string, own: string): Promise<void> {
  const madeHere = new Set((await findBackups(own)).map(({ name }) => `${name}.db.partial`));
  const leftAlone = (name: string): number =>
    madeHere.has(name) ? LEFT_ALONE_MILLISECONDS : OTHERS_AT_WORK_MILLISECONDS;
  await removePartials(place, await clockOf(place), leftAlone);
}

/** @returns what time the disk or server of the place gives to what is written now */
async function clockOf(place: string): Promise<number> {
  const mark = join(place, `${randomUUID()}.partial`);
  try {
    await writeFile(mark, '');
    return (await stat(mark)).mtimeMs;
  } finally {
    await rm(mark, { force: true });
  }
}

async function copySynced(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await using file = await open(target, 'r+');
  await file.sync();
}

function unreadable(folder: string): AppError {
  const reason = `写到“${folder}”的备份读回来不一样，可能是 U 盘或网络有问题，没有采用。请换一个位置再备份。`;
  return new AppError('refused', { reason });
}
