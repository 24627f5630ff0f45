/** Bookkeeping of the file itself: is it in use, which program wrote it, when was it last checked. */
import type { Database } from './database.ts';

type MetaName = 'inUse' | 'programVersion' | 'lastFullCheckDay';

export function readMeta(database: Database, name: MetaName): string | undefined {
  return database.prepare<[string], string>('SELECT value FROM store_meta WHERE name = ?').pluck().get(name);
}

function writeMeta(database: Database, name: MetaName, value: string): void {
  database
    .prepare(
      'INSERT INTO store_meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    )
    .run(name, value);
}

/** Marks the file as in use; the mark is taken away only by a clean end. */
export function markInUse(database: Database, programVersion: string): void {
  database.transaction(() => {
    writeMeta(database, 'inUse', '1');
    writeMeta(database, 'programVersion', programVersion);
  })();
}

export function markClosed(database: Database): void {
  writeMeta(database, 'inUse', '0');
}

/** After an unclean end, and once a day. */
export function isFullCheckDue(database: Database): boolean {
  return readMeta(database, 'inUse') === '1' || readMeta(database, 'lastFullCheckDay') !== localDay();
}

export function markFullyChecked(database: Database): void {
  writeMeta(database, 'lastFullCheckDay', localDay());
}

function localDay(): string {
  return new Date().toLocaleDateString('sv-SE');
}
