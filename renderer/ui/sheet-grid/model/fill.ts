import type { Cell, Range } from './range.ts';
import { cellsOf, rangeContains, rangeSize } from './range.ts';
import type { CellWrite } from './writes.ts';

type TextAt = (cell: Cell) => string;

function wrap(value: number, count: number): number {
  return ((value % count) + count) % count;
}

/** Repeats the source over the rest of the target, in phase with the source in every direction. */
export function fillFrom(source: Range, target: Range, textAt: TextAt): CellWrite[] {
  const size = rangeSize(source);
  return cellsOf(target)
    .filter((cell) => !rangeContains(source, cell))
    .map((cell) => ({
      ...cell,
      text: textAt({
        row: source.top + wrap(cell.row - source.top, size.rows),
        column: source.left + wrap(cell.column - source.left, size.columns),
      }),
    }));
}

/** Ctrl+D: the first row over the others; a single row takes the one above it. */
export function fillDown(range: Range, textAt: TextAt): CellWrite[] {
  const from = range.top === range.bottom ? range.top - 1 : range.top;
  if (from < 0) return [];
  return fillFrom({ ...range, top: from, bottom: from }, { ...range, top: from }, textAt);
}

/** Ctrl+R: the first column over the others; a single column takes the one to its left. */
export function fillRight(range: Range, textAt: TextAt): CellWrite[] {
  const from = range.left === range.right ? range.left - 1 : range.left;
  if (from < 0) return [];
  return fillFrom({ ...range, left: from, right: from }, { ...range, left: from }, textAt);
}

/** What dragging the fill handle to a cell covers: the source stretched along the longer way, one way only. */
export function stretchTo(source: Range, cell: Cell): Range {
  const down = Math.max(cell.row - source.bottom, source.top - cell.row, 0);
  const across = Math.max(cell.column - source.right, source.left - cell.column, 0);
  if (down >= across) {
    return { ...source, top: Math.min(source.top, cell.row), bottom: Math.max(source.bottom, cell.row) };
  }
  return { ...source, left: Math.min(source.left, cell.column), right: Math.max(source.right, cell.column) };
}
