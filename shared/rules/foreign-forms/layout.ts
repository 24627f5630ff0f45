import { type CellRange, lookUpSheet, type SheetData, type SheetLookup } from '../../workbook.ts';

/** A form as a page shows it and as a pointing is held against it. */
export interface FormLayout {
  sheets: SheetLayout[];
  warnings: string[];
  contains: { macros: boolean; externalLinks: boolean; embeddedObjects: boolean };
}

export type SheetLayout = Pick<SheetData, 'name' | 'state' | 'rows' | 'columns' | 'cells' | 'merges'> & {
  /** Rows and columns beyond these are not shown; none can be pointed at there. */
  isCut: boolean;
};

export const shownLimits = { rows: 400, columns: 80 } as const;

export function layoutOf(sheet: SheetData): SheetLayout {
  const { name, state, rows, columns, cells, merges } = sheet;
  const isWithin = ({ row, column }: { row: number; column: number }) =>
    row <= shownLimits.rows && column <= shownLimits.columns;
  return {
    name,
    state,
    rows: Math.min(rows, shownLimits.rows),
    columns: Math.min(columns, shownLimits.columns),
    cells: cells.filter(isWithin),
    merges: merges.filter(({ top, left }) => isWithin({ row: top, column: left })),
    isCut: rows > shownLimits.rows || columns > shownLimits.columns,
  };
}

export function lookUpLayout(sheet: SheetLayout): SheetLookup {
  return lookUpSheet({ ...sheet, hiddenRows: [], hiddenColumns: [] });
}

/** What a place is about: the text before it in its row, else the one above it. */
export function cellHeading(look: SheetLookup, row: number, column: number): string {
  for (let left = startOf(look.mergeAt(row, column), column) - 1; left >= 1; left -= 1) {
    const text = plainText(look.mergedCellAt(row, left)?.text);
    if (text !== '') return text;
  }
  return columnHeading(look, row, column);
}

function startOf(merge: CellRange | undefined, column: number): number {
  return merge?.left ?? column;
}

/**
 * The heads above a column of repeated rows, the outermost first: 考核得分／总分／核定分. Above the nearest one only
 * heads over several columns count; what begins at the edge is the title, which may change each time.
 */
export function columnHeading(look: SheetLookup, top: number, column: number): string {
  const heads: string[] = [];
  for (let row = top - 1; row >= 1; row -= 1) {
    const merge = look.mergeAt(row, column);
    const text = plainText(look.mergedCellAt(row, column)?.text);
    const isOver = merge !== undefined && merge.left > 1 && merge.right > merge.left;
    if (heads.length > 0 && (text === '' || !isOver)) break;
    if (text === '') continue;
    heads.unshift(text);
    if (merge !== undefined) row = merge.top;
  }
  return heads.join('／');
}

/** The first text of a row. */
export function rowHeading(look: SheetLookup, row: number): string {
  return plainText(look.cellsOfRow(row).find(({ text }) => text.trim() !== '')?.text);
}

/** Spaces and ends of lines are layout. */
function plainText(text = ''): string {
  return text.replaceAll(/\s+/gu, '').slice(0, LONGEST_HEADING);
}

const LONGEST_HEADING = 60;
