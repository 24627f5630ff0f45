import type { LedgerChange } from '#shared/contract/ledgers.ts';
import { cellText } from '#shared/rules/ledgers/cell-text.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { RowImage } from '#main/core/store/chain.ts';
import { rowHistory } from '#main/core/store/history.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type LedgerRecord, tableOf } from './columns.ts';
import { Rows } from './rows.ts';

/** Who did what to one row, the latest first. */
export function historyOf(
  db: ReadStore,
  definition: LedgerDefinition,
  uid: string,
  today: string,
): LedgerChange[] {
  const rows = new Rows(db, definition, today);
  return rowHistory(db, tableOf(definition), uid)
    .map(({ at, userName, label, before, after }) => ({
      at,
      userName,
      label,
      changes: changesBetween(wordsOf(before), wordsOf(after)),
    }))
    .toReversed();

  function wordsOf(image: RowImage): Map<string, string> {
    if (Object.keys(image).length === 0) return new Map();
    // An image of the log has the columns of its table.
    const [row] = rows.shown([image as LedgerRecord]);
    if (row === undefined) return new Map();
    const { county, township, village } = row.place;
    const nameOf = (_column: unknown, pointed: string) => row.names[pointed] ?? '';
    return new Map([
      [PLACE, `${county} ${township} ${village}`.trim()],
      ...definition.columns.map(
        (column) => [column.key, cellText(column, row.values[column.key], nameOf)] as const,
      ),
    ]);
  }

  function changesBetween(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
    if (before.size === 0 || after.size === 0) return [];
    const named = [
      [PLACE, '所在地'] as const,
      ...definition.columns.map(({ key, name }) => [key, name] as const),
    ];
    return named.flatMap(([key, name]) => {
      const [was = '', is = ''] = [before.get(key), after.get(key)];
      return was === is ? [] : [`${name} ${was || '(空)'} → ${is || '(空)'}`];
    });
  }
}
