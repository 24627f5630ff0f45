import type { Database } from './database.ts';
import { StoreError } from './errors.ts';

/**
 * Adds rows to a table whose `search_text` triggers keep in a full-text index, and writes that index at the end, in one
 * go: row by row SQLite writes a piece of the index for each, which takes ten times as long. The trigger is set aside
 * and put back, word for word, within the transaction that is under way; until then what was added is not found by its
 * text.
 */
export function searchedAtEnd<Result>(database: Database, table: string, work: () => Result): Result {
  const name = `${table}_search_insert`;
  const sql = database
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?")
    .pluck()
    .get(name);
  if (sql === undefined) throw new StoreError('misuse', `数据表 ${table} 没有全文索引。`);
  const last = database.prepare<[], number>(`SELECT ifnull(max(id), 0) FROM "${table}"`).pluck().get();
  database.exec(`DROP TRIGGER "${name}"`);
  const result = work();
  database
    .prepare(
      `INSERT INTO "${table}_search" (rowid, body) SELECT id, search_text FROM "${table}" WHERE id > ?`,
    )
    .run(last);
  database.exec(sql);
  return result;
}
