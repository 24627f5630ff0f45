import type { history as contract } from '#shared/contract/history.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { chainStart, type RowImage } from '#main/core/store/chain.ts';
import {
  anyOperation,
  cellHistory,
  countOperations,
  listOperations,
  operationChanges,
} from '#main/core/store/history.ts';
import { lastOperation } from '#main/core/store/log-queries.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { findRedoTarget, findUndoTarget } from '#main/core/store/undo-target.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';
import { storeFilter } from './filter.ts';
import { hidingFrom } from './hidden-rows.ts';
import { namesOf } from './row-names.ts';
import { shownReason, shownSummary } from './shown-summary.ts';

/** Whether what a row holds or held is kept from the log's pages; `image`: all its columns. */
export type RowScreen = (db: ReadStore, table: string, image: RowImage) => boolean;

/**
 * The log as the clerk reads it: who did what when, and what it changed.
 * @param screen what other features keep secret
 */
export const historyWith = (screen: RowScreen): Handlers<typeof contract> => ({
  list({ before, limit, ...asked }, { db, caller }) {
    const filter = storeFilter(asked, caller.roles);
    const records = listOperations(db, filter, { before, limit }).map(
      ({ uid, number, name, label, at, host, outcome, undo, ...line }) => ({
        uid,
        number,
        name,
        label,
        at,
        userName: line.user_name,
        host,
        summary: shownSummary({ name, summary: line.summary }, caller.roles),
        outcome,
        reason: shownReason({ name, reason: line.reason }, caller.roles),
        undo,
        undone: line.undone === 1,
        changeCount: line.change_count,
      }),
    );
    return { records, total: countOperations(db, filter) };
  },

  changes({ uid }, { db, caller }) {
    const hides = hidingFrom(caller.roles, screen);
    const rows = operationChanges(db, uid);
    if (rows === undefined) throw new AppError('notFound', { what: '这次操作' });
    return rows.map(({ table, rowUid, kind, image, columns }) => {
      const isHidden = hides(db, table, image);
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

  head(_input, { db }) {
    const last = db.get(lastOperation);
    return { number: last?.id ?? 0, hash: last?.hash ?? chainStart, at: last?.at ?? 0 };
  },

  verify(_input, { db }) {
    const problems = verifyChain(db);
    const operations = listOperations(db, anyOperation, { before: null, limit: 1 })[0]?.number ?? 0;
    return { intact: problems.length === 0, operations, problem: problems[0] ?? null };
  },
});

/** Handlers that only the core itself calls; they are not in the contract. */
export const historyForCoreWith = (screen: RowScreen) => ({
  namesOf: ({ uids }: { uids: string[] }, { db }: ReadContext): [string, string][] =>
    namesOf(db, uids, screen),
});
