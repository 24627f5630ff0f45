import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, syncFile, syncFolder } from '../files/place-file.ts';
import { type Database, openDatabase } from './database.ts';
import { StoreError } from './errors.ts';
import { lastHead } from './log-queries.ts';
import { StatementCache } from './read-store.ts';

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
    renameSync(partial, target);
    syncFolder(backups);
    return target;
  } catch (error) {
    rmSync(partial, { force: true });
    throw new StoreError(
      'backupFailed',
      '升级前的备份没有成功，所以没有升级，数据没有变化。请检查磁盘空间后再打开。',
      error,
    );
  }
}

/** The newest backup, or undefined when there is none. */
export function newestBackup(folder: string): string | undefined {
  try {
    const backups = join(folder, backupFolder);
    return readdirSync(backups)
      .filter((name) => name.endsWith('.db'))
      .map((name) => join(backups, name))
      .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  } catch {
    return undefined;
  }
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
