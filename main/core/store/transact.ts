/**
 * The gate: the only way to write.
 * Flow: begin → a repeat of the same operation uid? answer with the first result → open a line of the log →
 * run the work (triggers record every row it changes) → close the line with its hash → commit.
 * An error rolls everything back; then a second, tiny transaction records the attempt as refused or failed.
 * Invariants: a line of the log and its row changes are in the same commit as the change itself; a commit is
 * on the disk (synchronous=FULL) before transact returns; there is never more than one open line.
 */
import { AppError, isErrorCode } from '#shared/errors.ts';
import {
  type ChainHead,
  type ChangeRow,
  chainStart,
  logSql,
  operationHash,
  type OperationRow,
  summarizeChanges,
} from './chain.ts';
import { type Database, translateError } from './database.ts';
import { isRefusal, StoreError } from './errors.ts';
import type { OperationInput, Outcome, TransactResult } from './operation.ts';
import type { StatementCache } from './read-store.ts';
import { createWriteStore, type WriteStore } from './write-store.ts';

export type { OperationInput, TransactResult } from './operation.ts';

/** What happens inside a transaction. It is synchronous; `summarize` sets the Chinese summary of the log line. */
export type Work<T> = (tx: WriteStore, summarize: (summary: string) => void) => T;

export interface Gate {
  transact<T>(operation: OperationInput, work: Work<T>): TransactResult<T>;
  /** The same, for an operation that takes back the one with the given id. */
  transactReversal<T>(operation: OperationInput, undoesId: number, work: Work<T>): TransactResult<T>;
  /** Records an export, a print, a sign-in: a line of the log without row changes. */
  recordEvent(operation: OperationInput, outcome: Outcome): void;
  /** Writes to unlogged tables only (drafts, staging, bookkeeping); a write to a logged table is aborted. */
  writeUnlogged<T>(work: (tx: WriteStore) => T): T;
}

