import { cpSync } from 'node:fs';
import { openStore } from '#main/core/store/open.ts';

/*
 * A store with all tables and no data, made once for a whole test run: to migrate a new one takes four fifths of an
 * office's start. The migrations themselves are tested in tests/main/core/store.
 */

const variable = 'EMPTY_STORE';

export function makeEmptyStore(folder: string): void {
  const store = openStore(folder, { programVersion: '0.1.0' });
  store.noteFullCheck();
  store.close();
  process.env[variable] = folder;
}

/** Puts the run's empty store into a folder that has none; without such a run it is made at the office's start. */
export function placeEmptyStore(folder: string): void {
  const made = process.env[variable];
  if (made !== undefined) cpSync(made, folder, { recursive: true });
}
