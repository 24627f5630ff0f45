import ExcelJS from 'exceljs';

/* The cells of a finished workbook, written once more by the library alone. */

interface KnownCell {
  row: number;
  column: number;
  value: ExcelJS.CellValue;
  style: string;
}

interface KnownSheet {
  name: string;
  cells: KnownCell[];
  merges: string[];
  widths: number[];
}

export interface KnownCells {
  sheets: KnownSheet[];
  count: number;
}

/** Reads every cell of a workbook with its style. */
export async function readCells(path: string): Promise<KnownCells> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheets = workbook.worksheets.map(cellsOfSheet);
  return { sheets, count: sheets.reduce((sum, { cells }) => sum + cells.length, 0) };
}

function cellsOfSheet(sheet: ExcelJS.Worksheet): KnownSheet {
  const cells: KnownCell[] = [];
  sheet.eachRow({ includeEmpty: true }, (row) => {
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      // A covered cell has the value of the one that covers it.
      const covered = cell.isMerged && cell.master.address !== cell.address;
      const value = covered ? null : cell.value;
      cells.push({ row: row.number, column, value, style: JSON.stringify(cell.style) });
    });
  });
  const widths = sheet.columns.map(({ width }) => width ?? 9);
  return { name: sheet.name, cells, merges: sheet.model.merges ?? [], widths };
}

/** The usual way: each cell gets its value and a style of its own. */
export async function writeCellByCell({ sheets }: KnownCells, path: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, cells, merges, widths } of sheets) {
    const sheet = workbook.addWorksheet(name);
    for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
    for (const { row, column, value, style } of cells) {
      const cell = sheet.getCell(row, column);
      cell.value = value;
      cell.style = JSON.parse(style) as ExcelJS.Style;
    }
    for (const range of merges) sheet.mergeCellsWithoutStyle(range);
  }
  await workbook.xlsx.writeFile(path);
}

/** Row by row into the file, with one object for all cells of a style. */
export async function writeStreamed({ sheets }: KnownCells, path: string): Promise<void> {
  const options = { filename: path, useStyles: true, useSharedStrings: true };
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter(options);
  const styles = new Map<string, Partial<ExcelJS.Style>>();
  for (const { name, cells, widths } of sheets) {
    const sheet = workbook.addWorksheet(name);
    sheet.columns = widths.map((width) => ({ width }));
    let current: ExcelJS.Row | null = null;
    for (const { row, column, value, style } of cells) {
      if (current !== null && current.number !== row) current.commit();
      if (current?.number !== row) current = sheet.getRow(row);
      const cell = current.getCell(column);
      cell.value = value;
      const shared = styles.get(style) ?? (JSON.parse(style) as Partial<ExcelJS.Style>);
      styles.set(style, shared);
      cell.style = shared;
    }
    sheet.commit();
  }
  await workbook.commit();
}