/** @param afterCommit is told the head of the chain after every commit that added to it */
export function createGate(
  database: Database,
  cache: StatementCache,
  afterCommit: (head: ChainHead) => void,
): Gate {
  let open = false;
  let broken = false;
  const tx = createWriteStore(database, cache, () => open);

  /** One immediate transaction around `work`; rolls back on any error. */
  function inTransaction<T>(work: () => T): T {
    if (open) throw new StoreError('misuse', '一次保存里面不能再开始另一次保存。');
    if (broken) throw new StoreError('ioError', '此前读写磁盘出错，为保护数据已停止写入。请重新启动程序。');
    cache.prepare('BEGIN IMMEDIATE').run();
    open = true;
    try {
      const value = work();
      cache.prepare('COMMIT').run();
      return value;
    } catch (error) {
      if (database.inTransaction) cache.prepare('ROLLBACK').run();
      const translated = translateError(error);
      // After a failed write or sync nobody knows what the disk holds: only a fresh start may write again.
      if (translated instanceof StoreError && translated.kind === 'ioError') broken = true;
      throw translated;
    } finally {
      open = false;
    }
  }

  function openLine(operation: OperationInput, undoesId: number | null): OperationRow {
    const last = cache.prepare<OperationRow>(logSql.last).get();
    const lastChange = cache.prepare<{ id: number }>(logSql.lastChange).get();
    const row: OperationRow = {
      id: (last?.id ?? 0) + 1,
      uid: operation.uid,
      hash: null,
      at: Date.now(),
      name: operation.name,
      label: operation.label,
      undo: operation.undo,
      compensation: operation.compensation ?? null,
      outcome: 'done',
      user_uid: operation.userUid,
      user_name: operation.userName,
      window_uid: operation.windowUid,
      host: operation.host,
      undoes_id: undoesId,
      change_start: (lastChange?.id ?? 0) + 1,
      change_count: 0,
      change_digest: '',
      summary: operation.summary ?? '',
      result: null,
    };
    cache.prepare(logSql.insert).run(row);
    return row;
  }

  /** Completes the open line: digest of its row changes, result, hash. */
  function closeLine(row: OperationRow, outcome: Outcome, summary: string, result: string) {
    const end = (cache.prepare<{ id: number }>(logSql.lastChange).get()?.id ?? 0) + 1;
    const summarized = summarizeChanges(
      cache.prepare<ChangeRow>(logSql.changes).iterate(row.change_start, end),
    );
    const previous = cache.prepare<OperationRow>(logSql.byId).get(row.id - 1)?.hash ?? chainStart;
    const closed: OperationRow = {
      ...row,
      outcome,
      summary,
      result,
      change_count: summarized.count,
      change_digest: summarized.digest,
    };
    const head: ChainHead = { operationId: row.id, hash: operationHash(previous, closed) };
    cache.prepare(logSql.close).run({ ...closed, hash: head.hash });
    return { head, changes: summarized.tables };
  }

  function attempt<T>(operation: OperationInput, undoesId: number | null, work: Work<T>): TransactResult<T> {
    const done = inTransaction(() => {
      const earlier = cache.prepare<OperationRow>(logSql.byUid).get(operation.uid);
      if (earlier) return { result: repeatedResult<T>(cache, earlier), head: undefined };
      const row = openLine(operation, undoesId);
      let summary = row.summary;
      const value = work(tx, (words) => {
        summary = words;
      });
      if (value instanceof Promise) throw new StoreError('misuse', '保存的过程必须一次完成，不能等待。');
      const { head, changes } = closeLine(row, 'done', summary, JSON.stringify(value) ?? 'null');
      return { result: { value, operationId: row.id, changes, repeated: false }, head };
    });
    if (done.head) afterCommit(done.head);
    return done.result;
  }

  /** A line without row changes, in a transaction of its own. */
  function recordLine(operation: OperationInput, outcome: Outcome, result: string): void {
    const head = inTransaction(() => {
      const row = openLine(operation, null);
      return closeLine(row, outcome, row.summary, result).head;
    });
    afterCommit(head);
  }

  function recordFailure(operation: OperationInput, error: unknown): void {
    try {
      recordLine(operation, isRefusal(error) ? 'refused' : 'failed', JSON.stringify(storedError(error)));
    } catch {
      // Nothing was written by the operation itself; the first error says more than this one.
    }
  }

  function transact<T>(operation: OperationInput, undoesId: number | null, work: Work<T>): TransactResult<T> {
    try {
      return attempt(operation, undoesId, work);
    } catch (error) {
      if (!open && !(error instanceof RepeatedFailure)) recordFailure(operation, error);
      throw error instanceof RepeatedFailure ? error.first : error;
    }
  }

  return {
    transact: (operation, work) => transact(operation, null, work),
    transactReversal: (operation, undoesId, work) => transact(operation, undoesId, work),
    recordEvent: (operation, outcome) => {
      recordLine(operation, outcome, 'null');
    },
    writeUnlogged: (work) => inTransaction(() => work(tx)),
  };
}

/** Carries the error of the first attempt out of the transaction; it is not recorded a second time. */
class RepeatedFailure extends Error {
  readonly first: AppError;

  constructor(first: AppError) {
    super(first.message);
    this.first = first;
  }
}

function repeatedResult<T>(cache: StatementCache, earlier: OperationRow): TransactResult<T> {
  const stored = JSON.parse(earlier.result ?? 'null');
  if (earlier.outcome !== 'done') throw new RepeatedFailure(errorFromStored(stored));
  const end = earlier.change_start + earlier.change_count;
  const { tables } = summarizeChanges(
    cache.prepare<ChangeRow>(logSql.changes).iterate(earlier.change_start, end),
  );
  return { value: stored, operationId: earlier.id, changes: tables, repeated: true };
}

function storedError(error: unknown): { code: string; data: unknown; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof AppError
    ? { code: error.code, data: error.data, message }
    : { code: '', data: {}, message };
}

function errorFromStored(stored: unknown): AppError {
  if (typeof stored === 'object' && stored !== null && 'code' in stored && 'data' in stored) {
    const { code, data } = stored;
    if (typeof code === 'string' && isErrorCode(code) && typeof data === 'object') {
      return new AppError(code, { ...data });
    }
  }
  return new StoreError('failedBefore', '这项操作上次没有成功，数据没有改变。请重新操作一次。');
}
