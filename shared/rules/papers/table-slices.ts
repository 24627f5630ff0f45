import type { PaperCell, PaperTable } from './model.ts';

interface PlacedCell {
  cell: PaperCell;
  row: number;
  column: number;
}

/** Where each cell lies, with the places that merged cells cover left out. */
function placeCells(rows: PaperTable['rows']): PlacedCell[] {
  const coveredUntil: number[] = [];
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while ((coveredUntil[column] ?? 0) > row) column += 1;
      const placed = { cell, row, column };
      for (let covered = 0; covered < cell.across; covered += 1)
        coveredUntil[column + covered] = row + cell.down;
      column += cell.across;
      return placed;
    });
  });
}

/**
 * Rows `from` to before `to` as a table of their own: a merged cell that reaches beyond is shortened, one that began
 * above stands again at the top.
 */
export function sliceRows(rows: PaperTable['rows'], from: number, to: number): PaperTable['rows'] {
  const slice: PlacedCell[][] = Array.from({ length: to - from }, () => []);
  for (const { cell, row, column } of placeCells(rows)) {
    const start = Math.max(row, from);
    const end = Math.min(row + cell.down, to);
    if (start >= end) continue;
    slice[start - from]?.push({ cell: { ...cell, down: end - start }, row: start, column });
  }
  return slice.map((cells) => cells.toSorted((a, b) => a.column - b.column).map(({ cell }) => cell));
}

/**
 * Stretches of rows, the head's left out, that belong together: [first, behind the last]. Merged cells hold rows
 * together, and a line of headings within the table stays with the row below it.
 */
export function rowGroups({ rows, headRows, columns }: PaperTable): [number, number][] {
  const groups: [number, number][] = [];
  const placed = placeCells(rows);
  let start = headRows;
  let reaches = start;
  const lowest = new Map<number, number>();
  for (const { row, cell } of placed) {
    const isHeading = cell.bold === true && columns.length > 1 && cell.across === columns.length;
    lowest.set(row, Math.max(lowest.get(row) ?? 0, row + cell.down + (isHeading ? 1 : 0)));
  }
  for (let row = headRows; row < rows.length; row += 1) {
    reaches = Math.max(reaches, row + 1, Math.min(lowest.get(row) ?? 0, rows.length));
    if (reaches > row + 1) continue;
    groups.push([start, row + 1]);
    start = row + 1;
  }
  return groups;
}
