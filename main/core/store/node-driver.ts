import { existsSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { BackupPages, Database, OpenOptions, PreparedStatement } from './driver.ts';

/*
 * Node's own SQLite in the words of better-sqlite3, for systems whose C library is too old for better-sqlite3's binary
 * (glibc before 2.34: UOS 20, Kylin V10). Slower, the same files.
 */

/** 16 MB: between two such steps a backup hears whether it is to stop. */
const PAGES_AT_ONCE = 4_096;

/** Primary result codes of SQLite that the store tells apart. */
const codes: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
};

/** @returns SQLite's name of what went wrong, or null for an error of another kind */
export function nodeErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return codes[Number(error.errcode) & 0xff] ?? 'SQLITE_ERROR';
}

export function openWithNode(file: string, { readonly, fileMustExist }: OpenOptions): Database {
  // It has no switch for that, and would make an empty store.
  if (fileMustExist && !existsSync(file))
    throw Object.assign(new Error('unable to open database file'), { errcode: 14 });
  const { DatabaseSync: Sqlite } = process.getBuiltinModule('node:sqlite');
  return new NodeDatabase(new Sqlite(file, { readOnly: readonly, allowUnknownNamedParameters: true }));
}

class NodeDatabase implements Database {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  pragma(source: string, { simple = false }: { simple?: boolean } = {}): unknown {
    const statement = this.prepare(`PRAGMA ${source}`);
    return simple ? statement.pluck().get() : statement.all();
  }

  prepare<P extends unknown[] = unknown[], R = unknown>(sql: string): PreparedStatement<R, P> {
    return new NodeStatement<R, P>(this.#database.prepare(sql));
  }

  transaction(work: () => void): () => void {
    return () => {
      this.exec('BEGIN');
      try {
        work();
        this.exec('COMMIT');
      } catch (error) {
        if (this.inTransaction) this.exec('ROLLBACK');
        throw error;
      }
    };
  }

  async backup(target: string, { progress }: { progress: (pages: BackupPages) => number }): Promise<unknown> {
    const { backup } = process.getBuiltinModule('node:sqlite');
    const totalPages = Number(this.pragma('page_count', { simple: true }));
    // Node asks after each step only, and never where one is enough.
    progress({ totalPages, remainingPages: totalPages });
    return backup(this.#database, target, { rate: PAGES_AT_ONCE, progress });
  }

  close(): void {
    this.#database.close();
  }
}

type Row = Record<string, SQLOutputValue>;

class NodeStatement<R, P extends unknown[]> implements PreparedStatement<R, P> {
  readonly #statement: StatementSync;
  #plucks = false;

  constructor(statement: StatementSync) {
    this.#statement = statement;
  }

  run(...params: P): { changes: number; lastInsertRowid: number | bigint } {
    const { changes, lastInsertRowid } = this.#statement.run(...bound(params));
    return { changes: Number(changes), lastInsertRowid };
  }

  get(...params: P): R | undefined {
    const row = this.#statement.get(...bound(params));
    return row === undefined ? undefined : this.#read(row);
  }

  all(...params: P): R[] {
    return this.#statement.all(...bound(params)).map((row) => this.#read(row));
  }

  *iterate(...params: P): IterableIterator<R> {
    for (const row of this.#statement.iterate(...bound(params))) yield this.#read(row);
  }

  pluck(): this {
    this.#plucks = true;
    return this;
  }

  #read(row: Row): R {
    const read: Row = {};
    for (const [name, value] of Object.entries(row)) read[name] = asBuffer(value);
    return (this.#plucks ? Object.values(read)[0] : read) as R;
  }
}

/** Bytes come from better-sqlite3 as a Buffer, which the program asks more of than of an array. */
function asBuffer(value: SQLOutputValue): SQLOutputValue {
  if (!(value instanceof Uint8Array)) return value;
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}

/** Named values come as one object, which Node's overloads want first. */
function bound(params: unknown[]): SQLInputValue[] {
  return params as SQLInputValue[];
}
