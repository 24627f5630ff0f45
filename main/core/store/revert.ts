/**
 * Takes the row changes of one operation back, column by column.
 * Flow: its row changes in reverse order; each is checked against the row as it is now, then inverted; at the end
 * every touched row must still find the rows it refers to.
 * Invariants: a column that the operation did not change keeps its present value; a column that it changed must
 * still hold what the operation wrote, otherwise all is stopped and the later operations are named. A change that
 * was itself taken back in between therefore does not count.
 */
import {
  type ChangeRow,
  changesBetween,
  changesOfRow,
  type OperationRow,
  operationById,
  reversalOf,
} from './log-queries.ts';
import { parseImage, type RowImage } from './chain.ts';
import { isConstraintError } from './database.ts';
import { type LaterOperation, UndoConflict } from './errors.ts';
import { formatInstant } from './format-instant.ts';
import type { StatementCache } from './read-store.ts';
import { findRows, listReferences } from './references.ts';
import { RowWriter } from './row-writer.ts';
import { madeOf } from './tables.ts';

interface RowKey {
  readonly table: string;
  readonly id: number;
}

/** Runs inside a transaction. @throws UndoConflict; the caller rolls back */
export function revertOperation(cache: StatementCache, operation: OperationRow): void {
  const reversal = createReversal(cache, operation);
  const { change_start: start, change_count: count } = operation;
  // Parents may come back after their children: references are checked at the end.
  cache.database.pragma('defer_foreign_keys = ON');
  try {
    for (const change of cache.all(changesBetween, { start, end: start + count }).toReversed())
      reversal.invert(change);
    reversal.requireTargets();
  } catch (error) {
    if (!isConstraintError(error)) throw error;
    throw new UndoConflict(
      `“${operation.label}”不能直接撤销：撤销后会与现在的内容重复或不符。请手工修改。`,
      [],
    );
  }
}

function createReversal(cache: StatementCache, operation: OperationRow) {
  const writer = new RowWriter(cache);
  const references = listReferences(cache.database);
  const restored = new Map<string, RowKey>();

  function current(key: RowKey): RowImage | undefined {
    return cache.prepare<RowImage>(`SELECT * FROM "${key.table}" WHERE id = ?`).get(key.id);
  }

  function stop(rows: readonly RowKey[], columns: readonly string[] | null): never {
    throw conflict(
      operation,
      rows.flatMap((key) => laterOperations(cache, operation, key, columns)),
    );
  }

  /** The row must be the same one and hold what the operation wrote into the given columns. */
  function requireUntouched(key: RowKey, written: RowImage, columns: readonly string[]): void {
    const now = current(key);
    if (now === undefined || now.uid !== written.uid) return stop([key], null);
    const changed = columns.filter((name) => now[name] !== written[name]);
    if (changed.length > 0) stop([key], changed);
  }

  function invertInsert(key: RowKey, after: RowImage): void {
    requireUntouched(key, after, Object.keys(after));
    const referring = references
      .filter(({ target, table, columns }) => target === key.table && madeOf[table] !== columns[0])
      .flatMap(({ table, columns, targetColumns }) => {
        const values = Object.fromEntries(
          columns.map((name, index) => [name, after[targetColumns[index] ?? ''] ?? null]),
        );
        return findRows(cache, table, columns, values).map((id) => ({ table, id }));
      })
      .filter((row) => row.table !== key.table || row.id !== key.id);
    if (referring.length > 0) stop(referring, null);
    writer.remove(key.table, key.id);
    restored.delete(`${key.table}/${key.id}`);
  }

  function invertUpdate(key: RowKey, before: RowImage, after: RowImage): void {
    const changed = Object.keys(after).filter((name) => before[name] !== after[name]);
    requireUntouched(key, after, changed);
    writer.update(key.table, key.id, Object.fromEntries(changed.map((name) => [name, before[name] ?? null])));
    restored.set(`${key.table}/${key.id}`, key);
  }

  function invertDelete(key: RowKey, before: RowImage): void {
    if (current(key) !== undefined) stop([key], null);
    writer.insert(key.table, before);
    restored.set(`${key.table}/${key.id}`, key);
  }

  return {
    invert(change: ChangeRow): void {
      const key = { table: change.table_name, id: change.row_id };
      const before = parseImage(change.before);
      const after = parseImage(change.after);
      if (change.kind === 'insert') invertInsert(key, after);
      else if (change.kind === 'update') invertUpdate(key, before, after);
      else invertDelete(key, before);
    },
    /** What came back may refer to a row that somebody has deleted since. */
    requireTargets(): void {
      for (const key of restored.values()) {
        const row = current(key) ?? {};
        for (const { table, columns, target, targetColumns } of references) {
          if (table !== key.table || columns.some((name) => row[name] === null)) continue;
          const values = Object.fromEntries(
            targetColumns.map((name, index) => [name, row[columns[index] ?? ''] ?? null]),
          );
          if (findRows(cache, target, targetColumns, values).length > 0) continue;
          stop(typeof values.id === 'number' ? [{ table: target, id: values.id }] : [], null);
        }
      }
    },
  };
}

/** The later operations that changed the row (in one of the columns) and still hold. */
function laterOperations(
  cache: StatementCache,
  operation: OperationRow,
  key: RowKey,
  columns: readonly string[] | null,
): LaterOperation[] {
  const changes = cache
    .all(changesOfRow, { table: key.table, rowId: key.id, after: operation.id })
    .filter((change) => {
      if (columns === null || change.kind !== 'update') return true;
      const [before, after] = [parseImage(change.before), parseImage(change.after)];
      return columns.some((name) => before[name] !== after[name]);
    });
  return [...new Set(changes.map((change) => change.operation_id))]
    .map((id) => cache.get(operationById, { id }))
    .filter((row) => row !== undefined)
    .filter((row) => stillHolds(cache, operation, row))
    .map((row) => ({ uid: row.uid, label: row.label, userName: row.user_name, at: row.at }));
}

/** An operation and the one that took it back cancel out. */
function stillHolds(cache: StatementCache, undone: OperationRow, later: OperationRow): boolean {
  const cancelsLater = later.undoes_id !== null && later.undoes_id > undone.id;
  return !cancelsLater && cache.get(reversalOf, { id: later.id }) === undefined;
}

/** As many as a clerk can read in one message. */
const namedOperations = 5;

function conflict(operation: OperationRow, found: readonly LaterOperation[]): UndoConflict {
  const later = [...new Map(found.map((each) => [each.uid, each])).values()];
  const named = later
    .slice(0, namedOperations)
    .map((each) => `${each.userName} ${formatInstant(each.at)} “${each.label}”`)
    .join('；');
  const more = later.length > namedOperations ? `等 ${later.length} 次操作` : '';
  const reason = `“${operation.label}”不能直接撤销，因为相关内容后来又有改动${named ? `：${named}${more}` : ''}。请先核对这些改动。`;
  return new UndoConflict(reason, later);
}
