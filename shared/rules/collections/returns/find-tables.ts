import type { CellData, SheetData, WorkbookData } from '../../../workbook.ts';
import { plainHeading } from '../definition.ts';
import { type CollectedIdentity, type CollectedMark, readCollectedMark } from '../marks.ts';

/** A row of a returned sheet, cell by cell from the first column on. */
export interface SheetRow {
  row: number;
  cells: readonly (CellData | undefined)[];
  mark: CollectedMark | null;
  /** A note or a signature: one merged cell over several columns and nothing else. */
  isLine: boolean;
}

/** A table that came back, as it was found in its workbook. */
export interface FoundTable {
  sheet: string;
  /** Null: its marks are gone, and it is known by its headings alone. */
  identity: CollectedIdentity | null;
  /** All that is written above the table. */
  title: string;
  heads: SheetRow;
  body: SheetRow[];
}

/** The headings stand somewhere below title and notes. */
const SEARCHED_ROWS = 40;
/** Of the headings, that have to be there for a table without marks to be known. */
const KNOWN_SHARE = 0.6;

/**
 * Every table in a workbook that is one of ours: by its marks, or on sheets without any by the headings of this
 * collection.
 * Hidden sheets are none: what nobody sees nobody has filled in.
 */
export function findTables({ sheets }: WorkbookData, headings: readonly string[]): FoundTable[] {
  const seen = sheets.filter(({ state, rows }) => state === 'visible' && rows > 0).map(rowsOf);
  return seen.flatMap(({ sheet, rows }) => {
    const isMarked = rows.some(({ mark }) => mark?.kind === 'sheet');
    return (isMarked ? byMarks(sheet, rows) : byHeadings(sheet, rows, headings)) ?? [];
  });
}

/** The cells come by row, then by column. */
function rowsOf(sheet: SheetData): { sheet: string; rows: SheetRow[] } {
  const rows: SheetRow[] = [];
  let next = 0;
  for (let row = 1; row <= sheet.rows; row += 1) {
    const first = next;
    while (sheet.cells[next]?.row === row) next += 1;
    rows.push(rowOf(sheet, row, sheet.cells.slice(first, next)));
  }
  return { sheet: sheet.name, rows };
}

function rowOf({ columns, merges }: SheetData, row: number, written: readonly CellData[]): SheetRow {
  const cells = Array.from<CellData | undefined>({ length: columns });
  for (const cell of written) cells[cell.column - 1] = cell;
  return { row, cells, mark: readCollectedMark(textsOf(written)), isLine: isLine(merges, written) };
}

function isLine(merges: SheetData['merges'], [only, ...others]: readonly CellData[]): boolean {
  if (only === undefined || others.length > 0) return false;
  return merges.some(({ top, left, right }) => top === only.row && left === only.column && right > left);
}

function textsOf(cells: SheetRow['cells']): string[] {
  return cells.flatMap((cell) => (cell?.type === 'text' ? [cell.value] : []));
}

function byMarks(sheet: string, rows: SheetRow[]): FoundTable | null {
  const mark = rows.find((row) => row.mark?.kind === 'sheet')?.mark;
  const heads = rows.find((row) => row.mark?.kind === 'heads');
  if (mark?.kind !== 'sheet' || heads === undefined) return null;
  const { kind: _kind, ...identity } = mark;
  return tableOf(sheet, rows, heads, identity);
}

function byHeadings(sheet: string, rows: SheetRow[], headings: readonly string[]): FoundTable | null {
  const wanted = new Set(headings.map(plainHeading));
  const known = (row: SheetRow) =>
    new Set(
      textsOf(row.cells)
        .map(plainHeading)
        .filter((text) => wanted.has(text)),
    ).size;
  const [best] = rows.slice(0, SEARCHED_ROWS).toSorted((one, other) => known(other) - known(one));
  if (best === undefined || known(best) === 0 || known(best) < wanted.size * KNOWN_SHARE) return null;
  return tableOf(sheet, rows, best, null);
}

function tableOf(
  sheet: string,
  rows: readonly SheetRow[],
  heads: SheetRow,
  identity: CollectedIdentity | null,
): FoundTable {
  const above = rows.filter(({ row }) => row < heads.row);
  return {
    sheet,
    identity,
    title: above.flatMap(({ cells }) => textsOf(cells)).join('\n'),
    heads,
    body: rows.filter(({ row }) => row > heads.row),
  };
}
