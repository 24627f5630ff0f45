/**
 * Removes kept files that nothing needs.
 * Flow: files that the present store does not name and that are old enough → without those that a store waiting for
 * the next start, a kept backup or a store that lies aside names → set apart in pieces, unless taken up again → each
 * piece is noted for the log, then removed.
 * Invariants: where one of those cannot be read, nothing is removed. Wherever the program ends, nothing is gone that was
 * not noted; what was only set apart comes back. Backups at a second place are not asked: they
 * have copies of their own.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type LyingFile, orphanFiles, orphanLimit } from '#shared/rules/backups/orphans.ts';
import { AppError, messageOf } from '#shared/errors.ts';
import { lyingFiles, putBackLeaving, removeApart, setApart } from '../files/kept-files.ts';
import { openReader } from '../store/open.ts';
import { storeFile } from '../store/database.ts';
import { readCopy } from '../store/online-copy.ts';
import type { ReadStore } from '../store/read-store.ts';
import { RESTORED_ASIDE, readWaiting, waitingPath } from '../store/waiting-restore.ts';
import { ownPlace } from './make-backup.ts';
import { namedFiles } from './named-files.ts';
import { filesOf, findBackups, storePath, unreadableBackups } from './place.ts';
import { DAMAGED_ASIDE } from './rescue.ts';

interface Cleaning {
  db: ReadStore;
  dataFolder: string;
  now: number;
  /** Younger files stay. */
  days: number;
  /** Notes durably what is about to be removed. @throws where that cannot be noted */
  note: (apart: Sum) => NotedRemoval;
  progress: (share: number | null, step: string) => void;
  /** @throws AppError cancelled */
  throwIfCancelled: () => void;
}

interface NotedRemoval {
  finish(gone: Sum): void;
  /** Nothing went. */
  takeBack(): void;
}

export interface Cleaned {
  files: number;
  bytes: number;
  /** Why nothing, or no more, was removed although there may be something, in Chinese. */
  held: string | null;
}

export async function cleanFiles(cleaning: Cleaning): Promise<Cleaned> {
  const { db, dataFolder, now, days } = cleaning;
  cleaning.progress(null, '查找没有用到的附件');
  putBackLeaving(dataFolder);
  let left = orphanFiles(lyingFiles(dataFolder), namedFiles(db), now, days);
  for (const named of otherNames(dataFolder)) {
    if (left.length === 0) break;
    cleaning.throwIfCancelled();
    const found = await named();
    if ('held' in found) return { files: 0, bytes: 0, held: found.held };
    left = orphanFiles(left, found.names, now, days);
  }
  return removeAll(left, cleaning);
}

/** Notes of a piece are two syncs of the disk. */
const FILES_IN_A_PIECE = 200;

/** What is gone is told of a cancelled cleaning too: the log names it. */
function removeAll(orphans: readonly LyingFile[], cleaning: Cleaning): Cleaned {
  const cleaned: Cleaned = { files: 0, bytes: 0, held: null };
  for (let start = 0; start < orphans.length && !isCancelled(cleaning); start += FILES_IN_A_PIECE) {
    const apart = setPieceApart(orphans, start, cleaning);
    if (apart.length === 0) continue;
    const noted = notedOrHeld(apart, cleaning);
    if ('held' in noted) return { ...cleaned, held: noted.held };
    const gone = removeNoted(apart, noted, cleaning);
    cleaned.files += gone.files;
    cleaned.bytes += gone.bytes;
  }
  return cleaned;
}

function setPieceApart(orphans: readonly LyingFile[], start: number, cleaning: Cleaning): LyingFile[] {
  const limit = orphanLimit(cleaning.now, cleaning.days);
  const apart: LyingFile[] = [];
  for (const [place, file] of orphans.slice(start, start + FILES_IN_A_PIECE).entries()) {
    if (isCancelled(cleaning)) break;
    const done = start + place;
    cleaning.progress(done / orphans.length, `清理附件 ${done + 1}/${orphans.length}`);
    if (setApart(cleaning.dataFolder, file.sha256, limit)) apart.push(file);
  }
  return apart;
}

