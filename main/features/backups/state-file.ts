import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupPlace, Drill, FileCleaning } from '#shared/contract/backups.ts';
import { ownPlace } from '#main/core/backups/make-backup.ts';
import { writeDurably } from '#main/core/backups/place.ts';
import { makeFolder } from '#main/core/files/place-file.ts';

/**
 * How backups went, in DATA/backups/state.json: not in the store, which every backup would change then. The file is
 * only what the page shows; the log has each failure too.
 */
export interface KeptState {
  /** In Chinese; null when the last backup went well. */
  problem: string | null;
  /** When the second place was last brought up to date. */
  secondAt: number | null;
  drill: Drill | null;
  /** Of a backup at the second place. */
  secondDrill: Drill | null;
  cleaning: FileCleaning | null;
}

const nothingYet: KeptState = {
  problem: null,
  secondAt: null,
  drill: null,
  secondDrill: null,
  cleaning: null,
};

function statePath(dataFolder: string): string {
  return join(ownPlace(dataFolder), 'state.json');
}

export async function readState(dataFolder: string): Promise<KeptState> {
  try {
    return {
      ...nothingYet,
      ...(JSON.parse(await readFile(statePath(dataFolder), 'utf8')) as Partial<KeptState>),
    };
  } catch {
    return nothingYet;
  }
}

export async function keepState(dataFolder: string, change: Partial<KeptState>): Promise<void> {
  makeFolder(ownPlace(dataFolder));
  await writeDurably(statePath(dataFolder), JSON.stringify({ ...(await readState(dataFolder)), ...change }));
}

/** Of another place nothing is kept: it says nothing of the backups here. */
export async function keepDrill(dataFolder: string, place: BackupPlace, drill: Drill): Promise<void> {
  if (place === 'own') await keepState(dataFolder, { drill });
  if (place === 'second') await keepState(dataFolder, { secondDrill: drill });
}
