import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import type { ReturnedRow, ReturnProblem } from '#shared/rules/collections/returns/model.ts';
import { showValue } from '#shared/rules/collections/show-value.ts';

const SHOWN_NAMES = 5;

/**
 * A unit may have left out the rows that it had written itself because its new workbook came without them, or because
 * they are no more: it is told, and what to do with them is decided when the table is merged.
 * @param before the rows of its last table
 * @returns null where none are left out, or only some: those are seen side by side
 */
export function leftOutNote(
  before: readonly ReturnedRow[],
  rows: readonly ReturnedRow[],
  [first]: readonly CollectedColumn[],
): ReturnProblem | null {
  if (first === undefined || rows.some(({ key }) => key === null)) return null;
  // What was merged into a ledger is handed out with the next workbook as a given row.
  const there = new Set(rows.map(({ values }) => values[first.key]));
  const gone = before.filter(({ key, values }) => key === null && !there.has(values[first.key]));
  if (gone.length === 0) return null;
  const names = gone.slice(0, SHOWN_NAMES).map(({ values }) => showValue(first, values[first.key]));
  const more = gone.length > SHOWN_NAMES ? '等' : '';
  const text = `上一张表里自己添的 ${gone.length} 行(${names.join('、')}${more})，这张表里没有了。已经合并的不会自动删去，请问清楚`;
  return { kind: 'note', row: 0, column: '', cell: null, text, guess: null };
}
