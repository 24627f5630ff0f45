/** What the store asks of a SQLite driver, in better-sqlite3's words; `node-driver.ts` says the same with Node's own. */
export interface Database {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  /** @returns rows, or with `simple` the first value of the first */
  pragma(source: string, options?: { simple?: boolean }): unknown;
  prepare<P extends unknown[] = unknown[], R = unknown>(sql: string): PreparedStatement<R, P>;
  /** @returns a function that runs the work in one transaction, rolled back when it throws */
  transaction(work: () => void): () => void;
  /**
   * Copies the store into a file while others go on; `progress` is asked before each step and ends it by throwing.
   * Pages of a step: what `progress` returns, where the driver lets it be chosen.
   */
  backup(target: string, options: { progress: (pages: BackupPages) => number }): Promise<unknown>;
  close(): unknown;
}

export interface BackupPages {
  totalPages: number;
  remainingPages: number;
}

export interface PreparedStatement<R = unknown, P extends unknown[] = unknown[]> {
  run(...params: P): { changes: number; lastInsertRowid: number | bigint };
  get(...params: P): R | undefined;
  all(...params: P): R[];
  iterate(...params: P): IterableIterator<R>;
  /** Each row becomes its first value. */
  pluck(): PreparedStatement<R, P>;
}

export interface OpenOptions {
  readonly: boolean;
  fileMustExist: boolean;
}

export type OpenDriver = (file: string, options: OpenOptions) => Database;
