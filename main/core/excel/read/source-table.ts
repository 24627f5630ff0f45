import { lookUpSheet, type SheetData } from '#shared/workbook.ts';

/** A block of texts as it was pasted or read, with the row numbers that the clerk sees. */
export interface SourceTable {
  sheet: string;
  rows: SourceRow[];
}

export interface SourceRow {
  row: number;
  cells: string[];
}

/** Merged cells hold their text on every place that they cover. */
export function tableOfSheet(sheet: SheetData): SourceTable {
  const lookUp = lookUpSheet(sheet);
  const merged = new Set(sheet.merges.flatMap(({ top, bottom }) => range(top, bottom)));
  const rows: SourceRow[] = [];
  for (let row = 1; row <= sheet.rows; row += 1) {
    const cells = Array.from<string>({ length: sheet.columns }).fill('');
    for (const cell of lookUp.cellsOfRow(row)) cells[cell.column - 1] = clean(cell.text);
    if (merged.has(row)) {
      for (const column of range(1, sheet.columns))
        cells[column - 1] = clean(lookUp.mergedCellAt(row, column)?.text ?? '');
    }
    if (cells.some((text) => text !== '')) rows.push({ row, cells });
  }
  return { sheet: sheet.name, rows };
}

/** Text as Excel and WPS put it on the clipboard: tabs and line ends, quoted where a cell holds them itself. */
export function tableOfPaste(text: string): SourceTable {
  const rows: SourceRow[] = [];
  let cells: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  let line = 1;
  for (const [, quoted, plain, separator] of text.matchAll(field)) {
    cells.push(clean(quoted?.replaceAll('""', '"') ?? plain ?? ''));
    if (separator === '\t') continue;
    if (cells.some((cell) => cell !== '')) rows.push({ row: line, cells });
    cells = [];
    line += 1;
    if (separator === '') break;
  }
  return { sheet: '', rows };
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
