/**
 * Seals what lies at a second place from before there was a password.
 * Flow: store sealed beside the plain one and read back → kept files into the pool, sealed → manifest that says so →
 * the plain store goes → at the end kept files that no plain backup names any more.
 * Invariants: wherever the program ends, each backup is whole, as a plain one until its manifest is written. What another PC
 * has put there, or is just putting there, keeps all that it needs.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PlainThere } from '#shared/contract/backups.ts';
import { syncFolder } from '../files/place-file.ts';
import { systemCode } from '../system-code.ts';
import { LEFT_ALONE_MILLISECONDS } from './make-backup.ts';
import { type PooledFile, readFilesText } from './manifest.ts';
import {
  filesListPath,
  filesOf,
  findBackups,
  type FoundBackup,
  manifestPath,
  pooledPath,
  storePath,
  unreadableBackups,
  writeManifest,
} from './place.ts';
import { fillPool, isPlainName, isReadBack } from './pool.ts';
import { type PlaceKey, sealFile } from './sealed-file.ts';

const SHA256_LENGTH = 64;

type NamesOwn = (backups: readonly FoundBackup[]) => ReadonlySet<string> | Promise<ReadonlySet<string>>;

/** Remains of a program that ended are counted too. */
export async function plainAt(place: string, namesOwn: NamesOwn): Promise<PlainThere> {
  const own = (await ownAt(place, namesOwn, 'plain')).length;
  const pool = await readdir(join(place, 'files'), { recursive: true }).catch(() => []);
  return { own, others: (await plainStores(place)).length - own, files: pool.filter(isPlainName).length };
}

async function ownAt(place: string, namesOwn: NamesOwn, how: 'plain' | 'sealed'): Promise<FoundBackup[]> {
  const found = (await findBackups(place)).filter(({ sealed }) => sealed === (how === 'sealed'));
  const names = await namesOwn(found);
  return found.filter(({ name }) => names.has(name));
}

async function plainStores(place: string): Promise<string[]> {
  const names = await readdir(place).catch(() => []);
  return names.filter((name) => name.endsWith('.db')).map((name) => name.slice(0, -'.db'.length));
}

interface Sealing {
  place: string;
  key: PlaceKey;
  namesOwn: NamesOwn;
  /** Names of the backups that this PC has in its data folder. */
  madeHere: ReadonlySet<string>;
  /** Where the bytes of a kept file may lie on this PC. */
  sources: (sha256: string) => readonly string[];
  /** Instant, UTC milliseconds. */
  now: number;
  progress: (share: number) => void;
  throwIfCancelled: () => void;
}

/** @returns how many were sealed, and what is still plain there @throws AppError, or the disk's own error */
export async function sealPlace(sealing: Sealing): Promise<{ sealed: number; left: PlainThere }> {
  const { place, namesOwn } = sealing;
  const plain = await ownAt(place, namesOwn, 'plain');
  let sealed = 0;
  for (const [done, backup] of plain.entries()) {
    sealing.progress(done / plain.length);
    if (await sealBackup(backup, sealing)) sealed += 1;
  }
  await removeRemains(sealing);
  await removeSealedPlain(sealing);
  return { sealed, left: await plainAt(place, namesOwn) };
}

/** @returns false where it is damaged: it stays as it is */
async function sealBackup(backup: FoundBackup, sealing: Sealing): Promise<boolean> {
  const { place, key, sources, now } = sealing;
  const check = (): void => sealing.throwIfCancelled();
  const files = await filesOf(place, backup);
  if (backup.manifest === null || files === null) return false;
  const { sha256 } = backup.manifest;
  const partial = join(place, `${backup.name}.db.partial`);
  try {
    if ((await sealFile(storePath(place, backup), partial, key, check)) !== sha256) return false;
    if (!(await isReadBack(partial, sha256, key, check))) return false;
    const damaged = await fillPool({
      sources: (file) => [pooledPath(place, file, null), ...sources(file)],
      place,
      files,
      key,
      mayLink: false,
      before: check,
    });
    // What the disk has spoiled may still be read in part; sealed there would be nothing of it.
    for (const file of damaged) if (!(await isMissing(pooledPath(place, file, null)))) return false;
    await rename(partial, storePath(place, { name: backup.name, sealed: true }));
    syncFolder(place);
    await writeManifest(place, { ...backup.manifest, sealed: true, verifiedAt: now });
    await rm(storePath(place, backup));
    return true;
  } finally {
    await rm(partial, { force: true });
  }
}

