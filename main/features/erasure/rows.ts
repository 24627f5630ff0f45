import { AppError } from '#shared/errors.ts';
import { ERASED, valueWithoutTerms, withoutTerms } from '#shared/rules/erasure/terms.ts';
import { tableNames } from '#shared/rules/history/table-names.ts';
import type { RowImage } from '#main/core/store/chain.ts';
import { isConstraintError } from '#main/core/store/database.ts';
import type { RowKey } from '#main/core/store/erase-from-log.ts';
import type { Query } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { loggedTables, type TableName } from '#main/core/store/tables.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';

/** Users stay named: who did what is what the log is for. */
const keptTables: ReadonlySet<string> = new Set(['app_user', 'erasure', 'erased_record', 'log_clearing']);

export function isErasable(table: string): table is TableName {
  return loggedTables.some((name) => name === table) && !keptTables.has(table);
}

export function currentRow(db: ReadStore, { table, rowId }: RowKey): RowImage | undefined {
  const query: Query<RowImage, { rowId: number }> = {
    name: 'erasure.row',
    sql: `SELECT * FROM "${table}" WHERE id = @rowId`,
    columns: {},
  };
  return db.get(query, { rowId });
}

/** Takes the words out of a row as it is now; one that was deleted has nothing left to change. @throws AppError refused */
export function eraseFromRow(db: WriteStore, key: RowKey, pattern: RegExp): void {
  const { table, rowId } = key;
  if (!isErasable(table)) throw new AppError('badInput', { detail: '这类内容不能清除' });
  const row = currentRow(db, key);
  if (row === undefined) return;
  const left = Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) => {
      if (typeof value !== 'string' || column === 'uid') return [];
      const rest = textWithout(value, pattern);
      return rest === value ? [] : [[column, rest] as const];
    }),
  );
  if (Object.keys(left).length === 0) return;
  // Initials of the words, which a table may keep for its search, tell who it was.
  const patch = typeof row['initials'] === 'string' ? { ...left, initials: '' } : left;
  if (!tries(rowId).some((mark) => isTaken(db, table, rowId, marked(patch, mark))))
    throw new AppError('refused', {
      reason: `“${tableNames[table] ?? table}”里有一行已定稿、已印发或格式固定，不能改。请不勾选它再清除，或先按程序重新打开。`,
    });
}

/** What may stand in the place of a whole text: names must differ, numbers may have a form of their own. */
function tries(rowId: number): readonly (string | null)[] {
  return [ERASED, `〔已清除${rowId}〕`, '', null];
}

function marked(patch: Readonly<Record<string, string>>, mark: string | null) {
  return Object.fromEntries(
    Object.entries(patch).map(([column, text]) => [column, text === ERASED ? mark : text]),
  );
}

function isTaken(
  db: WriteStore,
  table: TableName,
  rowId: number,
  patch: Record<string, string | null>,
): boolean {
  try {
    db.update(table, rowId, patch);
    return true;
  } catch (error) {
    if (isConstraintError(error)) return false;
    throw error;
  }
}

/** A text that is JSON stays JSON. */
function textWithout(text: string, pattern: RegExp): string {
  if (!/^[[{]/u.test(text)) return withoutTerms(text, pattern);
  try {
    const value: unknown = JSON.parse(text);
    const left = JSON.stringify(valueWithoutTerms(value, pattern));
    return left === JSON.stringify(value) ? text : left;
  } catch {
    return withoutTerms(text, pattern);
  }
}
