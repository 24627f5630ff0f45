/**
 * What is done when a store cannot be opened because it is damaged.
 * Flow: the damaged files are copied aside as they are → what can be read of a copy goes into a workbook → the latest
 * backup in the data folder that is whole is looked for. Nothing is deleted and the store itself is not touched; it moves
 * aside only when the clerk takes the backup (waiting-restore.ts).
 */
import { constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { hashOfFile } from '../files/hash-of-file.ts';
import { freeFileName } from '../files/file-names.ts';
import { removeIfThere } from '../files/place-file.ts';
import { anchorFile } from '../store/anchor.ts';
import { storeFile } from '../store/database.ts';
import { formatInstant } from '../store/format-instant.ts';
import { faultsFile, type Rescuer } from '../store/standing-faults.ts';
import { ownPlace } from './make-backup.ts';
import { findBackups, type FoundBackup } from './place.ts';
import { fetchWhole, prepareRestore, type Restoring } from './restore.ts';

export interface Rescue {
  /** Where the damaged files were copied. */
  aside: string;
  /** What could be read of it, in a workbook; unwritten: that could not be made, as on a full disk. */
  salvaged: { workbook: string; rows: number } | 'nothing' | 'unwritten';
  /** The latest one that is whole. */
  backup: { found: FoundBackup; rows: number } | null;
}

/** Kinds of StoreError that mean the files are not what this program wrote. */
const damageKinds: ReadonlySet<unknown> = new Set([
  'damaged',
  'notAStore',
  'schemaDiffers',
  'migrationChanged',
]);

/** In a folder that was this program's: a foreign one that was chosen by mistake is left alone. */
export function isDamagedStore(error: unknown, dataFolder: string): boolean {
  return isDamage(error) && existsSync(join(dataFolder, anchorFile));
}

export function isDamage(error: unknown): boolean {
  return (
    error instanceof AppError && error.code === 'storeUnavailable' && damageKinds.has(error.data['kind'])
  );
}

/** Only while no program has the folder open. @throws the disk's own error */
export async function surveyDamage(dataFolder: string): Promise<Rescue> {
  const aside = await copyAside(dataFolder);
  const temporary = mkdtempSync(join(dataFolder, 'rescue-'));
  try {
    for (const name of storeFiles) {
      const source = join(dataFolder, name);
      // SQLite writes into what it opens: the workbook is made from a second copy.
      if (existsSync(source)) copyFileSync(source, join(temporary, name));
    }
    return {
      aside,
      salvaged: await salvageInto(join(aside, '读得出来的内容.xlsx'), join(temporary, storeFile)),
      backup: await latestWhole(dataFolder, temporary),
    };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The disk that spoiled the store may spoil this too: the backups are more important. */
async function salvageInto(workbook: string, file: string): Promise<Rescue['salvaged']> {
  try {
    // It carries all that writes workbooks, which no other start shall wait for.
    const { salvage } = await import('./salvage.ts');
    const rows = await salvage(file, workbook);
    return rows > 0 ? { workbook, rows } : 'nothing';
  } catch {
    removeIfThere(workbook);
    return 'unwritten';
  }
}

const storeFiles = [storeFile, `${storeFile}-wal`, `${storeFile}-shm`, anchorFile, faultsFile];
/** How the names of folders begin that hold a damaged store. */
export const DAMAGED_ASIDE = '损坏的数据';

/** A store that lies aside already, from an earlier start, is not copied again. */
async function copyAside(dataFolder: string): Promise<string> {
  const sha256 = await hashOfFile(join(dataFolder, storeFile));
  for (const name of readdirSync(dataFolder).filter((each) => each.startsWith(DAMAGED_ASIDE))) {
    const copy = join(dataFolder, name, storeFile);
    if (existsSync(copy) && (await hashOfFile(copy)) === sha256) return join(dataFolder, name);
  }
  const time = formatInstant(Date.now()).replaceAll(/[-:]/gu, '').replace(' ', '-');
  const aside = join(dataFolder, freeFileName(dataFolder, `${DAMAGED_ASIDE}-${time}`));
  mkdirSync(aside, { mode: 0o700 });
  for (const name of storeFiles) {
    const source = join(dataFolder, name);
    if (existsSync(source)) copyFileSync(source, join(aside, name), constants.COPYFILE_EXCL);
  }
  return aside;
}

async function latestWhole(dataFolder: string, temporaryFolder: string): Promise<Rescue['backup']> {
  for (const found of await findBackups(ownPlace(dataFolder))) {
    try {
      const { facts } = await fetchWhole(
        restoringOf(found, ownWay(dataFolder), temporaryFolder),
        join(temporaryFolder, 'candidate.db'),
      );
      return { found, rows: Object.values(facts.rows).reduce((sum, count) => sum + count, 0) };
    } catch {
      // Damaged too: the one before it is looked at.
    }
  }
  return null;
}

/** Where a backup lies, and what opens a sealed one. */
type Way = Pick<Restoring, 'place' | 'opener'>;

function ownWay(dataFolder: string): Way {
  return { place: ownPlace(dataFolder), opener: null };
}

/**
 * Takes the backup: it is in place at the next opening, the damaged files lie beside it.
 * @param by stands in the log of what is restored
 * @throws AppError wrongPassword, fileRefused where it is damaged too; nothing has changed then
 */
export async function takeBackup(
  dataFolder: string,
  backup: FoundBackup,
  way: Way = ownWay(dataFolder),
  by: Rescuer | null = null,
): Promise<void> {
  const temporary = mkdtempSync(join(dataFolder, 'rescue-'));
  try {
    const { name, madeAt } = backup;
    const note = { backup: name, madeAt, ...namedIn(by), preparedAt: Date.now() };
    await prepareRestore(restoringOf(backup, way, temporary), dataFolder, note);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Whom the damage lets nobody know has at least its reason as his name. */
function namedIn(by: Rescuer | null): Rescuer {
  return by === null || by.userUid === null ? { userUid: null, userName: '数据损坏后恢复' } : by;
}

function restoringOf(backup: FoundBackup, way: Way, temporaryFolder: string): Restoring {
  return {
    ...way,
    backup,
    temporaryFolder,
    progress: () => undefined,
    throwIfCancelled: () => undefined,
  };
}
