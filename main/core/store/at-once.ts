import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import { logInsertions } from './log-triggers.ts';

/**
 * Adds rows to a table of which the log and the full-text index hear at the end, each in one go: by its triggers, row
 * by row, that takes several times as long. The triggers are set aside and put back, word for word, within the
 * transaction that is under way. A failure of the adding leaves everything as it was before; one after it, as of the
 * disk, ends the transaction, for without its triggers nothing else may be written.
 * @param insertAll adds rows to this table only, above all that were there, and does nothing else
 */
export function atOnce(database: Database, table: string, insertAll: () => number[]): number[] {
  const triggers = database
    .prepare<[string, string], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name IN (?, ?)",
    )
    .all(`log_${table}_insert`, `${table}_search_insert`);
  const last = database.prepare<[], number>(`SELECT ifnull(max(id), 0) FROM "${table}"`).pluck().get() ?? 0;
  database.exec('SAVEPOINT at_once');
  let isOpen = true;
  try {
    for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`);
    const ids = insertAll();
    // Within it SQLite would keep whatever each of the following statements needs to undo itself alone: 25 MB of them.
    database.exec('RELEASE at_once');
    isOpen = false;
    if (logInsertions(database, table, last) !== ids.length)
      throw new StoreError('misuse', `数据表 ${table} 的新增没有全部记入日志。`);
    if (triggers.some(({ name }) => name === `${table}_search_insert`))
      indexInsertions(database, table, last);
    for (const { sql } of triggers) database.exec(sql);
    return ids;
  } catch (error) {
    // An error of the disk may have ended the transaction with everything in it.
    if (database.inTransaction) database.exec(isOpen ? 'ROLLBACK TO at_once; RELEASE at_once' : 'ROLLBACK');
    throw error;
  }
}

function indexInsertions(database: Database, table: string, last: number): void {
  database
    .prepare(
      `INSERT INTO "${table}_search" (rowid, body) SELECT id, search_text FROM "${table}" WHERE id > ?`,
    )
    .run(last);
}
