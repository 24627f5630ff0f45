/**
 * The gate: the only way to write.
 * Flow: begin → a repeat of the same operation by its uid? answer with the first result → open a line of the log →
 * run the work (triggers record every row it changes) → close the line with its hash → commit.
 * An error rolls everything back; then a second, tiny transaction records the attempt as refused or failed.
 * Invariants: a line of the log and its row changes are in the same commit as the change itself; a commit is
 * on the disk (synchronous=FULL) before transact returns; there is never more than one open line.
 */
import { AppError, isErrorCode, messageOf } from '#shared/errors.ts';
import { type ChainHead, summarizeChanges } from './chain.ts';
import { translateError } from './database.ts';
import { isRefusal, StoreError } from './errors.ts';
import { closeLine, openLine } from './log-line.ts';
import { changesBetween, operationByUid, type OperationRow } from './log-queries.ts';
import type { OperationInput, Outcome, TransactResult } from './operation.ts';
import type { StatementCache } from './read-store.ts';
import { completedBy } from './undo-target.ts';
import { createWriteStore, type WriteStore } from './write-store.ts';

export type { OperationInput, TransactResult } from './operation.ts';

/** What the work says about its own line of the log. */
export interface LineWords {
  /** Sets the Chinese summary. */
  readonly summarize: (summary: string) => void;
  /**
   * This completes an earlier operation, as a reason completes a score: one undo takes both back. Without effect
   * unless that one is this window's last own operation of the same name and still stands.
   */
  readonly complete: (operationUid: string) => void;
  /** What goes wrong is recorded without its words, because they may tell what lies sealed in the store. */
  readonly hush: () => void;
  /** Says how far it is; see `OperationInput`. @throws AppError cancelled */
  readonly progress: NonNullable<OperationInput['progress']>;
}

/** What happens inside a transaction. It is synchronous. */
export type Work<T> = (tx: WriteStore, words: LineWords) => T;

export interface Gate {
  transact<T>(operation: OperationInput, work: Work<T>): TransactResult<T>;
  /** The same, for an operation that takes back the one with the given id. */
  transactReversal<T>(operation: OperationInput, undoesId: number, work: Work<T>): TransactResult<T>;
  /** Records an export, a print, a sign-in: a line of the log without row changes. */
  recordEvent(operation: OperationInput, outcome: Outcome): void;
  /** Writes to unlogged tables only (drafts, staging, bookkeeping); a write to a logged table is aborted. */
  writeUnlogged<T>(work: (tx: WriteStore) => T): T;
  /** From now on nothing is written, or is again; not what stands still because of the disk. */
  hold(isHeld: boolean): void;
  /** @throws StoreError where nothing may be written now */
  requireWritable(): void;
}

const heldWords =
  '数据检查发现问题，现在只能查阅和导出，这次没有保存。请点窗口下方的“处理”，恢复备份或者核对以后再录入。';

