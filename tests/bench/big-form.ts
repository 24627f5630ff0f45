import ExcelJS from 'exceljs';
import { fillForm } from '#main/core/excel/fill/fill-form.ts';
import type { FillValue } from '#main/core/excel/fill/cell-content.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';

export const FORM_ROWS = 5_000;
const COLUMNS = 9;
const HEAD_ROWS = 3;
const thin = { style: 'thin' } as const;
const style: Partial<ExcelJS.Style> = {
  font: { name: '宋体', size: 11 },
  border: { top: thin, left: thin, bottom: thin, right: thin },
};

/** A form with a formula in each row and totals below. @param ready rows that it holds ready to be filled */
export async function bigForm(ready: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('台账');
  sheet.mergeCells(1, 1, 1, COLUMNS);
  sheet.getCell(1, 1).value = '火灾隐患排查整治台账';
  for (let row = HEAD_ROWS; row <= HEAD_ROWS + ready; row += 1) {
    for (let column = 1; column <= COLUMNS; column += 1) {
      const cell = sheet.getCell(row, column);
      cell.style = style;
      if (row === HEAD_ROWS) cell.value = `第${column}栏`;
      else if (column === COLUMNS) cell.value = { formula: `IF(G${row}=0,0,H${row}/G${row})`, result: 0 };
    }
  }
  const total = HEAD_ROWS + ready + 1;
  sheet.getCell(total, 7).value = { formula: `SUM(G${HEAD_ROWS + 1}:G${total - 1})`, result: 0 };
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export function fillBigForm(form: Uint8Array, ready: number): Uint8Array {
  const records = Array.from({ length: FORM_ROWS }, (_, index): FillValue[] => [
    { kind: 'number', number: index + 1 },
    ...['县', '单位', '部位', '问题', '单位'].map(
      (what): FillValue => ({ kind: 'text', text: `第${index}${what}` }),
    ),
    { kind: 'number', number: index % 7 },
    { kind: 'number', number: index % 5 },
  ]);
  const block = { top: HEAD_ROWS + 1, bottom: HEAD_ROWS + ready, columns: [1, 2, 3, 4, 5, 6, 7, 8], records };
  return fillForm(form, [{ sheet: '台账', cells: [], blocks: [block] }], {
    limits: defaultReadLimits,
    check: () => {},
  });
}

/** The same cells read and written by the library alone. */
export async function readAndWrite(filled: Uint8Array): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  // The library's type is that of an older Node.
  await workbook.xlsx.load(
    filled.buffer.slice(filled.byteOffset, filled.byteOffset + filled.byteLength) as ArrayBuffer,
  );
  await workbook.xlsx.writeBuffer();
}
