import type { Database } from './database.ts';
import type { StatementCache } from './read-store.ts';
import { listLoggedTables } from './schema.ts';

/** One foreign key: `columns` of `table` point to `targetColumns` of `target`. */
export interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly target: string;
  readonly targetColumns: readonly string[];
}

interface ForeignKeyRow {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

/** All foreign keys of logged tables; those of unlogged tables are no reason against an undo. */
export function listReferences(database: Database): Reference[] {
  const statement = database.prepare<[string], ForeignKeyRow>(
    'SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?) ORDER BY id, seq',
  );
  return listLoggedTables(database).flatMap((table) => {
    const rows = statement.all(table);
    return [...new Set(rows.map((row) => row.id))].map((id) => {
      const columns = rows.filter((row) => row.id === id);
      return {
        table,
        columns: columns.map((row) => row.from),
        target: columns[0]?.table ?? '',
        targetColumns: columns.map((row) => row.to ?? 'id'),
      };
    });
  });
}

type Values = Readonly<Record<string, string | number | null>>;

/** Ids of the rows in `table` whose named columns hold the given values; none where a value is null. */
export function findRows(
  cache: StatementCache,
  table: string,
  columns: readonly string[],
  values: Values,
): number[] {
  const wanted = columns.map((name) => values[name] ?? null);
  if (wanted.includes(null)) return [];
  const condition = columns.map((name) => `"${name}" = ?`).join(' AND ');
  const found = cache
    .prepare<{ id: number }>(`SELECT id FROM "${table}" WHERE ${condition} LIMIT 50`)
    .all(...wanted);
  return found.map((row) => row.id);
}
