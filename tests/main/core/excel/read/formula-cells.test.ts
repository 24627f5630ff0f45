import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { tablesOfWorkbook } from '#main/core/excel/read/source-table.ts';
import { sheetXml, workbookBytes } from '#tests/support/hostile-workbooks/workbook-parts.ts';
import { UNREADABLE_VALUE } from '#shared/workbook.ts';

async function withFormulas(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.getCell('A1').value = { formula: 'B1+C1', result: 7 };
  // As a program writes it that does not calculate.
  sheet.getCell('A2').value = { formula: 'B2+C2', date1904: false };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

test('a formula is its stored result; without one it is neither 0 nor empty, but told as unread', async () => {
  const { sheets, warnings } = readWorkbook(await withFormulas(), defaultReadLimits);
  expect(sheets[0]?.cells).toEqual([
    { row: 1, column: 1, type: 'number', value: 7, text: '7', formula: 'B1+C1' },
    { row: 2, column: 1, type: 'error', value: UNREADABLE_VALUE, text: '=B2+C2', formula: 'B2+C2' },
  ]);
  expect(warnings.join()).toContain('公式没有保存计算结果');
});

test('an empty place for the result is no result, but the empty text is one', () => {
  const cells = [
    '<c r="A1"><f>B1&amp;C1</f><v/></c>',
    '<c r="B1" t="n"><f>C1+D1</f><v></v></c>',
    '<c r="C1" t="str"><f>IF(D1&gt;0,"有","")</f><v></v></c>',
    '<c r="D1"/>',
  ];
  const sheet = sheetXml(`<row r="1">${cells.join('')}</row>`);
  const { sheets, warnings } = readWorkbook(workbookBytes({ sheet }), defaultReadLimits);
  expect(sheets[0]?.cells.map(({ column, value, text }) => [column, value, text])).toEqual([
    [1, UNREADABLE_VALUE, '=B1&C1'],
    [2, UNREADABLE_VALUE, '=C1+D1'],
  ]);
  expect(warnings.filter((warning) => warning.includes('公式没有保存计算结果'))).toHaveLength(2);
});

test('for a list a formula without its result is an empty cell that is named as unread, and never the formula', async () => {
  const workbook = readWorkbook(await withFormulas(), defaultReadLimits);
  expect(tablesOfWorkbook(workbook)[0]?.rows).toEqual([
    { row: 1, cells: ['7'] },
    { row: 2, cells: [''], unread: [0] },
  ]);
});
