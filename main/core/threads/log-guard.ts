import type { OperationMeta } from '#shared/contract/operation.ts';
import { AppError } from '#shared/errors.ts';
import { grants } from '#shared/rights.ts';
import { type OperationRow, operationById, operationByUid } from '../store/log-queries.ts';
import type { ReadStore } from '../store/read-store.ts';
import { findRedoTarget, findUndoTarget } from '../store/undo-target.ts';
import type { ThreadRequest } from './protocol.ts';

/**
 * Taking back needs the right to the operation itself. One that is not in the contract needs the director's.
 * @throws AppError notAllowed; what is not there is left to the store to refuse
 */
export function requireRightToTakeBack(
  log: ReadStore,
  meta: ReadonlyMap<string, OperationMeta>,
  request: Extract<ThreadRequest, { kind: 'undo' | 'redo' }>,
): void {
  const first = firstOperation(log, targetUid(log, request));
  if (first === undefined) return;
  if (grants(request.caller.roles, meta.get(first.name)?.right ?? 'direct')) return;
  throw new AppError('notAllowed', { label: `${request.kind === 'undo' ? '撤销' : '重做'}：${first.label}` });
}

function targetUid(
  log: ReadStore,
  { kind, target, caller }: Extract<ThreadRequest, { kind: 'undo' | 'redo' }>,
): string | undefined {
  if (kind === 'redo') return findRedoTarget(log, caller)?.uid;
  return target ?? findUndoTarget(log, caller)?.uid;
}

/** An undo or a redo leads to what was done in the first place. */
function firstOperation(log: ReadStore, uid: string | undefined): OperationRow | undefined {
  let found = uid === undefined ? undefined : log.get(operationByUid, { uid });
  while (found?.undoes_id != null) found = log.get(operationById, { id: found.undoes_id });
  return found;
}
