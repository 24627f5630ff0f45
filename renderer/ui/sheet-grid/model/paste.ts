import { type PasteColumns, targetColumns } from './paste-columns.ts';
import type { Bounds, Range } from './range.ts';
import { rangeSize } from './range.ts';
import type { Block } from './tsv.ts';
import type { CellWrite } from './writes.ts';

interface PastePlan {
  readonly writes: readonly CellWrite[];
  /** What is selected afterwards. */
  readonly range: Range;
  readonly beyondEdge: number;
}

interface PasteGround extends Partial<Omit<PasteColumns, 'count'>> {
  readonly bounds: Bounds;
  /** Copied from a sheet like this one, with all its columns. */
  readonly isOwnCopy?: boolean;
}

/** A selection of one row (column) takes the block as it is, a multiple of its height (width) repeats it. */
function repeats(selected: number, block: number): number | null {
  if (selected === 1) return 1;
  return selected % block === 0 ? selected / block : null;
}

/** Lays a block on the sheet from the selection's upper left corner; a missing cell of a short row is left alone. */
export function planPaste(
  block: Block,
  selected: Range,
  { bounds, isDerived = () => false, isOwnCopy = false }: PasteGround,
): PastePlan {
  const targets = targetColumns(block, selected.left, { count: bounds.columns, isDerived }, isOwnCopy);
  const height = block.length;
  const width = Math.max(1, ...block.map((row) => row.length));
  const size = rangeSize(selected);
  const down = repeats(size.rows, height);
  const across = repeats(targets.filter((column) => column <= selected.right).length, width);
  const isRepeated = down !== null && across !== null;
  const rows = isRepeated ? down * height : height;
  const columns = isRepeated ? across * width : width;
  const writes: CellWrite[] = [];
  let beyondEdge = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const text = block[row % height]?.[column % width];
      if (text === undefined) continue;
      const target = { row: selected.top + row, column: targets[column] ?? bounds.columns, text };
      if (target.row < bounds.rows && target.column < bounds.columns) writes.push(target);
      else beyondEdge += 1;
    }
  }
  const range = {
    top: selected.top,
    left: selected.left,
    bottom: Math.min(bounds.rows - 1, selected.top + rows - 1),
    right: targets[columns - 1] ?? bounds.columns - 1,
  };
  return { writes, range, beyondEdge };
}
