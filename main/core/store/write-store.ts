import { StoreError } from './errors.ts';
import type { Arguments, Statement } from './query.ts';
import type { ReadStore, StatementCache } from './read-store.ts';
import { RowWriter, type RowValues } from './row-writer.ts';
import type { TableName } from './tables.ts';

/** The store inside a transaction. It lives only as long as the work that received it. */
export interface WriteStore extends ReadStore {
  run<P>(statement: Statement<P>, ...params: Arguments<P>): { changes: number; id: number };
  /** Adds a row and returns its local id, which was never used before; `uid` is made when it is not given. */
  insert(table: TableName, row: RowValues): number;
  /** Changes columns of one row that must exist; an empty patch does nothing. */
  update(table: TableName, id: number, patch: RowValues): void;
  /** Removes one row that must exist. */
  remove(table: TableName, id: number): void;
  /**
   * Adds many rows, all with the same columns, several times as fast as one by one; see at-once.ts. Nothing else may be
   * written while the rows are being given, and nothing after a failure.
   * @returns their ids, in order
   */
  insertMany(table: TableName, rows: Iterable<RowValues>): number[];
}

/** As the gate has it, for one transaction after the other. */
export interface GateStore extends WriteStore {
  begin(): void;
}

/** @param isOpen tells whether the transaction that this store belongs to is still running */
export function createWriteStore(cache: StatementCache, isOpen: () => boolean): GateStore {
  const rows = new RowWriter(cache);

  function opened<T>(work: () => T): T {
    if (!isOpen()) throw new StoreError('misuse', '这次保存已经结束，不能再读写。');
    return work();
  }

  return {
    begin: () => rows.begin(),
    all: (query, ...params) => opened(() => cache.all(query, ...params)),
    get: (query, ...params) => opened(() => cache.get(query, ...params)),
    iterate: (query, ...params) => opened(() => cache.iterate(query, ...params)),
    close: () => {
      throw new StoreError('misuse', '保存进行中，不能关闭数据。');
    },
    run: (statement, ...params) =>
      opened(() => {
        const done = cache.prepare(statement.sql).run(...params);
        return { changes: done.changes, id: Number(done.lastInsertRowid) };
      }),
    insert: (table, row) => opened(() => rows.insert(table, row)),
    update: (table, id, patch) => opened(() => rows.update(table, id, patch)),
    remove: (table, id) => opened(() => rows.remove(table, id)),
    insertMany: (table, all) => opened(() => rows.insertMany(table, all)),
  };
}
