import { basename, dirname, join } from 'node:path';
import type { FoundBackup } from './place.ts';
import { findBackupsThere, isThere, namesIn, secondPlace, statPatiently } from './second-place.ts';

/** A place of backups outside the data folder, and what lies there. */
export interface OtherPlace {
  folder: string;
  /** The latest first; never empty. */
  backups: FoundBackup[];
}

/** Backups that the program has carried to a drive which is connected now. */
export async function findConnectedPlaces(): Promise<OtherPlace[]> {
  const places = await Promise.all((await drives()).map((drive) => lookInto(secondPlace(drive))));
  return places.filter((place) => place !== null);
}

/**
 * @param path a place of backups, the folder that holds one, or a file of one backup, which is then the only one
 * @returns null where there are none
 */
export async function findPlaceAt(path: string): Promise<OtherPlace | null> {
  const found = await statPatiently(path);
  if (found === null) return null;
  if (!found.isFile()) return (await backupsIn(path)) ?? lookInto(secondPlace(path));
  const place = await lookInto(dirname(path));
  const backups = place?.backups.filter(({ name }) => basename(path).startsWith(`${name}.`)) ?? [];
  return place === null || backups.length === 0 ? place : { ...place, backups };
}

async function lookInto(folder: string): Promise<OtherPlace | null> {
  return (await isThere(folder)) ? backupsIn(folder) : null;
}

async function backupsIn(folder: string): Promise<OtherPlace | null> {
  const backups = await findBackupsThere(folder);
  return backups.length === 0 ? null : { folder, backups };
}

/** Where systems show a stick or a second disk. */
async function drives(): Promise<string[]> {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  const shared = ['/media', '/run/media'];
  const perUser = await foldersIn(shared);
  return foldersIn([...shared, ...perUser, '/mnt']);
}

async function foldersIn(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => (await namesIn(folder)).map((name) => join(folder, name))),
  );
  return found.flat();
}
