import type { Bounds, Cell, Range } from './range.ts';
import { clampCell, rangeBetween, sameCell } from './range.ts';

/** A block with two corners and, somewhere in it, the active cell that typing goes to. */
export interface Selection {
  readonly anchor: Cell;
  /** The corner that Shift moves. */
  readonly head: Cell;
  readonly active: Cell;
}

export function selectCell(cell: Cell): Selection {
  return { anchor: cell, head: cell, active: cell };
}

export function selectBlock(from: Cell, to: Cell): Selection {
  return { anchor: from, head: to, active: from };
}

/** As in Excel the block is stretched from the active cell, wherever Tab had brought it. */
export function extendTo(selection: Selection, head: Cell): Selection {
  return { anchor: selection.active, head, active: selection.active };
}

export function selectRows(from: number, to: number, bounds: Bounds): Selection {
  return selectBlock({ row: from, column: 0 }, { row: to, column: bounds.columns - 1 });
}

export function selectColumns(from: number, to: number, bounds: Bounds): Selection {
  return selectBlock({ row: 0, column: from }, { row: bounds.rows - 1, column: to });
}

/** Everything, while the active cell stays where it is. */
export function selectAll(selection: Selection, bounds: Bounds): Selection {
  return { ...selectRows(0, bounds.rows - 1, bounds), active: selection.active };
}

export function selectedRange(selection: Selection): Range {
  return rangeBetween(selection.anchor, selection.head);
}

export function isSingleCell(selection: Selection): boolean {
  return sameCell(selection.anchor, selection.head);
}

interface Keys {
  readonly rows: readonly { readonly key: string }[];
  readonly columns: readonly { readonly key: string }[];
}

function newIndex(index: number, before: Keys['rows'], after: Keys['rows']): number {
  const key = before[index]?.key;
  if (key === undefined || after[index]?.key === key) return index;
  const found = after.findIndex((item) => item.key === key);
  return found < 0 ? index : found;
}

/** The selection after rows or columns came, went or changed places: the active cell follows its keys. */
export function followKeys(selection: Selection, before: Keys, after: Keys): Selection {
  const bounds = { rows: after.rows.length, columns: after.columns.length };
  const moved = {
    row: newIndex(selection.active.row, before.rows, after.rows),
    column: newIndex(selection.active.column, before.columns, after.columns),
  };
  const active = clampCell(moved, bounds);
  if (!sameCell(active, selection.active)) return selectCell(active);
  return { anchor: clampCell(selection.anchor, bounds), head: clampCell(selection.head, bounds), active };
}
