import { v7 } from 'uuid';
import type { Database } from './database.ts';
import { StoreError } from './errors.ts';
import type { Arguments, Statement } from './query.ts';
import { createReadStore, type ReadStore, type StatementCache } from './read-store.ts';
import { tableColumns } from './schema.ts';
import type { TableName } from './tables.ts';

export type SqlValue = string | number | null;
export type RowValues = Readonly<Record<string, SqlValue>>;

/** The store inside a transaction. It lives only as long as the work that received it. */
export interface WriteStore extends ReadStore {
  run<P>(statement: Statement<P>, ...params: Arguments<P>): { changes: number; id: number };
  /** Adds a row and returns its local id, which was never used before; `uid` is made when it is not given. */
  insert(table: TableName, row: RowValues): number;
  /** Changes columns of one row that must exist; an empty patch does nothing. */
  update(table: TableName, id: number, patch: RowValues): void;
  /** Removes one row that must exist. */
  remove(table: TableName, id: number): void;
}

/** @param isOpen tells whether the transaction that this store belongs to is still running */
export function createWriteStore(
  database: Database,
  cache: StatementCache,
  isOpen: () => boolean,
): WriteStore {
  const reading = createReadStore(database, cache);
  const columns = new Map<string, ReadonlySet<string>>();

  function requireOpen(): void {
    if (!isOpen()) throw new StoreError('misuse', '这次保存已经结束，不能再写入。');
  }

  /** Identifiers cannot be parameters: only names that the schema knows get into SQL text. */
  function requireColumns(table: string, names: readonly string[]): void {
    const known = columns.get(table) ?? new Set(tableColumns(database, table));
    columns.set(table, known);
    const unknown = names.filter((name) => !known.has(name));
    if (known.size === 0 || unknown.length > 0) {
      throw new StoreError('misuse', `数据表 ${table} 没有这些列：${unknown.join('、')}`);
    }
  }

  function requireOneRow(changes: number, table: string, id: number): void {
    if (changes !== 1) throw new StoreError('misuse', `数据表 ${table} 中没有编号为 ${id} 的行。`);
  }

  /** Undo brings rows back under their old id, so an id is never given out twice. */
  function nextId(table: string): number {
    const row = cache
      .prepare<{ id: number }>(
        `SELECT max(ifnull((SELECT max(id) FROM "${table}"), 0),
           ifnull((SELECT max(row_id) FROM row_change WHERE table_name = '${table}'), 0)) + 1 AS id`,
      )
      .get();
    return row?.id ?? 1;
  }

  return {
    all: (query, ...params) => (requireOpen(), reading.all(query, ...params)),
    get: (query, ...params) => (requireOpen(), reading.get(query, ...params)),
    iterate: (query, ...params) => (requireOpen(), reading.iterate(query, ...params)),
    close: () => {
      throw new StoreError('misuse', '写入中的数据不能在这里关闭。');
    },
    run: (statement, ...params) => {
      requireOpen();
      const result = cache.prepare(statement.sql).run(...params);
      return { changes: result.changes, id: Number(result.lastInsertRowid) };
    },
    insert: (table, row) => {
      requireOpen();
      const names = Object.keys(row);
      requireColumns(table, names);
      const id = row.id ?? nextId(table);
      const full = { ...row, id, uid: row.uid ?? v7() };
      const list = Object.keys(full);
      const sql = `INSERT INTO "${table}" (${list.map((name) => `"${name}"`).join(', ')})
        VALUES (${list.map((name) => `@${name}`).join(', ')})`;
      return Number(cache.prepare(sql).run(full).lastInsertRowid);
    },
    update: (table, id, patch) => {
      requireOpen();
      const names = Object.keys(patch);
      requireColumns(table, names);
      if (names.length === 0) return;
      const sql = `UPDATE "${table}" SET ${names.map((name) => `"${name}" = @${name}`).join(', ')} WHERE id = @id`;
      requireOneRow(cache.prepare(sql).run({ ...patch, id }).changes, table, id);
    },
    remove: (table, id) => {
      requireOpen();
      requireColumns(table, []);
      requireOneRow(cache.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id).changes, table, id);
    },
  };
}
