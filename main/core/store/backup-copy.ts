import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, syncFile, syncFolder } from '../files/place-file.ts';
import { type Database, openDatabase } from './database.ts';
import { StoreError } from './errors.ts';
import { lastHead } from './log-queries.ts';
import { StatementCache } from './read-store.ts';
import { acceptedFaults } from './standing-faults.ts';

const backupFolder = 'backups';

/**
 * Copies the open store into FOLDER/backups: written under another name, synced, opened and checked, and only
 * then given its name. @returns the path. @throws StoreError `backupFailed`; nothing is left behind then
 */
export function backUpStore(database: Database, folder: string, name: string): string {
  const backups = join(folder, backupFolder);
  const target = join(backups, `${name}.db`);
  const partial = `${target}.partial`;
  try {
    makeFolder(backups);
    rmSync(partial, { force: true });
    database.prepare('VACUUM INTO ?').run(partial);
    syncFile(partial);
    requireSameStore(database, partial);
    keepAccepted(acceptedPath(backups, name), acceptedFaults(folder));
    renameSync(partial, target);
    syncFolder(backups);
    return target;
  } catch (error) {
    for (const left of [partial, acceptedPath(backups, name)]) rmSync(left, { force: true });
    throw new StoreError(
      'backupFailed',
      '升级前的备份没有成功，所以没有升级，数据没有变化。请检查磁盘空间后再打开。',
      error,
    );
  }
}

/** Beside a backup that has no manifest: what of its store somebody had accepted. Not there where nothing was. */
export function acceptedPath(backups: string, name: string): string {
  return join(backups, `${name}.accepted`);
}

/** @returns nothing for what is none: then the check finds it again, and the backup is not taken */
export function readAccepted(path: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return Array.isArray(read) ? read.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** Durable when it returns. @throws the disk's own error */
export function keepAccepted(path: string, accepted: readonly string[]): void {
  if (accepted.length === 0) return;
  writeFileSync(path, JSON.stringify(accepted), { mode: 0o600 });
  syncFile(path);
}

/** A backup that an upgrade has made. */
export interface UpgradeBackup {
  path: string;
  /** Of the data in it. */
  version: number;
}

const upgradeName = /^升级前-第(\d+)版到第\d+版-.*\.db$/u;

export function upgradeBackupName(from: number, to: number, time: string): string {
  return `升级前-第${from}版到第${to}版-${time}`;
}

/** The latest that an upgrade has made of data which a program of `version` can open; null when there is none. */
export function upgradeBackupFor(folder: string, version: number): UpgradeBackup | null {
  const backups = join(folder, backupFolder);
  const usable = upgradeBackupsIn(backups).filter((each) => each.version <= version);
  return (
    usable.toSorted((one, other) => other.version - one.version || madeAt(other) - madeAt(one))[0] ?? null
  );
}

function upgradeBackupsIn(backups: string): UpgradeBackup[] {
  if (!existsSync(backups)) return [];
  return readdirSync(backups).flatMap((name) => {
    const version = upgradeName.exec(name)?.[1];
    return version === undefined ? [] : [{ path: join(backups, name), version: Number(version) }];
  });
}

function madeAt({ path }: UpgradeBackup): number {
  return statSync(path).mtimeMs;
}

function requireSameStore(original: Database, file: string): void {
  const copy = openDatabase(file, 'copy');
  try {
    const check = copy.pragma('quick_check', { simple: true });
    const versions = [original, copy].map((each) => each.pragma('user_version', { simple: true }));
    const heads = [original, copy].map((each) => new StatementCache(each).get(lastHead)?.hash);
    if (check !== 'ok' || versions[0] !== versions[1] || heads[0] !== heads[1])
      throw new Error('the copy differs');
  } finally {
    copy.close();
  }
}
