import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { hashOfFile } from '../files/hash-of-file.ts';
import { keepFile } from '../files/kept-files.ts';
import { makeFolder, syncFile, syncFolder } from '../files/place-file.ts';
import { openStore } from '../store/open.ts';
import { storeFile } from '../store/database.ts';
import { bringAccepted } from '../store/standing-faults.ts';
import { readWaiting, type RestoreNote, waitingNotePath, waitingPath } from '../store/waiting-restore.ts';
import { systemCode } from '../system-code.ts';
import { faultsOfStore, fetchFiles, fetchStore, requireUsable } from './fetch-backup.ts';
import type { FoundBackup } from './place.ts';
import { writeDurably } from './place.ts';
import { keptPath } from './pool.ts';
import type { Opener } from './sealed-file.ts';

export interface Restoring {
  place: string;
  backup: FoundBackup;
  opener: Opener | null;
  temporaryFolder: string;
  /** Default: the program's own. */
  migrationFolder?: string | undefined;
  progress: (share: number | null, step: string) => void;
  throwIfCancelled: () => void;
}

/**
 * Puts a backup into a folder of its own, ready for the next start; its kept files come back into the data folder,
 * where nothing is overwritten but what is damaged.
 * @returns how many kept files are whole nowhere
 * @throws AppError fileRefused, wrongPassword, diskFull; then nothing waits
 */
export async function prepareRestore(
  restoring: Restoring,
  dataFolder: string,
  note: RestoreNote,
): Promise<number> {
  return prepareStore(dataFolder, note, async (partial) => {
    await fetchWhole(restoring, partial);
    const { accepted } = restoring.backup;
    if (accepted.length > 0) bringAccepted(waitingPath(dataFolder), accepted);
    const lost = await fetchFiles(
      { ...restoring, before: countIn(restoring, '放回附件') },
      ({ sha256 }, path) => keepFile(dataFolder, path, sha256),
    );
    return countLost(dataFolder, lost);
  });
}

/** Those that the data folder has not whole either. */
async function countLost(dataFolder: string, sha256s: readonly string[]): Promise<number> {
  let lost = 0;
  for (const sha256 of sha256s) {
    const kept = keptPath(dataFolder, sha256);
    if (!existsSync(kept) || (await hashOfFile(kept)) !== sha256) lost += 1;
  }
  return lost;
}

/**
 * Makes a store wait for the next start, where it takes the place of the present one.
 * @param fill writes the store to the given path and its kept files into the data folder; what it throws leaves nothing
 */
export async function prepareStore<Result>(
  dataFolder: string,
  note: RestoreNote,
  fill: (partial: string) => Promise<Result>,
): Promise<Result> {
  await cancelRestore(dataFolder);
  const waiting = waitingPath(dataFolder);
  makeFolder(waiting);
  const partial = join(waiting, `${storeFile}.partial`);
  try {
    const result = await fill(partial);
    // Before its name and the note, which make it the store of the next start.
    syncFile(partial);
    await rename(partial, join(waiting, storeFile));
    syncFolder(waiting);
    await writeDurably(waitingNotePath(dataFolder), JSON.stringify(note));
    return result;
  } catch (error) {
    await cancelRestore(dataFolder);
    throw error;
  }
}

/** What was prepared is given up. @returns whether there was anything */
export async function cancelRestore(dataFolder: string): Promise<boolean> {
  const waited = existsSync(waitingNotePath(dataFolder));
  // The note first: without it nothing is taken over.
  await rm(waitingNotePath(dataFolder), { force: true });
  await rm(waitingPath(dataFolder), { recursive: true, force: true });
  return waited;
}

/** Removes the half of a store that a job left which was ended in the middle of a step; one that waits stays. */
export async function dropUnfinished(dataFolder: string): Promise<void> {
  if (readWaiting(dataFolder) === null) await rm(waitingPath(dataFolder), { recursive: true, force: true });
}

/** What was found at a drill. */
export interface DrillResult {
  rows: number;
  files: number;
  /** In Chinese; empty when the backup could be restored as a whole. */
  faults: string[];
}

/** Restores a backup into a folder that is thrown away, opens it as the program would, and checks all of it. */
export async function drill(restoring: Restoring, programVersion: string): Promise<DrillResult> {
  const folder = join(restoring.temporaryFolder, 'drill');
  await mkdir(folder);
  try {
    const file = join(folder, storeFile);
    const { facts } = await fetchWhole(restoring, file);
    let files = 0;
    const lost = await fetchFiles({ ...restoring, before: countIn(restoring, '核对附件') }, () => {
      files += 1;
    });
    restoring.progress(null, '试着打开');
    const { migrationFolder } = restoring;
    openStore(folder, { programVersion, migrationFolder }).close();
    const rows = Object.values(facts.rows).reduce((sum, count) => sum + count, 0);
    const lacking = restoring.backup.manifest?.missing?.length ?? 0;
    const faults = [
      ...(lost.length === 0 ? [] : [`有 ${lost.length} 个附件缺失或损坏。`]),
      ...(lacking === 0 ? [] : [`做这个备份时已有 ${lacking} 个附件找不到或者损坏。`]),
    ];
    return { rows, files, faults };
  } catch (error) {
    const fault = faultIn(error);
    if (fault === null) throw error;
    return { rows: 0, files: 0, faults: [fault] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the system says of a disk that does not give its bytes: of Windows it knows not all by name. */
const unreadable: ReadonlySet<string> = new Set(['EIO', 'ENXIO', 'ENODEV', 'EUCLEAN', 'EBADMSG', 'UNKNOWN']);

/** In Chinese; null where the error tells nothing of the backup. */
function faultIn(error: unknown): string | null {
  if (error instanceof AppError)
    return error.code === 'cancelled' || error.code === 'wrongPassword' ? null : error.message;
  return unreadable.has(systemCode(error)) ? '读不出来，可能是 U 盘（或硬盘）坏了，请换一个。' : null;
}

/** @throws AppError fileRefused naming what is wrong with it */
export async function fetchWhole(restoring: Restoring, target: string) {
  restoring.progress(null, '取出数据');
  await fetchStore(restoring, target);
  restoring.throwIfCancelled();
  restoring.progress(null, '核对数据和操作日志');
  requireUsable(target, restoring.backup, restoring.migrationFolder);
  const checked = faultsOfStore(target, restoring.backup);
  if (checked.faults.length > 0) {
    const reason = `备份“${restoring.backup.name}”有问题，没有采用：${checked.faults.join('')}请换一个备份。`;
    throw new AppError('fileRefused', { reason });
  }
  return checked;
}

function countIn({ progress, throwIfCancelled }: Restoring, step: string) {
  return (done: number, count: number): void => {
    throwIfCancelled();
    progress(done / Math.max(1, count), `${step} ${done + 1}/${count}`);
  };
}
