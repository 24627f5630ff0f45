import { columnName } from '#shared/workbook.ts';
import { type SheetLayout, shownLimits } from '#shared/rules/foreign-forms/layout.ts';
import type { SheetColumn, SheetRow } from '#renderer/ui/sheet-grid/types.ts';

/** Room behind what a form holds: it may be filled there as well. */
const SPARE_ROWS = 6;
const SPARE_COLUMNS = 2;
const LEAST = 44;
const MOST = 200;
const PER_CHARACTER = 14;
const PADDING = 14;

export interface FormRow extends SheetRow {
  readonly row: number;
}
export interface FormColumn extends SheetColumn {
  readonly column: number;
}

export function rowsOf(sheet: SheetLayout): FormRow[] {
  return Array.from({ length: sheet.rows + SPARE_ROWS }, (_, index) => ({
    key: String(index + 1),
    row: index + 1,
  }));
}

/** What a column shows beside what the form holds. */
export interface MarkedText {
  column: number;
  text: string;
}

/** As wide as what stands in it, within bounds; joined cells show theirs in the first. */
export function columnsOf(sheet: SheetLayout, marked: readonly MarkedText[]): FormColumn[] {
  const joined = new Set(
    sheet.merges.filter(({ left, right }) => left !== right).map(({ top, left }) => placeKey(top, left)),
  );
  const widths = new Map<number, number>();
  const own = sheet.cells.filter(({ row, column }) => !joined.has(placeKey(row, column)));
  for (const { column, text } of [...own, ...marked]) {
    const length = Math.max(...text.split('\n').map(lengthOf));
    widths.set(column, Math.max(widths.get(column) ?? 0, length));
  }
  return Array.from({ length: sheet.columns + SPARE_COLUMNS }, (_, index) => ({
    key: String(index + 1),
    column: index + 1,
    title: columnName(index + 1),
    width: Math.min(MOST, Math.max(LEAST + 40, (widths.get(index + 1) ?? 0) * PER_CHARACTER + PADDING)),
  }));
}

/** In Chinese characters. */
function lengthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u00FF' ? 1 : 0.6), 0);
}

export function placeKey(row: number, column: number): string {
  return `${row} ${column}`;
}

export const cutWords = `这张表很大，这里只显示前 ${shownLimits.rows} 行、前 ${shownLimits.columns} 列，后面的内容原样保留。`;