type Sum = Pick<Cleaned, 'files' | 'bytes'>;

/** Where it cannot be noted, everything is there as before. */
function notedOrHeld(
  apart: readonly LyingFile[],
  { dataFolder, note }: Cleaning,
): NotedRemoval | { held: string } {
  try {
    return note(sumOf(apart));
  } catch (error) {
    putBackLeaving(dataFolder);
    const problem = messageOf(error);
    return { held: `没有清理完，因为清理不能记入操作日志：${problem}` };
  }
}

function removeNoted(apart: readonly LyingFile[], noted: NotedRemoval, { dataFolder }: Cleaning): Sum {
  const gone = sumOf(apart.filter(({ sha256 }) => removeApart(dataFolder, sha256)));
  if (gone.files > 0) noted.finish(gone);
  else noted.takeBack();
  return gone;
}

function sumOf(files: readonly LyingFile[]): Sum {
  return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function isCancelled({ throwIfCancelled }: Cleaning): boolean {
  try {
    throwIfCancelled();
    return false;
  } catch {
    return true;
  }
}

/** What something beside the present store needs, or why it cannot be told. */
type Names = { names: ReadonlySet<string> } | { held: string };

function otherNames(dataFolder: string): (() => Names | Promise<Names>)[] {
  const folders = readdirSync(dataFolder);
  const damaged = folders.filter((name) => name.startsWith(DAMAGED_ASIDE));
  const former = folders
    .filter((name) => name.startsWith(RESTORED_ASIDE))
    .filter((name) => existsSync(join(dataFolder, name, storeFile)));
  return [
    ...damaged.map((name) => () => ({ held: heldBy(name, 'aside') })),
    () => waitingNames(dataFolder),
    () => backupNames(dataFolder),
    ...former.map((name) => () => namesOrHeld(name, 'aside', () => namesIn(join(dataFolder, name)))),
  ];
}

function waitingNames(dataFolder: string): Names {
  if (readWaiting(dataFolder) === null) return { names: new Set() };
  const file = join(waitingPath(dataFolder), storeFile);
  return namesOrHeld('等待恢复的数据', 'waiting', () => readCopy(file, namedFiles));
}

async function backupNames(dataFolder: string): Promise<Names> {
  const place = ownPlace(dataFolder);
  const names = new Set<string>();
  const backups = await findBackups(place);
  const [unreadable] = await unreadableBackups(place, backups);
  if (unreadable !== undefined) return { held: heldBy(unreadable, 'backup') };
  for (const backup of backups) {
    if (backup.manifest === null) {
      // An upgrade's backup lists no files: its store says which.
      const found = namesOrHeld(backup.name, 'backup', () => readCopy(storePath(place, backup), namedFiles));
      if ('held' in found) return found;
      for (const sha256 of found.names) names.add(sha256);
      continue;
    }
    const files = await filesOf(place, backup);
    if (files === null) return { held: heldBy(backup.name, 'backup') };
    for (const { sha256 } of files) names.add(sha256);
  }
  return { names };
}

/** Of a store as a former program left it. */
function namesIn(folder: string): Set<string> {
  const store = openReader(folder);
  try {
    return namedFiles(store);
  } finally {
    store.close();
  }
}

function namesOrHeld(name: string, kind: keyof typeof advice, read: () => ReadonlySet<string>): Names {
  try {
    return { names: read() };
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') throw error;
    return { held: heldBy(name, kind) };
  }
}

const advice = {
  aside: '不再需要时请把这个文件夹从数据文件夹移走',
  backup: '不再需要这个备份时，请把 backups 文件夹里以它命名的几个文件移走',
  waiting: '请先关闭程序再打开，完成恢复，或者取消恢复',
} as const;

/** @param kind what lies there, and so what the clerk can do about it */
function heldBy(name: string, kind: keyof typeof advice): string {
  return `“${name}”里可能用到附件，程序没有办法确认，所以没有清理。${advice[kind]}，下次自动清理。`;
}
