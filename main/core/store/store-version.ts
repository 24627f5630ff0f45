import { hash } from 'node:crypto';
import type { Query } from './query.ts';
import { defineQuery, integer, text } from './query.ts';
import type { ReadStore } from './read-store.ts';
import { loggedTables } from './tables.ts';

export interface StoreVersion {
  /** Number of migrations. */
  version: number;
  /** Hash of the business tables as they are defined. */
  schema: string;
}

const storedVersion = defineQuery({
  name: 'store.version',
  sql: 'SELECT user_version FROM pragma_user_version',
  columns: { user_version: integer },
});

const definitions: Query<{ name: string; sql: string }, null> = defineQuery({
  name: 'store.definitions',
  sql: `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL ORDER BY name`,
  columns: { name: text, sql: text },
});

/** Two stores whose rows mean the same have the same. */
export function readStoreVersion(db: ReadStore): StoreVersion {
  const known = new Set<string>(loggedTables);
  const tables = db.all(definitions).filter(({ name }) => known.has(name));
  return {
    version: db.get(storedVersion)?.user_version ?? 0,
    schema: hash('sha256', tables.map(({ sql }) => sql).join('\n')),
  };
}
