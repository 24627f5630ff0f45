/**
 * A place of backups: DATA/backups, or a folder on a USB stick or in the network.
 *   NAME.db (NAME.db.sealed with a password) · NAME.files · NAME.json   one backup
 *   files/ab/abcdef…                       the kept files of all its backups, once each, by SHA-256;
 *     with a password abcdef….KEY.sealed, once for each key: KEY tells with which one, as the head of the store does
 * An upgrade leaves NAME.db alone (with NAME.accepted where somebody had accepted findings), made before anything else of the program ran.
 */
import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '../files/place-file.ts';
import { acceptedPath, readAccepted } from '../store/backup-copy.ts';
import {
  type BackupKind,
  type BackupManifest,
  manifestText,
  type PooledFile,
  readFilesText,
  readManifest,
  sha256Of,
} from './manifest.ts';
import { keyIdOfFile } from './sealed-file.ts';

/** A backup as it is found at its place. */
export interface FoundBackup {
  name: string;
  kind: BackupKind;
  /** Instant, UTC milliseconds. */
  madeAt: number;
  sealed: boolean;
  /** Tells the key that it is sealed with; null for a plain one. */
  keyId: string | null;
  /** Null for one of an upgrade, which has none. */
  manifest: BackupManifest | null;
  /** What the check finds in its store and somebody had accepted before. */
  accepted: readonly string[];
  /** Of the file as it lies there. */
  bytes: number;
}

/** What stands before the name of an upgrade's backup; see migrate.ts. */
const UPGRADE_PREFIX = '升级前';
const SEALED_ENDING = '.db.sealed';

export function storePath(folder: string, { name, sealed }: Pick<FoundBackup, 'name' | 'sealed'>): string {
  return join(folder, `${name}${sealed ? SEALED_ENDING : '.db'}`);
}

export function manifestPath(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}

export function filesListPath(folder: string, name: string): string {
  return join(folder, `${name}.files`);
}

/** @param keyId null for a plain one */
export function pooledPath(folder: string, sha256: string, keyId: string | null): string {
  return join(folder, 'files', sha256.slice(0, 2), `${sha256}${keyId === null ? '' : `.${keyId}.sealed`}`);
}

/** Where former versions put a sealed file, whatever its key: of two keys only the first had it. */
export function formerPooledPath(folder: string, sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), `${sha256}.sealed`);
}

/** The latest first; what is unfinished or cannot be read is left out. A missing folder holds none. */
export async function findBackups(folder: string): Promise<FoundBackup[]> {
  const names = await readdir(folder).catch(() => []);
  const stores = names.filter((name) => name.endsWith('.db') || name.endsWith(SEALED_ENDING));
  const found = await Promise.all(stores.map((file) => findBackup(folder, file)));
  return found
    .filter((backup) => backup !== null)
    .toSorted((one, other) => other.madeAt - one.madeAt || other.name.localeCompare(one.name));
}

async function findBackup(folder: string, file: string): Promise<FoundBackup | null> {
  try {
    const sealed = file.endsWith(SEALED_ENDING);
    const name = file.slice(0, -(sealed ? SEALED_ENDING.length : '.db'.length));
    const { size: bytes, mtimeMs } = await stat(join(folder, file));
    if (name.startsWith(UPGRADE_PREFIX)) {
      const madeAt = Math.round(mtimeMs);
      const accepted = readAccepted(acceptedPath(folder, name));
      return { name, kind: 'beforeMigration', madeAt, sealed, keyId: null, manifest: null, accepted, bytes };
    }
    const manifest = readManifest(await readFile(manifestPath(folder, name), 'utf8'));
    if (manifest === null || manifest.name !== name || manifest.sealed !== sealed) return null;
    const keyId = sealed ? await keyIdOfFile(join(folder, file)) : null;
    const { kind, madeAt, accepted = [] } = manifest;
    return { name, kind, madeAt, sealed, keyId, manifest, accepted, bytes };
  } catch {
    return null;
  }
}

/**
 * Names of finished backups that cannot be read now: what they need is not known. An unfinished one has no manifest.
 * @param found by {@link findBackups}
 */
export async function unreadableBackups(folder: string, found: readonly FoundBackup[]): Promise<string[]> {
  const known = new Set(found.map(({ name }) => name));
  const names = await readdir(folder).catch(() => []);
  const finished = new Set(names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)));
  return names
    .filter((name) => name.endsWith('.db') || name.endsWith(SEALED_ENDING))
    .map((name) => name.slice(0, name.lastIndexOf('.db')))
    .filter((name) => finished.has(name) && !known.has(name));
}

/** The kept files of a backup; null where their list is damaged. One of an upgrade lists none. */
export async function filesOf(folder: string, backup: FoundBackup): Promise<PooledFile[] | null> {
  if (backup.manifest === null) return [];
  const text = await readFile(filesListPath(folder, backup.name), 'utf8').catch(() => null);
  return text !== null && sha256Of(text) === backup.manifest.files.sha256 ? readFilesText(text) : null;
}

/** Durable when it returns, and never half of it. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID().slice(0, 8)}.partial`;
  const file = await open(beside, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, path);
  syncFolder(dirname(path));
}

export function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  return writeDurably(manifestPath(folder, manifest.name), manifestText(manifest));
}

/** Without its manifest first: what is left of a removal that was cut short is no backup. */
export async function removeBackup(folder: string, backup: FoundBackup): Promise<void> {
  await rm(manifestPath(folder, backup.name), { force: true });
  await rm(storePath(folder, backup), { force: true });
  await rm(filesListPath(folder, backup.name), { force: true });
  await rm(acceptedPath(folder, backup.name), { force: true });
}
