/* Where what was removed may still lie: backups of both places, stores that lie aside, one that waits for the start. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups, type FoundBackup } from '#main/core/backups/place.ts';
import { DAMAGED_ASIDE } from '#main/core/backups/rescue.ts';
import { findBackupsThere, isThere, secondPlace } from '#main/core/backups/second-place.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { storeFile } from '#main/core/store/database.ts';
import { readWaiting, RESTORED_ASIDE } from '#main/core/store/waiting-restore.ts';
import { settingsFor } from '#main/features/backups/services.ts';

interface Holder {
  name: string;
  /** Instant of its last change, UTC milliseconds. */
  madeAt: number;
  /** Null where that is not told: then it may hold anything. */
  lastOperation: number | null;
}

interface Holders {
  holders: Holder[];
  /** Folder of the second place where that is not there now, so that nobody knows what lies in it. */
  unchecked: string | null;
}

export async function findHolders({ core, caller }: ServiceContext): Promise<Holders> {
  const { dataFolder } = core;
  const { secondFolder } = await settingsFor(core, caller);
  const isSecondThere = secondFolder !== '' && (await isThere(secondFolder));
  const second = isSecondThere ? await findBackupsThere(secondPlace(secondFolder)) : [];
  return {
    holders: [
      ...(await findBackups(ownPlace(dataFolder))).map(backupHolder('')),
      ...second.map(backupHolder('（第二备份位置）')),
      ...(await storesAside(dataFolder)),
      ...waitingStore(dataFolder),
    ],
    unchecked: secondFolder === '' || isSecondThere ? null : secondFolder,
  };
}

/** Made after it was first written and before it was removed. */
export function mayHold(
  { madeAt, lastOperation }: Holder,
  firstOperation: number,
  erasedAt: number,
): boolean {
  return madeAt < erasedAt && (lastOperation === null || lastOperation >= firstOperation);
}

function backupHolder(where: string): (backup: FoundBackup) => Holder {
  return ({ name, madeAt, manifest }) => ({
    name: `${name}${where}`,
    madeAt,
    lastOperation: manifest?.facts.head?.operationId ?? null,
  });
}

/** With all that lies beside the store in its folder, as the workbook of what could be read. */
async function storesAside(dataFolder: string): Promise<Holder[]> {
  const names = (await readdir(dataFolder)).filter(
    (name) => name.startsWith(DAMAGED_ASIDE) || name.startsWith(RESTORED_ASIDE),
  );
  return Promise.all(
    names.map(async (name) => ({
      name: `数据文件夹里的“${name}”文件夹`,
      madeAt: await changedAt(join(dataFolder, name, storeFile)),
      lastOperation: null,
    })),
  );
}

/** Long ago, where the store itself was taken away and something else may have been left. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}

function waitingStore(dataFolder: string): Holder[] {
  const waiting = readWaiting(dataFolder);
  if (waiting === null) return [];
  const name = `等待恢复的备份“${waiting.backup}”`;
  return [{ name, madeAt: waiting.madeAt, lastOperation: null }];
}
