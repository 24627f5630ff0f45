import type { CellData, CellRange } from '#shared/workbook.ts';

/** Overlapping merges are no valid workbook; the first of them counts. */
export function withoutOverlaps(
  ranges: readonly CellRange[],
  onOverlap: (range: CellRange) => void,
): CellRange[] {
  const kept: CellRange[] = [];
  for (const range of ranges) {
    if (kept.some((other) => overlap(range, other))) onOverlap(range);
    else kept.push(range);
  }
  return kept;
}

function overlap(one: CellRange, other: CellRange): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

/**
 * Of a merge only the top left cell is seen. WPS and copied formats leave values in the covered cells: mostly
 * the same value, which is not lost with them; another value is reported.
 * @param cells by row, then by column
 */
export function withoutCoveredCells(
  cells: readonly CellData[],
  merges: readonly CellRange[],
  onLoss: (cell: CellData) => void,
): CellData[] {
  const waiting = merges.toSorted((one, other) => other.top - one.top);
  // The merge that last claimed each column, with the text that it shows: rows only ever increase.
  const owners = new Map<number, { merge: CellRange; text: string }>();
  const claim = (merge: CellRange) => {
    const owner = { merge, text: '' };
    for (let column = merge.left; column <= merge.right; column += 1) owners.set(column, owner);
  };
  return cells.filter((cell) => {
    for (let next = waiting.at(-1); next !== undefined && next.top <= cell.row; next = waiting.at(-1)) {
      claim(next);
      waiting.pop();
    }
    const owner = owners.get(cell.column);
    if (owner === undefined || owner.merge.bottom < cell.row) return true;
    if (owner.merge.top === cell.row && owner.merge.left === cell.column) {
      owner.text = cell.text;
      return true;
    }
    if (cell.text !== owner.text) onLoss(cell);
    return false;
  });
}
