import type { TableColumns } from './find-head.ts';
import type { TableRow } from './table-rows.ts';

/** What a cell over several rows means for the rows that it covers. */
export interface SharedCells {
  /** Points over all rows of a category are the category's, where those rows have contents of their own. */
  pointsOfCategory(row: TableRow): boolean;
  /** Points from a row above: the row belongs to the item that began there. */
  sharesPoints(row: TableRow, itemRow: number): boolean;
  /** The row's number; a number over several contents is the category's. */
  numberOf(row: TableRow): string;
}

export function createSharedCells(all: readonly TableRow[], columns: TableColumns): SharedCells {
  const starts = all.filter((row) => row.ownText(columns.content) !== '').map(({ row }) => row);

  function contentsIn({ top, bottom }: { top: number; bottom: number }): number {
    if (top === bottom) return 1;
    return starts.filter((row) => row >= top && row <= bottom).length;
  }

  function coversCategory(row: TableRow): boolean {
    const points = row.span(columns.points);
    const category = row.span(columns.categories.at(-1) ?? null);
    return points.bottom > points.top && points.top === category.top && points.bottom === category.bottom;
  }

  return {
    pointsOfCategory: (row) => coversCategory(row) && contentsIn(row.span(columns.points)) > 1,
    sharesPoints(row, itemRow) {
      const { top } = row.span(columns.points);
      return top < row.row && top <= itemRow && !coversCategory(row);
    },
    numberOf: (row) => (contentsIn(row.span(columns.number)) > 1 ? '' : row.ownText(columns.number)),
  };
}
