import { join } from 'node:path';
import { readAnchor } from './anchor.ts';
import { openDatabase, storeFile } from './database.ts';
import { findStartFaults } from './integrity.ts';
import { isProvisional } from './provisional.ts';
import { StatementCache } from './read-store.ts';
import { standingFaults } from './standing-faults.ts';
import { readMeta } from './store-meta.ts';
import { readWaiting } from './waiting-restore.ts';

/**
 * Whether opening the store for writing would neither change nor find anything that the clerk has to be told at the
 * program's next start: a restore that waits, a store half filled, an end that was not clean, a log that lost its end,
 * what a check has found and nobody has settled.
 */
export function opensQuietly(folder: string): boolean {
  if (readWaiting(folder) !== null || isProvisional(folder) || standingFaults(folder).length > 0)
    return false;
  const store = new StatementCache(openDatabase(join(folder, storeFile), 'read'));
  try {
    const endedCleanly = readMeta(store.database, 'inUse') !== '1';
    return endedCleanly && findStartFaults(store, readAnchor(folder)).length === 0;
  } finally {
    store.close();
  }
}
