import ExcelJS from 'exceljs';
import { countTable } from '../../jobs/tally.ts';
import { cellText } from './cell-text.ts';
import { orientationFor, paperSizeFor, widthOf } from './page-size.ts';

/** A plain list: one heading row, then rows of texts and numbers. */
export interface ListSheet {
  name: string;
  columns: readonly { heading: string; width: number }[];
  rows: Iterable<readonly (string | number)[]>;
}

const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
// One object for all cells: a style of its own for each costs four times the time.
const headingStyle: Partial<ExcelJS.Style> = {
  font: { name: '宋体', size: 11, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } },
  border,
};
const cellStyle: Partial<ExcelJS.Style> = {
  font: { name: '宋体', size: 11 },
  alignment: { vertical: 'middle' },
  border,
};
const ROWS_BETWEEN_CHECKS = 500;

/**
 * Writes lists to a new workbook, row by row. Texts stay texts, whatever they begin with: nothing becomes a formula.
 * @param check called every few hundred rows; what it throws ends the writing
 */
export async function writeListWorkbook(
  path: string,
  sheets: readonly ListSheet[],
  check: () => void,
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    useSharedStrings: true,
  });
  for (const { name, columns, rows } of sheets) {
    const total = widthOf(columns);
    const orientation = orientationFor(total);
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: { orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
    });
    Object.assign(sheet.pageSetup, { paperSize: paperSizeFor(total, orientation) });
    sheet.columns = columns.map(({ width }) => ({ width }));
    const head = sheet.addRow(columns.map(({ heading }) => heading));
    head.height = 24;
    styleRow(head, columns.length, headingStyle);
    head.commit();
    let written = 0;
    for (const values of rows) {
      const row = sheet.addRow(values.map((value) => (typeof value === 'string' ? cellText(value) : value)));
      styleRow(row, columns.length, cellStyle);
      row.commit();
      written += 1;
      if (written % ROWS_BETWEEN_CHECKS === 0) check();
    }
    sheet.commit();
    countTable(written);
  }
  await workbook.commit();
}

function styleRow(row: ExcelJS.Row, columns: number, style: Partial<ExcelJS.Style>): void {
  for (let column = 1; column <= columns; column += 1) row.getCell(column).style = style;
}
