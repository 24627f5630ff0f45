import { hash } from 'node:crypto';
import type { Database } from './database.ts';
import { unloggedTables } from './tables.ts';

export interface TableInfo {
  readonly name: string;
  readonly type: 'table' | 'virtual';
  readonly strict: boolean;
}

/** All tables except SQLite's own and the shadow tables of virtual ones. */
export function listTables(database: Database): TableInfo[] {
  return database
    .prepare<[], { name: string; type: string; strict: number }>(
      `SELECT name, type, strict FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       ORDER BY name`,
    )
    .all()
    .map((row) => ({
      name: row.name,
      type: row.type === 'virtual' ? ('virtual' as const) : ('table' as const),
      strict: row.strict === 1,
    }));
}

/** Tables whose every change is recorded. */
export function listLoggedTables(database: Database): string[] {
  return listTables(database)
    .map((table) => table.name)
    .filter((name) => !Object.hasOwn(unloggedTables, name));
}

/** Stored columns in order (generated ones are left out); empty for an unknown table. */
export function tableColumns(database: Database, table: string): string[] {
  return database
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid')
    .pluck()
    .all(table);
}

/** Hash of everything that the migrations wrote; the generated log triggers are compared on their own. */
export function schemaHash(database: Database): string {
  const rows = database
    .prepare<[], string>(
      `SELECT json_array(type, name, tbl_name, sql) FROM sqlite_schema
       WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND NOT (type = 'trigger' AND name LIKE 'log\\_%' ESCAPE '\\')
         AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
       ORDER BY type, name`,
    )
    .pluck()
    .all();
  return hash('sha256', rows.join('\n'));
}