/** @param afterCommit is told the head of the chain after every commit that added to it; it must not throw */
export function createGate(cache: StatementCache, afterCommit: (head: ChainHead) => void): Gate {
  let open = false;
  let broken: 'ioError' | 'damaged' | null = null;
  let held = false;
  const tx = createWriteStore(cache, () => open && cache.database.inTransaction);

  /** One immediate transaction around `work`; rolls back on any error. */
  function inTransaction<T>(work: () => T): T {
    if (open) throw new StoreError('misuse', '一次保存里面不能再开始另一次保存。');
    requireWritable();
    open = true;
    tx.begin();
    try {
      cache.prepare('BEGIN IMMEDIATE').run();
      const value = work();
      cache.prepare('COMMIT').run();
      return value;
    } catch (error) {
      if (cache.database.inTransaction) cache.prepare('ROLLBACK').run();
      const translated = translateError(error);
      // After a failed write or sync nobody knows what the disk holds: only a fresh start may write again.
      if (
        translated instanceof StoreError &&
        (translated.kind === 'ioError' || translated.kind === 'damaged')
      )
        broken = translated.kind;
      throw translated;
    } finally {
      open = false;
    }
  }

  function requireWritable(): void {
    if (broken === 'ioError')
      throw new StoreError('ioError', '此前读写磁盘出错，为保护数据已停止写入。请重新启动程序。');
    if (held || broken === 'damaged') throw new StoreError('held', heldWords);
  }

  function attempt<T>(
    operation: OperationInput,
    undoesId: number | null,
    { hush, progress }: Pick<LineWords, 'hush' | 'progress'>,
    work: Work<T>,
  ): TransactResult<T> {
    const done = inTransaction(() => {
      const earlier = cache.get(operationByUid, { uid: operation.uid });
      if (earlier) {
        requireSameOperation(operation, earlier);
        return { result: repeatedResult<T>(cache, earlier), head: undefined };
      }
      const line = openLine(cache, operation, undoesId);
      let { summary, continues_id } = line;
      const value = work(tx, {
        summarize(words) {
          summary = words;
        },
        complete(operationUid) {
          continues_id = completedBy(cache, line, operationUid);
        },
        hush,
        progress,
      });
      if (value instanceof Promise) throw new StoreError('misuse', '保存的过程必须一次完成，不能等待。');
      progress(null, '写入操作日志');
      const result = JSON.stringify(value) ?? 'null';
      const { head, changes } = closeLine(cache, line, { outcome: 'done', summary, result, continues_id });
      return { result: { value, operationId: line.id, changes, repeated: false }, head };
    });
    if (done.head) afterCommit(done.head);
    return done.result;
  }

  /** A line without row changes, in a transaction of its own. */
  function recordLine(operation: OperationInput, outcome: Outcome, result: string): void {
    const head = inTransaction(() => {
      const line = openLine(cache, operation, null);
      return closeLine(cache, line, { outcome, summary: line.summary, result, continues_id: null }).head;
    });
    afterCommit(head);
  }

  function recordFailure(operation: OperationInput, error: unknown, isHushed: boolean): void {
    try {
      const stored = isHushed ? withoutWords(error) : storedError(error);
      recordLine(operation, isRefusal(error) ? 'refused' : 'failed', JSON.stringify(stored));
    } catch {
      // Nothing was written by the operation itself; the first error says more than this one.
    }
  }

  function transact<T>(operation: OperationInput, undoesId: number | null, work: Work<T>): TransactResult<T> {
    if (open) throw new StoreError('misuse', '一次保存里面不能再开始另一次保存。');
    let isHushed = false;
    const hush = (): void => {
      isHushed = true;
    };
    const progress = operation.progress ?? (() => undefined);
    try {
      return attempt(operation, undoesId, { hush, progress }, work);
    } catch (error) {
      if (error instanceof Unrecorded) throw error.shown;
      recordFailure(operation, error, isHushed);
      throw error;
    }
  }

  return {
    transact: (operation, work) => transact(operation, null, work),
    transactReversal: (operation, undoesId, work) => transact(operation, undoesId, work),
    recordEvent: (operation, outcome) => {
      recordLine(operation, outcome, 'null');
    },
    writeUnlogged: (work) => inTransaction(() => work(tx)),
    hold(isHeld) {
      held = isHeld;
    },
    requireWritable,
  };
}

/** Carries an error out of the transaction that is no attempt of its own: its uid has its line in the log already. */
class Unrecorded extends Error {
  readonly shown: AppError;

  constructor(shown: AppError) {
    super(shown.message);
    this.shown = shown;
  }
}

/**
 * A uid that is there already means a repeat, answered with the first result: so it must be the same operation of
 * the same user. Who has signed in since then may repeat what was done before anybody had.
 */
function requireSameOperation({ name, userUid }: OperationInput, earlier: OperationRow): void {
  const isOwn = earlier.user_uid === null || earlier.user_uid === userUid;
  if (isOwn && earlier.name === name) return;
  const reason = '这一步没有保存：它的编号已被另一项操作用过。请重新操作一次。';
  throw new Unrecorded(new AppError('refused', { reason }));
}

function repeatedResult<T>(cache: StatementCache, earlier: OperationRow): TransactResult<T> {
  const stored = earlier.result ?? 'null';
  if (earlier.outcome !== 'done') throw new Unrecorded(errorFromStored(JSON.parse(stored)));
  const { id, change_start: start, change_count: count } = earlier;
  const { tables } = summarizeChanges(cache.iterate(changesBetween, { start, end: start + count }));
  // Written by the same operation, whose answer has this type.
  const value: T = JSON.parse(stored);
  return { value, operationId: id, changes: tables, repeated: true };
}

interface StoredError {
  code: string;
  data: unknown;
  message: string;
}

function withoutWords(error: unknown): StoredError {
  return { code: error instanceof AppError ? error.code : '', data: {}, message: '' };
}

function storedError(error: unknown): StoredError {
  const message = messageOf(error);
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
