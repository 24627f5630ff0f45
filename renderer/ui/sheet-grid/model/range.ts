/** A cell by zero-based indices among the rows and the scrolling columns. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Number of rows and columns of the sheet. */
export interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

/** A block of cells, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function clamp(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

export function clampCell(cell: Cell, bounds: Bounds): Cell {
  return { row: clamp(cell.row, bounds.rows), column: clamp(cell.column, bounds.columns) };
}

export function sameCell(one: Cell, other: Cell): boolean {
  return one.row === other.row && one.column === other.column;
}

export function rangeBetween(one: Cell, other: Cell): Range {
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}

export function rangeSize(range: Range): Bounds {
  return { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 };
}

export function rangeContains(range: Range, cell: Cell): boolean {
  return (
    cell.row >= range.top &&
    cell.row <= range.bottom &&
    cell.column >= range.left &&
    cell.column <= range.right
  );
}

/** The cells of a range, row by row. */
export function cellsOf(range: Range): Cell[] {
  const cells: Cell[] = [];
  for (let row = range.top; row <= range.bottom; row += 1) {
    for (let column = range.left; column <= range.right; column += 1) cells.push({ row, column });
  }
  return cells;
}
