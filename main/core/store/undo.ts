/**
 * Undo and redo: operations of their own, in log and chain, that take the row changes of an earlier one back.
 * Flow: find the target → refuse what cannot be taken back, saying what can be done instead → one reversal through
 * the gate (revert.ts), linked by undoes_id. An operation and the one that completes it go together. Redo is the undo of an undo.
 */
import { AppError } from '#shared/errors.ts';
import { readErased } from './erased.ts';
import {
  continuationOf,
  type OperationRow,
  operationById,
  operationByUid,
  reversalOf,
} from './log-queries.ts';
import type { HostKind, OperationInput, TransactResult } from './operation.ts';
import { defineQuery, integer } from './query.ts';
import type { StatementCache } from './read-store.ts';
import { revertOperation } from './revert.ts';
import type { Gate } from './transact.ts';
import { findRedoTarget, findUndoTarget, plainLabel, redoName, undoName } from './undo-target.ts';

/** Who takes back, from where; `uid` is that of the new operation. */
export interface UndoRequest {
  readonly uid: string;
  readonly userUid: string | null;
  readonly userName: string;
  readonly windowUid: string;
  readonly host: HostKind;
}

export interface TakenBack {
  readonly operationUid: string;
  readonly label: string;
}

const undoHorizon = defineQuery({
  name: 'store.undoHorizon',
  sql: 'SELECT ifnull(max(operation_id), 0) AS id FROM migration',
  columns: { id: integer },
});

const changeCount = defineQuery<{ count: typeof integer }, { start: number; end: number }>({
  name: 'store.changeCount',
  sql: 'SELECT count(*) AS count FROM row_change WHERE id >= @start AND id < @end',
  columns: { count: integer },
});

/**
 * @param operationUid the operation to take back (whose rights the caller has checked); without it the last own
 * one of this user in this window
 * @throws AppError undoImpossible, UndoConflict
 */
export function undoOperation(
  cache: StatementCache,
  gate: Gate,
  by: UndoRequest,
  operationUid?: string,
): TransactResult<TakenBack> {
  const earlier = cache.get(operationByUid, { uid: by.uid });
  const target = earlier ? targetOfReversal(cache, earlier) : findTarget(cache, by, operationUid);
  if (target === undefined) throw impossible('没有可以撤销的操作。');
  if (!earlier) requireUndoable(cache, target);
  return takeBack(cache, gate, by, target, undoName, '撤销');
}

/** Does the last undone operation of this user in this window again. @throws like undoOperation */
export function redoOperation(cache: StatementCache, gate: Gate, by: UndoRequest): TransactResult<TakenBack> {
  const earlier = cache.get(operationByUid, { uid: by.uid });
  const found = findRedoTarget(cache, by);
  const target = earlier
    ? targetOfReversal(cache, earlier)
    : found && cache.get(operationById, { id: found.id });
  if (target === undefined) throw impossible('没有可以重做的操作。');
  return takeBack(cache, gate, by, target, redoName, '重做');
}

/** A repeated request goes to the gate with its first target, which answers with the first result. */
function targetOfReversal(cache: StatementCache, earlier: OperationRow): OperationRow | undefined {
  return cache.get(operationById, { id: earlier.undoes_id ?? earlier.id });
}

function findTarget(cache: StatementCache, by: UndoRequest, operationUid?: string): OperationRow | undefined {
  if (operationUid !== undefined) {
    const named = cache.get(operationByUid, { uid: operationUid });
    return named && (cache.get(continuationOf, { id: named.id }) ?? named);
  }
  const found = findUndoTarget(cache, by);
  return found && cache.get(operationById, { id: found.id });
}

function requireUndoable(cache: StatementCache, target: OperationRow): void {
  const label = `“${plainLabel(target.label)}”`;
  if (target.undo === 'compensated') {
    throw impossible(`${label}不能撤销${target.compensation ? `，请改用“${target.compensation}”` : ''}。`);
  }
  if (target.undo === 'final') throw impossible(`${label}不能撤销。`);
  if (target.outcome !== 'done' || target.change_count === 0)
    throw impossible(`${label}没有改动数据，不需要撤销。`);
  if (target.id <= (cache.get(undoHorizon)?.id ?? 0))
    throw impossible(`${label}早于程序升级，不能撤销，请手工修改。`);
  if (cache.get(reversalOf, { id: target.id })) throw impossible(`${label}已经撤销过了。`);
}

function takeBack(
  cache: StatementCache,
  gate: Gate,
  by: UndoRequest,
  target: OperationRow,
  name: string,
  verb: string,
): TransactResult<TakenBack> {
  const label = plainLabel(target.label);
  const operation: OperationInput = {
    ...by,
    name,
    label: `${verb}：${label}`,
    undo: 'reversible',
    summary: target.summary,
  };
  return gate.transactReversal(operation, target.id, () => {
    const completed = target.continues_id;
    const first = completed === null ? undefined : cache.get(operationById, { id: completed });
    for (const each of first === undefined ? [target] : [target, first]) {
      requireWholeChanges(cache, each);
      revertOperation(cache, each);
    }
    return { operationUid: target.uid, label };
  });
}

/** Of what was erased or cleared away on purpose the former values are gone. */
function requireWholeChanges(cache: StatementCache, operation: OperationRow): void {
  const label = `“${plainLabel(operation.label)}”`;
  const erased = readErased(cache);
  if (erased.isTouched(operation))
    throw impossible(`${label}涉及已按规定清除的个人信息，不能撤销，请手工修改。`);
  const { id, change_start: start, change_count: count } = operation;
  if (id > erased.clearedThrough) return;
  if (cache.get(changeCount, { start, end: start + count })?.count !== count)
    throw impossible(`${label}的改动明细已按规定清理，不能撤销，请手工修改。`);
}

function impossible(reason: string): AppError {
  return new AppError('undoImpossible', { reason });
}
