import type { SheetCellView, SheetChange, SheetEditLoss } from '../types.ts';
import type { Cell, Range } from './range.ts';
import { cellsOf } from './range.ts';

/** A text meant for a cell. */
export interface CellWrite extends Cell {
  readonly text: string;
}

export interface SheetContent {
  readonly rows: readonly { readonly key: string }[];
  readonly columns: readonly { readonly key: string }[];
  readonly viewAt: (row: number, column: number) => SheetCellView;
}

/** The text that editing and copying a cell start from. */
export function editTextOf(view: SheetCellView): string {
  return view.editText ?? view.text;
}

export function writeEverywhere(range: Range, text: string): CellWrite[] {
  return cellsOf(range).map((cell) => ({ ...cell, text }));
}

/** Leaves out what would not change anything and counts what must not be written. */
export function settleWrites(
  writes: readonly CellWrite[],
  content: SheetContent,
  beyondEdge: number,
): { changes: SheetChange[]; loss: SheetEditLoss } {
  const changes: SheetChange[] = [];
  let readOnly = 0;
  for (const { row, column, text } of writes) {
    const rowKey = content.rows[row]?.key;
    const columnKey = content.columns[column]?.key;
    if (rowKey === undefined || columnKey === undefined) continue;
    const view = content.viewAt(row, column);
    if (editTextOf(view) === text) continue;
    if (view.tone === 'readonly') readOnly += 1;
    else changes.push({ rowKey, columnKey, text });
  }
  return { changes, loss: { beyondEdge, readOnly } };
}
