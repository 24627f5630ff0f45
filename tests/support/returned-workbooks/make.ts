/**
 * Makes the kept returned workbooks: handed out by the program, filled in, saved by another program.
 * Usage: node main/launch.mjs run tests/support/returned-workbooks/make.ts
 * Writes tests/fixtures/returned/libreoffice.xlsx, saved by LibreOffice itself, and wps-traits.xlsx: WPS cannot be run
 * here, so what its files are known for is put into one of ours (see wps-traits.ts).
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { writeHandedWorkbook } from '#main/features/collections/workbook/write.ts';
import { convertWithLibreOffice } from '../libreoffice.ts';
import { findTool } from '../tools.ts';
import { handed } from './asked.ts';
import { withWpsTraits } from './wps-traits.ts';

const FIRST_ROW = 5;
const fixtures = join(import.meta.dirname, '../../fixtures/returned');
const folder = mkdtempSync(join(tmpdir(), 'make-returned-'));
const path = join(folder, 'libreoffice.xlsx');
await writeHandedWorkbook(path, handed, () => undefined);

const book = new ExcelJS.Workbook();
await book.xlsx.readFile(path);
const sheet = book.getWorksheet('填报表');
if (sheet === undefined) throw new Error('the table is not there');
const filled = [
  [null, 12, 1234.5, new Date('2026-09-30T00:00:00Z'), '自查', '是'],
  [null, '１，２３４', '2000万元', '2026年9月30日', ' 抽 查', '√'],
  ['仓储物流', '7家', null, '2026.10.8', null, '否'],
];
for (const [row, values] of filled.entries())
  for (const [column, value] of values.entries())
    if (value !== null) sheet.getCell(FIRST_ROW + row, column + 1).value = value;
await book.xlsx.writeFile(path);

writeFileSync(join(fixtures, 'wps-traits.xlsx'), withWpsTraits(readFileSync(path)));
const tool = findTool('libreoffice');
if (tool === null) throw new Error('LibreOffice was not found');
const written = mkdtempSync(join(folder, 'written-'));
renameSync(await convertWithLibreOffice(tool, path, 'xlsx', written), join(fixtures, 'libreoffice.xlsx'));
rmSync(folder, { recursive: true });
