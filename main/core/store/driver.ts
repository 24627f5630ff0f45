/** What the store asks of a SQLite driver, in better-sqlite3's words; `node-driver.ts` says the same with Node's own. */
export interface Database {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  /** @returns rows, or with `simple` the first value of the first */
  pragma(source: string, options?: { simple?: boolean }): unknown;
  prepare<_P = unknown[], R = unknown>(sql: string): PreparedStatement<R>;
  /** @returns a function that runs the work in one transaction, rolled back when it throws */
  transaction(work: () => void): () => void;
  close(): unknown;
}

export interface PreparedStatement<R = unknown> {
  run(...params: unknown[]): { changes: number; lastInsertRowid: number | bigint };
  get(...params: unknown[]): R | undefined;
  all(...params: unknown[]): R[];
  iterate(...params: unknown[]): IterableIterator<R>;
  /** Each row becomes its first value. */
  pluck(): PreparedStatement<R>;
  columns(): readonly { name: string }[];
}

export interface OpenOptions {
  readonly: boolean;
  fileMustExist: boolean;
}

export type OpenDriver = (file: string, options: OpenOptions) => Database;