/** Plain stores beside this PC's sealed ones, and those of its own that never got a manifest. */
async function removeRemains({ place, namesOwn, madeHere, now }: Sealing): Promise<void> {
  const sealed = new Set((await ownAt(place, namesOwn, 'sealed')).map(({ name }) => name));
  for (const name of await plainStores(place)) {
    const path = storePath(place, { name, sealed: false });
    if (sealed.has(name)) await rm(path);
    else if (madeHere.has(name) && (await isMissing(manifestPath(place, name))) && (await isOld(path, now))) {
      await rm(path);
      await rm(filesListPath(place, name), { force: true });
    }
  }
}

async function isOld(path: string, now: number): Promise<boolean> {
  return now - (await stat(path)).mtimeMs > LEFT_ALONE_MILLISECONDS;
}

/** False where the place does not answer: what cannot be seen now may be there. */
async function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    (error: unknown) => systemCode(error) === 'ENOENT',
  );
}

/** Plain kept files that this PC's backups hold sealed, and no plain backup names. None while another PC is at work there. */
async function removeSealedPlain({ place, namesOwn, throwIfCancelled }: Sealing): Promise<void> {
  const known = new Set(await readdir(place));
  const needed = await neededPlain(place, known);
  if (needed === null) return;
  const sealed = await sealedFiles(place, await ownAt(place, namesOwn, 'sealed'));
  const pool = join(place, 'files');
  for (const name of await readdir(pool, { recursive: true }).catch(() => [])) {
    const sha256 = basename(name).slice(0, SHA256_LENGTH);
    if (!isPlainName(name) || !sealed.has(sha256) || needed.has(sha256)) continue;
    throwIfCancelled();
    if (!(await removeUnlessBegun(join(pool, name), place, known))) return;
  }
}

/**
 * What plain backups name, those too whose manifest is not written yet: their list is, before anything else of them.
 * @returns null where that is not known: a list cannot be read, or a backup is being written that has none yet
 */
async function neededPlain(place: string, known: ReadonlySet<string>): Promise<Set<string> | null> {
  if ([...known].some((name) => name.endsWith('.partial'))) return null;
  const found = await findBackups(place);
  if ((await unreadableBackups(place, found)).length > 0) return null;
  const backups = new Map(found.map((backup) => [backup.name, backup]));
  const names = [...known].flatMap((name) => /^(.+)\.(?:db|files)$/u.exec(name)?.[1] ?? []);
  const needed = new Set<string>();
  for (const name of new Set(names)) {
    const backup = backups.get(name);
    if (backup?.sealed === true) continue;
    const files = backup === undefined ? await unfinishedFiles(place, name) : await filesOf(place, backup);
    if (files === null) return null;
    for (const { sha256 } of files) needed.add(sha256);
  }
  return needed;
}

async function unfinishedFiles(place: string, name: string): Promise<PooledFile[] | null> {
  const text = await readFile(filesListPath(place, name), 'utf8').catch(() => null);
  return text === null ? null : readFilesText(text);
}

/** SHA-256 of the kept files that lie there sealed with the key of a backup that names them. */
async function sealedFiles(place: string, backups: readonly FoundBackup[]): Promise<Set<string>> {
  const pooled = new Map<string, string>();
  for (const backup of backups)
    for (const { sha256 } of (await filesOf(place, backup)) ?? [])
      pooled.set(pooledPath(place, sha256, backup.keyId), sha256);
  const sealed = new Set<string>();
  for (const [path, sha256] of pooled) if (existsSync(path)) sealed.add(sha256);
  return sealed;
}

/**
 * Set aside before it is looked who is there: a PC that began earlier has left a name at the place by then, and one that
 * begins later finds the file gone and writes it anew.
 * @param known names at the place that are of no backup being made
 * @returns false where another has begun: the file is back
 */
async function removeUnlessBegun(path: string, place: string, known: ReadonlySet<string>): Promise<boolean> {
  const aside = `${path}.${randomUUID().slice(0, 8)}.partial`;
  await rename(path, aside);
  let isAlone = false;
  try {
    isAlone = (await readdir(place)).every((name) => known.has(name));
    return isAlone;
  } finally {
    await (isAlone ? rm(aside, { force: true }) : rename(aside, path));
  }
}
