/**
 * The key that seals backups at the second place, in a file of its own beside the store. Daily backups need it without
 * anybody typing; whoever reads it could read the store itself. It is in no backup and in no log: elsewhere the password is
 * needed.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './place.ts';
import { newPlaceKey, type PlaceKey } from './sealed-file.ts';

function keyPath(dataFolder: string): string {
  return join(dataFolder, 'backup-key.json');
}

/** null where no password was set. */
export function readBackupKey(dataFolder: string): PlaceKey | null {
  try {
    const { salt, key } = JSON.parse(readFileSync(keyPath(dataFolder), 'utf8')) as Record<string, string>;
    return { salt: Buffer.from(salt ?? '', 'base64'), key: Buffer.from(key ?? '', 'base64') };
  } catch {
    return null;
  }
}

/**
 * The same password again leaves the key as it is: what was sealed with it stays open without a password.
 * @param password null: backups at the second place are not sealed from now on
 */
export async function setBackupPassword(dataFolder: string, password: string | null): Promise<void> {
  if (password === null) {
    await rm(keyPath(dataFolder), { force: true });
    return;
  }
  const present = readBackupKey(dataFolder);
  if (present !== null && newPlaceKey(password, present.salt).key.equals(present.key)) return;
  const { salt, key } = newPlaceKey(password);
  const kept = { salt: salt.toString('base64'), key: key.toString('base64') };
  await writeDurably(keyPath(dataFolder), JSON.stringify(kept));
}
