/**
 * Makes a backup in the data folder, and carries it to a second place.
 * Flow: copy of the store while others work, held against its facts → kept files into the pool → list of files →
 * the copy gets its name → manifest, last. What is left of a program that ended in between is no backup.
 */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
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
  pooledPath,
  storePath,
  writeDurably,
  writeManifest,
} from './place.ts';
import { namedFiles, openedFilesOf } from './named-files.ts';
import { requireOrigin } from './origin.ts';
import { fillPool, keptPath } from './pool.ts';

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

/** @returns the latest backup where it holds everything that is there now; null where one is due, as while it lacks files */
export async function currentBackup(dataFolder: string): Promise<FoundBackup | null> {
  const latest = await latestBackup(ownPlace(dataFolder));
  const manifest = latest?.manifest ?? null;
  if (manifest === null || (manifest.missing ?? []).length > 0) return null;
  return holdsAllOf(manifest.facts, dataFolder) ? latest : null;
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
    const { found, opened } = filesNamedBy(partial, dataFolder, place);
    const damaged = await fillPool({
      sources: (sha256) => [keptPath(dataFolder, sha256), pooledPath(place, sha256, null)],
      place,
      files: found,
      key: null,
      mayLink: true,
      before(done) {
        making.throwIfCancelled();
        making.progress(0.7 + (0.2 * done) / Math.max(1, found.length));
      },
    });
    const files = found.filter(({ sha256 }) => !damaged.has(sha256));
    const there = new Set(files.map(({ sha256 }) => sha256));
    const { size: bytes } = await stat(partial);
    const accepted = acceptedFaults(dataFolder);
    const manifest: BackupManifest = {
      format: 1,
      name,
      kind,
      madeAt: now,
      origin: await requireOrigin(dataFolder),
      programVersion,
      facts,
      bytes,
      sha256: await hashOfFile(partial),
      sealed: false,
      files: sumOf(files),
      missing: opened.filter((sha256) => !there.has(sha256)),
      verifiedAt: now,
      ...(accepted.length === 0 ? {} : { accepted }),
    };
    await writeDurably(filesListPath(place, name), filesText(files));
    await rename(partial, storePath(place, { name, sealed: false }));
    syncFolder(place);
    await writeManifest(place, manifest);
    return { name, kind, madeAt: now, sealed: false, keyId: null, manifest, accepted, bytes };
  } finally {
    await rm(partial, { force: true });
  }
}

/**
 * What its rows or its log name: the rest of the folder would only be kept alive by being backed up. What was lost there since
 * an earlier backup is in the pool still.
 */
function filesNamedBy(
  copy: string,
  dataFolder: string,
  place: string,
): { found: PooledFile[]; opened: string[] } {
  const { named, opened } = readCopy(copy, (store) => ({
    named: namedFiles(store),
    opened: openedFilesOf(store),
  }));
  const lying = lyingFiles(dataFolder).filter(({ sha256 }) => named.has(sha256));
  const sizes = new Map(lying.map(({ sha256, bytes }) => [sha256, bytes]));
  for (const sha256 of named) {
    const pooled = sizes.has(sha256)
      ? undefined
      : statSync(pooledPath(place, sha256, null), { throwIfNoEntry: false });
    if (pooled !== undefined) sizes.set(sha256, pooled.size);
  }
  const found = [...sizes].map(([sha256, bytes]) => ({ sha256, bytes }));
  return { found: found.toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1)), opened };
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
export const LEFT_ALONE_MILLISECONDS = 3_600_000;

/**
 * Of a program that ended while it made a backup.
 * @param leftAlone milliseconds that the half of this name may still be needed by who makes it
 */
export async function removePartials(
  place: string,
  now = Date.now(),
  leftAlone = (_name: string): number => LEFT_ALONE_MILLISECONDS,
): Promise<void> {
  for (const name of (await readdir(place)).filter((found) => found.endsWith('.partial'))) {
    const path = join(place, name);
    // Another PC may have finished it meanwhile.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > leftAlone(name)) await rm(path, { force: true });
  }
}
