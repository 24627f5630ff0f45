/**
 * A whole copy of the open store while others go on working.
 * Flow: a read-only connection pins one snapshot → SQLite's backup interface copies it page by page → the copy is taken
 * out of WAL mode, synced and opened → its facts must be those of the snapshot.
 * Invariant: the writer is never waited for and never waits; only the log is not shortened meanwhile.
 */
import { chmodSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFile } from '../files/place-file.ts';
import type { ChainHead } from './chain.ts';
import { type Database, leaveWal, openDatabase, storeFile, translateError } from './database.ts';
import { StoreError } from './errors.ts';
import { headById, lastChangeId, lastHead } from './log-queries.ts';
import { requireUsableVersion } from './migrate.ts';
import { defaultMigrationFolder, readMigrations } from './migration-folder.ts';
import { type ReadStore, StatementCache } from './read-store.ts';
import { listLoggedTables } from './schema.ts';

/** What tells two copies of a store apart. */
export interface StoreFacts {
  /** Its number of migrations. */
  storeVersion: number;
  head: ChainHead | null;
  /** Number of the last row change: the same means that nothing was changed in between. */
  lastChange: number;
  /** Rows of each business table that has any. */
  rows: Record<string, number>;
}

export interface CopyWatch {
  /** 0 to 1. */
  progress: (share: number) => void;
  /** @throws AppError cancelled */
  throwIfCancelled: () => void;
}

/** 16 MB at a time: between two such steps the job hears whether it is to stop. */
const PAGES_AT_ONCE = 4_096;

/** Each page is read once: 16 MB of them, as is usual, would be kept for nothing. */
const READ_THROUGH = 'cache_size = -1000';

/** @throws StoreError, AppError cancelled; then there is nothing at `target` */
export async function copyStore(dataFolder: string, target: string, watch: CopyWatch): Promise<StoreFacts> {
  const source = openDatabase(join(dataFolder, storeFile), 'read');
  try {
    source.pragma(READ_THROUGH);
    source.exec('BEGIN');
    const facts = factsOf(source);
    await source.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        watch.throwIfCancelled();
        watch.progress(1 - remainingPages / Math.max(1, totalPages));
        return PAGES_AT_ONCE;
      },
    });
    leaveWal(target);
    chmodSync(target, 0o600);
    syncFile(target);
    requireFacts(target, facts);
    return facts;
  } catch (error) {
    rmSync(target, { force: true });
    throw translateError(error);
  } finally {
    source.close();
  }
}

/** Reads a copy at rest. @throws StoreError where it is none */
export function readCopy<Result>(
  file: string,
  read: (store: ReadStore, facts: StoreFacts) => Result,
): Result {
  const copy = openDatabase(file, 'copy');
  try {
    return read(new StatementCache(copy), factsOf(copy));
  } catch (error) {
    throw translateError(error);
  } finally {
    copy.close();
  }
}

/** @throws StoreError where this program could not open a store like this copy */
export function requireUsableCopy(file: string, migrationFolder = defaultMigrationFolder): void {
  const copy = openDatabase(file, 'copy');
  try {
    requireUsableVersion({
      cache: new StatementCache(copy),
      folder: dirname(file),
      migrations: readMigrations(migrationFolder),
      programVersion: '',
    });
  } finally {
    copy.close();
  }
}

/** What the store that is open now holds. */
export function readFacts(dataFolder: string): StoreFacts {
  const database = openDatabase(join(dataFolder, storeFile), 'read');
  try {
    return factsOf(database);
  } finally {
    database.close();
  }
}

/**
 * Whether a copy with these facts holds all rows of the store that is open now: no row was changed since, and it is the
 * same chain. After a restore another one may have come just as far.
 */
export function holdsAllOf({ head, lastChange }: StoreFacts, dataFolder: string): boolean {
  const database = openDatabase(join(dataFolder, storeFile), 'read');
  try {
    const cache = new StatementCache(database);
    const same = cache.get(headById, { id: head?.operationId ?? 0 });
    return (cache.get(lastChangeId)?.id ?? 0) === lastChange && same?.hash === head?.hash;
  } finally {
    database.close();
  }
}

export function sameFacts(one: StoreFacts, other: StoreFacts): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function requireFacts(file: string, expected: StoreFacts): void {
  const copy = openDatabase(file, 'copy');
  try {
    copy.pragma(READ_THROUGH);
    const check = copy.pragma('quick_check', { simple: true });
    if (check === 'ok' && sameFacts(factsOf(copy), expected)) return;
    const reason = '备份写好后读回来不一样，没有采用。请检查磁盘，然后再备份一次。';
    throw new StoreError('backupFailed', reason);
  } finally {
    copy.close();
  }
}

function factsOf(database: Database): StoreFacts {
  const cache = new StatementCache(database);
  const head = cache.get(lastHead);
  const rows: Record<string, number> = {};
  for (const table of listLoggedTables(database)) {
    const count = Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
    if (count > 0) rows[table] = count;
  }
  return {
    storeVersion: Number(database.pragma('user_version', { simple: true })),
    head: head === undefined ? null : { operationId: head.id, hash: head.hash ?? '' },
    lastChange: cache.get(lastChangeId)?.id ?? 0,
    rows,
  };
}
