/**
 * Seals what lies at a second place from before there was a password.
 * Flow: store sealed beside the plain one and read back → kept files into the pool, sealed → manifest that says so →
 * the plain store goes → at the end kept files that no plain backup names any more.
 * Invariant: wherever the program ends, each backup is whole, as a plain one until its manifest is written.
 */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlainThere } from '#shared/contract/backups.ts';
import { syncFolder } from '../files/place-file.ts';
import { LEFT_ALONE_MILLISECONDS } from './make-backup.ts';
import {
  filesOf,
  findBackups,
  type FoundBackup,
  manifestPath,
  pooledPath,
  storePath,
  writeManifest,
} from './place.ts';
import { fillPool, isPlainName, isReadBack, removeOrphans } from './pool.ts';
import { type PlaceKey, sealFile } from './sealed-file.ts';

type NamesOwn = (backups: readonly FoundBackup[]) => ReadonlySet<string> | Promise<ReadonlySet<string>>;

/** Remains of a program that ended are counted too. */
export async function plainAt(place: string, namesOwn: NamesOwn): Promise<PlainThere> {
  const own = (await plainOwn(place, namesOwn)).length;
  const pool = await readdir(join(place, 'files'), { recursive: true }).catch(() => []);
  return { own, others: (await plainStores(place)).length - own, files: pool.filter(isPlainName).length };
}

async function plainOwn(place: string, namesOwn: NamesOwn): Promise<FoundBackup[]> {
  const plain = (await findBackups(place)).filter(({ sealed }) => !sealed);
  const names = await namesOwn(plain);
  return plain.filter(({ name }) => names.has(name));
}

async function plainStores(place: string): Promise<string[]> {
  const names = await readdir(place).catch(() => []);
  return names.filter((name) => name.endsWith('.db')).map((name) => name.slice(0, -'.db'.length));
}

interface Sealing {
  place: string;
  key: PlaceKey;
  namesOwn: NamesOwn;
  /** Where the bytes of a kept file may lie on this PC. */
  sources: (sha256: string) => readonly string[];
  /** Instant, UTC milliseconds. */
  now: number;
  progress: (share: number) => void;
  throwIfCancelled: () => void;
}

/** @returns how many were sealed, and what is still plain there @throws AppError, or the disk's own error */
export async function sealPlace(sealing: Sealing): Promise<{ sealed: number; left: PlainThere }> {
  const { place, namesOwn, now } = sealing;
  const plain = await plainOwn(place, namesOwn);
  let sealed = 0;
  for (const [done, backup] of plain.entries()) {
    sealing.progress(done / plain.length);
    if (await sealBackup(backup, sealing)) sealed += 1;
  }
  await removeRemains(place, now);
  await removeOrphans(place, now, (await isWrittenTo(place)) ? undefined : 0);
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
    await fillPool({
      sources: (file) => [pooledPath(place, file, null), ...sources(file)],
      place,
      files,
      key,
      mayLink: false,
      before: check,
    });
    await rename(partial, storePath(place, { name: backup.name, sealed: true }));
    syncFolder(place);
    await writeManifest(place, { ...backup.manifest, sealed: true, verifiedAt: now });
    await rm(storePath(place, backup));
    return true;
  } finally {
    await rm(partial, { force: true });
  }
}

/** Plain stores beside their sealed ones, and those that never got a manifest. */
async function removeRemains(place: string, now: number): Promise<void> {
  const sealed = new Set((await findBackups(place)).filter((each) => each.sealed).map(({ name }) => name));
  for (const name of await plainStores(place)) {
    const path = storePath(place, { name, sealed: false });
    const isUnfinished = (await stat(manifestPath(place, name)).catch(() => null)) === null;
    const isOld = now - (await stat(path)).mtimeMs > LEFT_ALONE_MILLISECONDS;
    if (sealed.has(name) || (isUnfinished && isOld)) await rm(path);
  }
}

/** Whether another PC takes a backup there just now. */
async function isWrittenTo(place: string): Promise<boolean> {
  return (await readdir(place)).some((name) => name.endsWith('.partial'));
}
