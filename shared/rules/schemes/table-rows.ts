import { type CellData, type CellRange, lookUpSheet, type SheetData } from '../../workbook.ts';
import { type CellPoints, cellPoints } from './cell-points.ts';
import type { SheetHead, TableColumns } from './find-head.ts';

/** A row below the heads, with merged cells seen from each of their rows. */
export interface TableRow {
  row: number;
  /** Cells that begin in this row and hold something. */
  own: CellData[];
  /** The text at a column, also of a cell merged from above; empty where the column is missing. */
  text(column: number | null): string;
  /** The same, only of a cell that begins in this row. */
  ownText(column: number | null): string;
  points(column: number | null): CellPoints;
  /** The rows that the cell at a column covers. */
  span(column: number | null): { top: number; bottom: number };
  /** Whether one cell covers all the table's width, or nearly so. */
  isWide: boolean;
}

const NARROW_COLUMNS = 2;

export function tableRows(sheet: SheetData, head: SheetHead, columns: TableColumns): TableRow[] {
  const look = lookUpSheet(sheet);
  const width = Math.max(...head.columns.map(({ column }) => column));
  const rows: TableRow[] = [];
  for (let row = head.bottom + 1; row <= sheet.rows; row += 1) {
    const own = look.cellsOfRow(row).filter(({ text }) => text.trim() !== '');
    if (own.length === 0) continue;
    const mergeAt = (column: number) => look.mergeAt(row, column);
    const cell = (column: number | null) => (column === null ? undefined : look.mergedCellAt(row, column));
    const [first] = own;
    rows.push({
      row,
      own,
      text: (column) => cell(column)?.text.trim() ?? '',
      ownText: (column) => own.find((one) => one.column === column)?.text.trim() ?? '',
      points: (column) => cellPoints(cell(column)),
      span: (column) => rowsOf(row, column === null ? undefined : mergeAt(column)),
      isWide: first !== undefined && coversTable(mergeAt(first.column), width, columns),
    });
  }
  return rows;
}

function rowsOf(row: number, merge: CellRange | undefined): { top: number; bottom: number } {
  return merge === undefined ? { top: row, bottom: row } : { top: merge.top, bottom: merge.bottom };
}

/** A points column may stand free beside a heading that covers the rest. */
function coversTable(merge: CellRange | undefined, width: number, { points }: TableColumns): boolean {
  if (merge === undefined || merge.left > NARROW_COLUMNS) return false;
  const reach = points === null ? width : Math.min(width, points);
  return merge.right >= Math.max(NARROW_COLUMNS, reach - 1);
}
