import type { Bounds, Cell, Range } from './range.ts';
import { rangeSize } from './range.ts';
import type { Selection } from './selection.ts';
import { isSingleCell, selectCell, selectedRange } from './selection.ts';

/** Tab walks along the row, Enter along the column; Shift walks back. */
export interface Walk {
  readonly along: 'row' | 'column';
  readonly back: boolean;
}

interface Walked {
  readonly selection: Selection;
  /** Column in which the current run of Tabs began: the next Enter returns to it. */
  readonly runStart: number | null;
}

function walkInRange(active: Cell, range: Range, { along, back }: Walk): Cell {
  const { rows, columns } = rangeSize(range);
  const row = active.row - range.top;
  const column = active.column - range.left;
  const count = rows * columns;
  const index = along === 'row' ? row * columns + column : column * rows + row;
  const next = (index + (back ? -1 : 1) + count) % count;
  return along === 'row'
    ? { row: range.top + Math.floor(next / columns), column: range.left + (next % columns) }
    : { row: range.top + (next % rows), column: range.left + Math.floor(next / rows) };
}

function walkTab(cell: Cell, back: boolean, bounds: Bounds, runStart: number | null): Walked | null {
  const column = cell.column + (back ? -1 : 1);
  if (column >= 0 && column < bounds.columns) {
    return { selection: selectCell({ row: cell.row, column }), runStart: runStart ?? cell.column };
  }
  const row = cell.row + (back ? -1 : 1);
  if (row < 0 || row >= bounds.rows) return null;
  // The row is full: the run goes on in the next one, as from its first column.
  return { selection: selectCell({ row, column: back ? bounds.columns - 1 : 0 }), runStart: 0 };
}

/** The selection after Tab or Enter; null when Tab leaves the sheet at its first or last cell. */
export function walk(
  selection: Selection,
  way: Walk,
  bounds: Bounds,
  runStart: number | null,
): Walked | null {
  if (!isSingleCell(selection)) {
    const active = walkInRange(selection.active, selectedRange(selection), way);
    return { selection: { ...selection, active }, runStart: null };
  }
  if (way.along === 'row') return walkTab(selection.active, way.back, bounds, runStart);
  const row = selection.active.row + (way.back ? -1 : 1);
  if (row < 0 || row >= bounds.rows) return { selection, runStart };
  return { selection: selectCell({ row, column: runStart ?? selection.active.column }), runStart: null };
}
