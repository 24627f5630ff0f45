/**
 * Which operation does Ctrl+Z, or Ctrl+Y, mean?
 * An operation that was taken back has a later one that points to it (undoes_id), and so has an undo that was done
 * again; each is taken back at most once. So after "add, undo, redo" the redo is what the next undo takes back.
 * One that a later one completes is reached through that one alone: both are taken back together.
 * Only the last 2 000 operations are looked at; older ones are undone by name from the history. A migration is
 * the horizon.
 */
import { type OperationRow, operationByUid } from './log-queries.ts';
import { defineQuery, integer, oneOf, text } from './query.ts';
import type { ReadStore } from './read-store.ts';

export const undoName = 'history.undo';
export const redoName = 'history.redo';

export interface Window {
  readonly userUid: string | null;
  readonly windowUid: string;
}

const targetColumns = {
  id: integer,
  uid: text,
  label: text,
  undo: oneOf('reversible', 'compensated', 'final'),
};

const isOwn = `operation.window_uid = @windowUid AND operation.user_uid IS @userUid
  AND operation.outcome = 'done' AND operation.change_count > 0
  AND operation.id > (SELECT max(id) - 2000 FROM operation)
  AND operation.id > (SELECT max(operation_id) FROM migration)`;

const isStanding = `NOT EXISTS (SELECT 1 FROM operation AS taking
  WHERE taking.undoes_id = operation.id AND taking.outcome = 'done')
  AND NOT EXISTS (SELECT 1 FROM operation AS completing WHERE completing.continues_id = operation.id)`;

const lastUndoable = defineQuery<typeof targetColumns, Window>({
  name: 'store.lastUndoable',
  sql: `SELECT id, uid, label, undo FROM operation
    WHERE ${isOwn} AND name <> '${undoName}' AND ${isStanding} ORDER BY id DESC LIMIT 1`,
  columns: targetColumns,
});

const lastRedoable = defineQuery<typeof targetColumns, Window>({
  name: 'store.lastRedoable',
  sql: `SELECT id, uid, label, undo FROM operation WHERE ${isOwn} AND name = '${undoName}' AND ${isStanding}
    AND id > ifnull((SELECT max(id) FROM operation WHERE ${isOwn} AND name NOT IN ('${undoName}', '${redoName}')
      AND ${isStanding}), 0)
    ORDER BY id DESC LIMIT 1`,
  columns: targetColumns,
});

export interface UndoTarget {
  readonly id: number;
  readonly uid: string;
  /** Label of the operation itself, without 撤销 or 重做 before it. */
  readonly label: string;
  readonly undo: 'reversible' | 'compensated' | 'final';
}

/** The last own operation that changed rows and was not taken back, whether or not it can be. */
export function findUndoTarget(store: ReadStore, window: Window): UndoTarget | undefined {
  return withPlainLabel(store.get(lastUndoable, window));
}

/** The last own undo that was not done again; none once something new was done after it. */
export function findRedoTarget(store: ReadStore, window: Window): UndoTarget | undefined {
  return withPlainLabel(store.get(lastRedoable, window));
}

/** @returns id of the operation that the open line may complete; null where something lies between */
export function completedBy(store: ReadStore, line: OperationRow, operationUid: string): number | null {
  const earlier = store.get(operationByUid, { uid: operationUid });
  if (earlier === undefined || earlier.continues_id !== null) return null;
  const last = findUndoTarget(store, { userUid: line.user_uid, windowUid: line.window_uid });
  const isSameKind =
    earlier.name === line.name && earlier.undo === 'reversible' && line.undo === 'reversible';
  return isSameKind && last?.id === earlier.id ? earlier.id : null;
}

function withPlainLabel(target: UndoTarget | undefined): UndoTarget | undefined {
  return target && { ...target, label: plainLabel(target.label) };
}

export function plainLabel(label: string): string {
  return label.replace(/^(?:撤销|重做)：/, '');
}
