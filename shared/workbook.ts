/** What was read from a workbook: plain values that can be sent between processes. */
export interface WorkbookData {
  sheets: SheetData[];
  /** Troubles that did not stop the reading, in Chinese, naming sheet and cell. */
  warnings: string[];
  /** Things in the file that were neither run nor followed. */
  contains: WorkbookContains;
}

export interface WorkbookContains {
  macros: boolean;
  externalLinks: boolean;
  embeddedObjects: boolean;
}

export interface SheetData {
  name: string;
  state: SheetState;
  /** Last row and last column (1-based) that hold a non-empty cell; 0 for an empty sheet. */
  rows: number;
  columns: number;
  /** Non-empty cells, by row, then by column; of a merge only the top left one. */
  cells: CellData[];
  merges: CellRange[];
  /** Hidden rows and columns within the used extent, 1-based, ascending. */
  hiddenRows: number[];
  hiddenColumns: number[];
}

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

/** Inclusive and 1-based. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * One cell. Values by type: text as stored; number and duration (seconds) as number; date as `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM:SS[.mmm]`; time as `HH:MM:SS[.mmm]`; error as Excel's name of it (`#VALUE!`), or
 * `UNREADABLE_VALUE` where the file holds something that is no value.
 */
export type CellData = CellPlace & CellContent;

interface CellPlace {
  /** 1-based. */
  row: number;
  /** 1-based. */
  column: number;
  /** About what the clerk sees in the cell. */
  text: string;
  /** Present for a formula, whose cached result is the value; empty where another cell holds its text. */
  formula?: string;
}

export type CellContent =
  | { type: 'text' | 'date' | 'time' | 'error'; value: string }
  | { type: 'number' | 'duration'; value: number }
  | { type: 'boolean'; value: boolean };

/** Value of an error cell whose stored value could not be read; a warning says why. */
export const UNREADABLE_VALUE = '#UNREADABLE!';

export interface SheetLookup {
  cellAt(row: number, column: number): CellData | undefined;
  /** The merged range that covers the place, if any. */
  mergeAt(row: number, column: number): CellRange | undefined;
  /** As `cellAt`, but every place of a merged range gives the range's top left cell. */
  mergedCellAt(row: number, column: number): CellData | undefined;
  cellsOfRow(row: number): readonly CellData[];
}

/** Indexes a sheet once for many look-ups. */
export function lookUpSheet(sheet: SheetData): SheetLookup {
  const rows = new Map<number, CellData[]>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  const cellAt = (row: number, column: number) => rows.get(row)?.find((cell) => cell.column === column);
  const mergesOfRow = rememberLastRow((row) =>
    sheet.merges.filter((merge) => merge.top <= row && row <= merge.bottom),
  );
  const mergeAt = (row: number, column: number) =>
    mergesOfRow(row).find((merge) => merge.left <= column && column <= merge.right);
  return {
    cellAt,
    mergeAt,
    mergedCellAt: (row, column) => {
      const merge = mergeAt(row, column);
      return merge === undefined ? cellAt(row, column) : cellAt(merge.top, merge.left);
    },
    cellsOfRow: (row) => rows.get(row) ?? [],
  };
}

/** Sheets are read row by row; an index of all rows would grow with rows × merges. */
function rememberLastRow(mergesOf: (row: number) => CellRange[]): (row: number) => CellRange[] {
  let lastRow = 0;
  let lastMerges: CellRange[] = [];
  return (row) => {
    if (row !== lastRow) {
      lastMerges = mergesOf(row);
      lastRow = row;
    }
    return lastMerges;
  };
}

/** 1 → A, 28 → AB. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Row 3, column 2 → B3. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}
