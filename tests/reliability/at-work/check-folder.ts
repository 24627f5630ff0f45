import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fetchFiles } from '#main/core/backups/fetch-backup.ts';
import { ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups } from '#main/core/backups/place.ts';
import { keptPath } from '#main/core/backups/pool.ts';
import { fetchWhole, type Restoring } from '#main/core/backups/restore.ts';
import { checkStore } from '#main/core/store/integrity.ts';
import { readCopy } from '#main/core/store/online-copy.ts';
import { openStore } from '#main/core/store/open.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { integrity, namedFiles, storedOperations } from './item-table.ts';
import type { Expected } from './told.ts';

export interface Checked {
  /** In English, for whoever reads the test; empty when everything is as it was told. */
  faults: string[];
  /** Operations that are there. */
  operations: Set<number>;
}

interface Looking {
  migrationFolder: string;
  /** Also every backup is fetched and held against its manifest. */
  withBackups: boolean;
}

/** Opens a data folder as the program does at its next start and holds it against what was told of it. */
export async function checkFolder(folder: string, expected: Expected, looking: Looking): Promise<Checked> {
  try {
    const checked = checkOpened(folder, expected, looking.migrationFolder);
    if (looking.withBackups) checked.faults.push(...(await faultsOfBackups(folder, looking, expected)));
    return checked;
  } catch (error) {
    const words = error instanceof Error ? error.stack : String(error);
    return { faults: [`it cannot be opened: ${words}`], operations: new Set() };
  }
}

function checkOpened(folder: string, expected: Expected, migrationFolder: string): Checked {
  const store = openStore(folder, { migrationFolder, programVersion: '0.1.0' });
  const reader = store.read();
  try {
    const { faults, operations } = checkRows(folder, reader);
    const missing = expected.missingFrom(operations);
    if (missing.length > 0) faults.push(`acknowledged but lost: operations ${missing.join(', ')}`);
    return { faults: [...store.startFaults, ...faults], operations };
  } finally {
    reader.close();
    store.close();
  }
}

function checkRows(folder: string, reader: ReadStore): Checked {
  const faults = checkStore(reader);
  for (const { message } of reader.all(integrity)) if (message !== 'ok') faults.push(message);
  const stored = reader.all(storedOperations);
  for (const { operation, size, count } of stored)
    if (size !== count) faults.push(`operation ${operation} is there by half: ${count} of ${size} rows`);
  for (const { sha256 } of reader.all(namedFiles))
    if (sha256 !== null && !isWhole(keptPath(folder, sha256), sha256))
      faults.push(`a row names the kept file ${sha256}, which is not whole`);
  return { faults, operations: new Set(stored.map(({ operation }) => operation)) };
}

function isWhole(path: string, sha256: string): boolean {
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256;
}

/** What the clerk sees as a backup must be one, and what was acknowledged must be seen. */
async function faultsOfBackups(
  folder: string,
  { migrationFolder }: Looking,
  expected: Expected,
): Promise<string[]> {
  const found = await findBackups(ownPlace(folder));
  const names = new Set(found.map(({ name }) => name));
  const faults = [...expected.backups.keys()]
    .filter((name) => !names.has(name))
    .map((name) => `the acknowledged backup ${name} is lost`);
  if (expected.isMigrated && found.every(({ kind }) => kind !== 'beforeMigration'))
    faults.push('the backup that was made before the migration is lost');
  const temporaryFolder = mkdtempSync(join(folder, 'look-'));
  const from = { place: ownPlace(folder), opener: null, temporaryFolder, migrationFolder };
  for (const backup of found) faults.push(...(await faultsOfBackup({ ...from, backup }, expected)));
  rmSync(temporaryFolder, { recursive: true });
  return faults;
}

async function faultsOfBackup(
  from: Pick<Restoring, 'place' | 'backup' | 'opener' | 'temporaryFolder' | 'migrationFolder'>,
  expected: Expected,
): Promise<string[]> {
  const go = { progress: () => undefined, throwIfCancelled: () => undefined, before: () => undefined };
  const restoring: Restoring = { ...from, ...go };
  const { backup, temporaryFolder } = from;
  const target = join(temporaryFolder, 'fetched.db');
  try {
    await fetchWhole(restoring, target);
    const lost = await fetchFiles({ ...restoring, ...go }, () => undefined);
    const held = readCopy(
      target,
      (store) => new Set(store.all(storedOperations).map((row) => row.operation)),
    );
    const wanted = [...(expected.backups.get(backup.name) ?? [])];
    return [
      ...lost.map((sha256) => `backup ${backup.name} has lost the kept file ${sha256}`),
      ...wanted
        .filter((each) => !held.has(each))
        .map((each) => `backup ${backup.name} has no operation ${each}`),
    ];
  } catch (error) {
    return [`backup ${backup.name} is not whole: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    for (const name of readdirSync(temporaryFolder)) rmSync(join(temporaryFolder, name));
  }
}
