/** Opening and closing one line of the log, inside a transaction that the caller has begun. */
import { type ChainHead, chainStart, operationHash, summarizeChanges } from './chain.ts';
import {
  changesBetween,
  closeOperation,
  headById,
  insertOperation,
  lastChangeId,
  lastHead,
  type OperationRow,
} from './log-queries.ts';
import type { OperationInput, Outcome, TableChange } from './operation.ts';
import type { StatementCache } from './read-store.ts';

/** Adds the line with hash NULL: from here on the log triggers record under its number. */
export function openLine(
  cache: StatementCache,
  operation: OperationInput,
  undoesId: number | null,
): OperationRow {
  const row: OperationRow = {
    id: (cache.get(lastHead)?.id ?? 0) + 1,
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
    continues_id: null,
    change_start: (cache.get(lastChangeId)?.id ?? 0) + 1,
    change_count: 0,
    change_digest: '',
    summary: operation.summary ?? '',
    result: null,
  };
  cache.prepare(insertOperation.sql).run(row);
  return row;
}

interface Closing {
  readonly outcome: Outcome;
  readonly summary: string;
  /** JSON of what the operation answered. */
  readonly result: string;
  readonly continues_id: number | null;
}

/** Completes the open line: digest of its row changes, result, hash. */
export function closeLine(
  cache: StatementCache,
  row: OperationRow,
  closing: Closing,
): { head: ChainHead; changes: readonly TableChange[] } {
  const end = (cache.get(lastChangeId)?.id ?? 0) + 1;
  const summarized = summarizeChanges(cache.iterate(changesBetween, { start: row.change_start, end }));
  const previous = cache.get(headById, { id: row.id - 1 })?.hash ?? chainStart;
  // What changed nothing completes nothing: the earlier operation must stay within reach of undo.
  const continues_id = summarized.count === 0 ? null : closing.continues_id;
  const closed = {
    ...row,
    ...closing,
    continues_id,
    change_count: summarized.count,
    change_digest: summarized.digest,
  };
  const hash = operationHash(previous, closed);
  const { id, outcome, summary, result, change_count, change_digest } = closed;
  cache
    .prepare(closeOperation.sql)
    .run({ id, outcome, summary, result, continues_id, change_count, change_digest, hash });
  return { head: { operationId: row.id, hash }, changes: summarized.tables };
}
