/**
 * Makes a backup in the data folder, and carries it to a second place.
 * Flow: copy of the store while others work, held against its facts → kept files into the pool → list of files →
 * the copy gets its name → manifest, last. What is left of a program that ended in between is no backup.
 */
import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatInstant } from '../store/format-instant.ts';
import { acceptedFaults } from '../store/standing-faults.ts';
import { copyStore, type CopyWatch, holdsAllOf, readCopy } from '../store/online-copy.ts';
import { hashOfFile } from '../files/hash-of-file.ts';
import { lyingFiles } from '../files/kept-files.ts';
import { makeFolder, syncFolder } from '../files/place-file.ts';
import { type BackupKind, type BackupManifest, filesText, type PooledFile, sha256Of } from './manifest.ts';
import {
  filesListPath,
  findBackups,
  type FoundBackup,
  storePath,
  writeDurably,
  writeManifest,
} from './place.ts';
import { namedFiles } from './named-files.ts';
import { fillPool } from './pool.ts';

export const kindNames: Readonly<Record<BackupKind, string>> = {
  daily: '每日',
  manual: '手工',
  beforeImport: '导入前',
  beforeMerge: '合并前',
  beforeClearing: '清理前',
  beforeRestore: '恢复前',
  beforeMigration: '升级前',
};

/** Where the backups of a data folder lie beside it. */
export function ownPlace(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

interface Making extends CopyWatch {
  dataFolder: string;
  kind: BackupKind;
  programVersion: string;
  /** Instant, UTC milliseconds. */
  now: number;
}

/** The latest that was made by the program as it runs, not by an upgrade. */
export async function latestBackup(place: string): Promise<FoundBackup | null> {
  return (await findBackups(place)).find(({ manifest }) => manifest !== null) ?? null;
}

/** @returns the latest backup where it holds everything that is there now; null where one is due */
export async function currentBackup(dataFolder: string): Promise<FoundBackup | null> {
  const latest = await latestBackup(ownPlace(dataFolder));
  const facts = latest?.manifest?.facts;
  return facts !== undefined && holdsAllOf(facts, dataFolder) ? latest : null;
}

/** @throws StoreError, AppError cancelled, diskFull; nothing but unnamed files is left then */
export async function makeBackup(making: Making): Promise<FoundBackup> {
  const { dataFolder, kind, programVersion, now } = making;
  const place = ownPlace(dataFolder);
  makeFolder(place);
  await removePartials(place);
  const name = backupName(kind, now);
  const partial = join(place, `${name}.db.partial`);
  try {
    const facts = await copyStore(dataFolder, partial, {
      ...making,
      progress: (share) => making.progress(share * 0.7),
    });
    const files = filesNamedBy(partial, dataFolder);
    await fillPool({
      dataFolder,
      place,
      files,
      key: null,
      mayLink: true,
      before(done) {
        making.throwIfCancelled();
        making.progress(0.7 + (0.2 * done) / Math.max(1, files.length));
      },
    });
    const { size: bytes } = await stat(partial);
    const accepted = acceptedFaults(dataFolder);
    const manifest: BackupManifest = {
      format: 1,
      name,
      kind,
      madeAt: now,
      programVersion,
      facts,
      bytes,
      sha256: await hashOfFile(partial),
      sealed: false,
      files: sumOf(files),
      verifiedAt: now,
      ...(accepted.length === 0 ? {} : { accepted }),
    };
    await writeDurably(filesListPath(place, name), filesText(files));
    await rename(partial, storePath(place, { name, sealed: false }));
    syncFolder(place);
    await writeManifest(place, manifest);
    return { name, kind, madeAt: now, sealed: false, manifest, bytes };
  } finally {
    await rm(partial, { force: true });
  }
}

/** What its rows or its log name: the rest of the folder would only be kept alive by being backed up. */
function filesNamedBy(copy: string, dataFolder: string): PooledFile[] {
  const named = readCopy(copy, namedFiles);
  return lyingFiles(dataFolder)
    .filter(({ sha256 }) => named.has(sha256))
    .map(({ sha256, bytes }) => ({ sha256, bytes }));
}

function sumOf(files: readonly PooledFile[]): BackupManifest['files'] {
  return {
    count: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    sha256: sha256Of(filesText(files)),
  };
}

/** 20261130-0241-每日-1a2b3c4d: sorts by time, tells why, and is never taken. */
function backupName(kind: BackupKind, now: number): string {
  const time = formatInstant(now).replaceAll(/[-:]/gu, '').replace(' ', '-');
  return `${time}-${kindNames[kind]}-${randomUUID().slice(0, 8)}`;
}

/** A backup that is just being made by another job is written to all the time. */
const LEFT_ALONE_MILLISECONDS = 3_600_000;

/** Of a program that ended while it made a backup. */
export async function removePartials(place: string): Promise<void> {
  for (const name of await readdir(place)) {
    const path = join(place, name);
    if (name.endsWith('.partial') && Date.now() - (await stat(path)).mtimeMs > LEFT_ALONE_MILLISECONDS)
      await rm(path, { force: true });
  }
}
