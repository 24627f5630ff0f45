import { AppError } from '#shared/errors.ts';
import { pastedCells } from '#shared/pasted-cells.ts';
import {
  type CellData,
  lookUpSheet,
  type SheetData,
  UNREADABLE_VALUE,
  type WorkbookData,
} from '#shared/workbook.ts';

/** A block of texts as it was pasted or read, with the row numbers that the clerk sees. */
export interface SourceTable {
  sheet: string;
  rows: SourceRow[];
}

export interface SourceRow {
  row: number;
  cells: string[];
  /** Places in `cells` of what has no value that could be read, as a formula without its result; left out for none. */
  unread?: number[];
}

/** What was pasted, or a workbook and the sheet that the clerk chose in it; null: the first one with anything on it. */
export type TableSource = { text: string } | { path: string; sheet: string | null };

interface Reading {
  /** What a cell says. */
  textOf: (cell: CellData) => string;
  /** Takes what is only layout out of a text; line breaks where not given. */
  tidy?: (text: string) => string;
}

/** @returns the block and the names of all sheets, none for a paste */
export async function readSource(
  source: TableSource,
  job: { readWorkbook: (path: string) => Promise<WorkbookData> },
): Promise<{ table: SourceTable; sheets: string[] }> {
  if ('text' in source) return { table: tableOfPaste(source.text), sheets: [] };
  const workbook = await job.readWorkbook(source.path);
  return {
    table: tableOfSheet(chosenSheet(workbook, source.sheet), { textOf: readable(({ text }) => text) }),
    sheets: workbook.sheets.map((sheet) => sheet.name),
  };
}

/** One sheet as texts by row, and the names of all sheets. */
export interface ReadSheetTable {
  /** Null: there is no sheet of that name. */
  table: SourceTable | null;
  sheets: string[];
}

/** For a list: long texts keep their lines, dates are days. */
export function readTableOfWorkbook(workbook: WorkbookData, name: string | null): ReadSheetTable {
  const sheet = findSheet(workbook, name);
  return {
    table: sheet === undefined ? null : tableOfSheet(sheet, { textOf: dayOrText, tidy: withLines }),
    sheets: workbook.sheets.map((each) => each.name),
  };
}

function chosenSheet(workbook: WorkbookData, name: string | null): SheetData {
  return findSheet(workbook, name) ?? refuseSheet();
}

/** @throws AppError fileRefused */
export function refuseSheet(): never {
  throw new AppError('fileRefused', { reason: '文件里没有这个工作表，请重新选择。' });
}

function findSheet({ sheets }: WorkbookData, name: string | null): SheetData | undefined {
  if (name !== null) return sheets.find((sheet) => sheet.name === name);
  return sheets.find((sheet) => sheet.state === 'visible' && sheet.rows > 0) ?? sheets[0];
}

/** Every sheet that has anything on it and is not hidden; a date is a day whatever it looks like in its cell. */
export function tablesOfWorkbook({ sheets }: WorkbookData, textOf = dayOrText): SourceTable[] {
  return sheets
    .filter(({ state, rows }) => state === 'visible' && rows > 0)
    .map((sheet) => tableOfSheet(sheet, { textOf: readable(textOf) }));
}

/** What has no value is an empty cell that `unread` names, and not the formula that is shown of it. */
function readable(textOf: (cell: CellData) => string): (cell: CellData) => string {
  return (cell) => (cell.value === UNREADABLE_VALUE ? '' : textOf(cell));
}

const DAY_LENGTH = 10;

/** A date is a day whatever it looks like in its cell. */
function dayOrText(cell: CellData): string {
  return cell.type === 'date' ? cell.value.slice(0, DAY_LENGTH) : cell.text;
}

/** Merged cells hold their text on every place that they cover. */
function tableOfSheet(sheet: SheetData, { textOf, tidy = clean }: Reading): SourceTable {
  const lookUp = lookUpSheet(sheet);
  const merged = new Set(sheet.merges.flatMap(({ top, bottom }) => range(top, bottom)));
  const rows: SourceRow[] = [];
  for (let row = 1; row <= sheet.rows; row += 1) {
    const places = Array.from<CellData | undefined>({ length: sheet.columns });
    for (const cell of lookUp.cellsOfRow(row)) places[cell.column - 1] = cell;
    if (merged.has(row))
      for (const column of range(1, sheet.columns)) places[column - 1] = lookUp.mergedCellAt(row, column);
    const cells = places.map((cell) => (cell === undefined ? '' : tidy(textOf(cell))));
    const unread = unreadIn(places);
    if (unread.length > 0) rows.push({ row, cells, unread });
    else if (cells.some((text) => text !== '')) rows.push({ row, cells });
  }
  return { sheet: sheet.name, rows };
}

function unreadIn(places: readonly (CellData | undefined)[]): number[] {
  return places.flatMap((cell, index) => (cell?.value === UNREADABLE_VALUE ? [index] : []));
}

export function tableOfPaste(text: string, tidy = clean): SourceTable {
  const rows = pastedCells(text).map((cells, index) => ({ row: index + 1, cells: cells.map(tidy) }));
  return { sheet: '', rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** The same with the line breaks, which a long text has on purpose. */
export function withLines(text: string): string {
  return text.replaceAll('\u3000', ' ').trim();
}

/** Line breaks within a cell and spaces around it are layout, not name. */
function clean(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/g, '')
    .replaceAll('\u3000', ' ')
    .trim();
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_unused, index) => first + index);
}
