import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findBackups, type FoundBackup } from './place.ts';
import { isThere, secondPlace, statPatiently } from './second-place.ts';

/** A place of backups outside the data folder, and what lies there. */
export interface OtherPlace {
  folder: string;
  /** The latest first; never empty. */
  backups: FoundBackup[];
}

/** Backups that the program has carried to a drive which is connected now. */
export async function findConnectedPlaces(): Promise<OtherPlace[]> {
  const places = await Promise.all(drives().map((drive) => lookInto(secondPlace(drive))));
  return places.filter((place) => place !== null);
}

/**
 * @param path a place of backups, the folder that holds one, or a file of one backup, which is then the only one
 * @returns null where there are none
 */
export async function findPlaceAt(path: string): Promise<OtherPlace | null> {
  const found = await statPatiently(path);
  if (found === null) return null;
  if (!found.isFile()) return (await lookInto(path)) ?? lookInto(secondPlace(path));
  const place = await lookInto(dirname(path));
  const backups = place?.backups.filter(({ name }) => basename(path).startsWith(`${name}.`)) ?? [];
  return place === null || backups.length === 0 ? place : { ...place, backups };
}

async function lookInto(folder: string): Promise<OtherPlace | null> {
  if (!(await isThere(folder))) return null;
  const backups = await findBackups(folder);
  return backups.length === 0 ? null : { folder, backups };
}

/** Where systems show a stick or a second disk. */
function drives(): string[] {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  const perUser = ['/media', '/run/media'].flatMap((folder) => [folder, ...foldersIn(folder)]);
  return [...perUser, '/mnt'].flatMap(foldersIn);
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
