import type { history as contract } from '#shared/contract/history.ts';
import { addDays } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { RowImage } from '#main/core/store/chain.ts';
import {
  anyOperation,
  cellHistory,
  countOperations,
  listOperations,
  operationChanges,
} from '#main/core/store/history.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { findRedoTarget, findUndoTarget } from '#main/core/store/undo-target.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';

/** Whether what a row holds or held is kept from the log's pages; `image`: all its columns. */
export type RowScreen = (db: ReadStore, table: string, image: RowImage) => boolean;

/**
 * The log as the clerk reads it: who did what when, and what it changed.
 * @param screen what other features keep secret
 */
export const historyWith = (screen: RowScreen): Handlers<typeof contract> => ({
  list({ text, userName, from, to, before, limit }, { db }) {
    const filter = {
      userName,
      operationName: null,
      from: from === null ? null : startOfDay(from),
      to: to === null ? null : startOfDay(addDays(to, 1)),
      text: text === '' ? null : text,
      table: null,
      rowId: null,
    };
    const records = listOperations(db, filter, { before, limit }).map(
      ({ uid, number, name, label, at, user_name, summary, outcome, undo, undone, change_count }) => ({
        uid,
        number,
        name,
        label,
        at,
        userName: user_name,
        summary,
        outcome,
        undo,
        undone: undone === 1,
        changeCount: change_count,
      }),
    );
    return { records, total: countOperations(db, filter) };
  },

  changes({ uid }, { db }) {
    const rows = operationChanges(db, uid);
    if (rows === undefined) throw new AppError('notFound', { what: '这次操作' });
    return rows.map(({ table, rowUid, kind, image, columns }) => {
      const isHidden = screen(db, table, image);
      return { table, rowUid, action: kind, isHidden, columns: isHidden ? [] : [...columns] };
    });
  },

  ofCell: ({ table, rowUid, column }, { db }) =>
    cellHistory(db, table, rowUid, column)
      .filter(({ row }) => !screen(db, table, row))
      .map(({ at, userName, label, before, after }) => ({ at, userName, label, before, after })),

  state(_input, { db, caller }) {
    const undo = findUndoTarget(db, caller);
    const redo = findRedoTarget(db, caller);
    return { undo: undo?.label ?? null, redo: redo?.label ?? null };
  },

  verify(_input, { db }) {
    const problems = verifyChain(db);
    const operations = listOperations(db, anyOperation, { before: null, limit: 1 })[0]?.number ?? 0;
    return { intact: problems.length === 0, operations, problem: problems[0] ?? null };
  },
});

/** Local midnight, as the clerk means a day. */
function startOfDay(day: string): number {
  return new Date(`${day}T00:00:00`).getTime();
}
