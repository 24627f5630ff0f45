import type { Bounds, Cell } from './range.ts';
import { clampCell } from './range.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export type Motion =
  | { readonly by: 'step' | 'jump'; readonly direction: Direction }
  | { readonly by: 'page'; readonly direction: 'up' | 'down' }
  | { readonly by: 'edge'; readonly edge: 'row-start' | 'row-end' | 'sheet-start' | 'sheet-end' };

export interface MotionContext {
  readonly bounds: Bounds;
  /** Rows that Page Up and Page Down move by. */
  readonly pageRows: number;
  readonly isFilled: (cell: Cell) => boolean;
}

const STEPS: Record<Direction, Cell> = {
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
};

function step(cell: Cell, direction: Direction): Cell {
  const { row, column } = STEPS[direction];
  return { row: cell.row + row, column: cell.column + column };
}

function isInside(cell: Cell, bounds: Bounds): boolean {
  return cell.row >= 0 && cell.column >= 0 && cell.row < bounds.rows && cell.column < bounds.columns;
}

/** Ctrl+arrow as in Excel: to the end of the filled run, or over the gap to the next filled cell or the edge. */
function jump(from: Cell, direction: Direction, { bounds, isFilled }: MotionContext): Cell {
  const first = step(from, direction);
  if (!isInside(first, bounds)) return from;
  const stopsBeforeGap = isFilled(from) && isFilled(first);
  let cell = first;
  for (;;) {
    if (!stopsBeforeGap && isFilled(cell)) return cell;
    const next = step(cell, direction);
    if (!isInside(next, bounds) || (stopsBeforeGap && !isFilled(next))) return cell;
    cell = next;
  }
}

function edgeOf(
  cell: Cell,
  edge: 'row-start' | 'row-end' | 'sheet-start' | 'sheet-end',
  { bounds, isFilled }: MotionContext,
): Cell {
  switch (edge) {
    case 'row-start':
      return { row: cell.row, column: 0 };
    case 'row-end':
      return { row: cell.row, column: bounds.columns - 1 };
    case 'sheet-start':
      return { row: 0, column: 0 };
    default:
      return { row: lastFilledRow(bounds, isFilled), column: bounds.columns - 1 };
  }
}

/** As in Excel, empty lines kept ready below do not count; in a sheet without any text it is the last line. */
function lastFilledRow({ rows, columns }: Bounds, isFilled: MotionContext['isFilled']): number {
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = 0; column < columns; column += 1) if (isFilled({ row, column })) return row;
  return rows - 1;
}

/** Where a motion leads from a cell; at the sheet's edge it stays. */
export function moveCell(cell: Cell, motion: Motion, context: MotionContext): Cell {
  switch (motion.by) {
    case 'step':
      return clampCell(step(cell, motion.direction), context.bounds);
    case 'jump':
      return jump(cell, motion.direction, context);
    case 'page': {
      const rows = motion.direction === 'up' ? -context.pageRows : context.pageRows;
      return clampCell({ row: cell.row + rows, column: cell.column }, context.bounds);
    }
    default:
      return edgeOf(cell, motion.edge, context);
  }
}
