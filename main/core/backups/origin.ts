/**
 * Whose backups are they? Several PCs may carry theirs to one stick or one folder in the network; each thins and looks after
 * its own only.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../system-code.ts';
import { headById } from '../store/log-queries.ts';
import type { StoreFacts } from '../store/online-copy.ts';
import type { ReadStore } from '../store/read-store.ts';
import { type FoundBackup, writeDurably } from './place.ts';

function originPath(dataFolder: string): string {
  return join(dataFolder, 'backup-origin');
}

/** @returns empty where no backup was made yet, and none is one's own */
export async function readOrigin(dataFolder: string): Promise<string> {
  return readFile(originPath(dataFolder), 'utf8').catch(() => '');
}

/** Random, of a data folder and of no copy of its store: a PC that was set up from a backup is another one. */
export async function requireOrigin(dataFolder: string): Promise<string> {
  try {
    return await readFile(originPath(dataFolder), 'utf8');
  } catch (error) {
    // One that is there is not given up because the disk does not answer once.
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  await writeDurably(originPath(dataFolder), randomUUID());
  return readOrigin(dataFolder);
}

/** What tells whose a backup is. */
export interface Descent {
  name: string;
  /** Null for one of a former version. */
  origin: string | null;
  head: StoreFacts['head'];
}

export function descentOf({ name, manifest }: FoundBackup): Descent {
  return { name, origin: manifest?.origin ?? null, head: manifest?.facts.head ?? null };
}

/** Names of those that were made in this data folder; of a former version's those whose log is the beginning of this one. */
export function ownAmong(backups: readonly Descent[], origin: string, db: ReadStore): Set<string> {
  const isBeginning = ({ head }: Descent): boolean =>
    head !== null && db.get(headById, { id: head.operationId })?.hash === head.hash;
  const own = backups.filter((each) => (each.origin === null ? isBeginning(each) : each.origin === origin));
  return new Set(own.map(({ name }) => name));
}
