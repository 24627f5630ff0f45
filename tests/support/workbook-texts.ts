import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { WrittenFile } from '#shared/contract/files.ts';

/** Texts of each sheet, row by row, of a workbook that a job wrote into the office's export folder. */
export async function workbookTexts(folder: string, result: unknown): Promise<Record<string, string[][]>> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, (result as WrittenFile).name));
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, textsOf(sheet)]));
}

function textsOf(sheet: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}
