import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import type { ExportGroup, ExportPeriod } from '#main/features/assessment/export/export-group.ts';
import { writePeriodWorkbook } from '#main/features/assessment/export/write-period.ts';
import { openPeriod, someOptions } from './composed-group.ts';

/** Writes the workbook of these groups into the folder. @returns its path */
export async function writeGroups(
  folder: string,
  groups: readonly ExportGroup[],
  options: Partial<ExportOptions> = {},
  period: ExportPeriod = openPeriod,
): Promise<string> {
  const path = join(folder, 'period.xlsx');
  const watch = { progress: () => undefined, throwIfCancelled: () => undefined };
  await writePeriodWorkbook(path, { period, groups }, someOptions(options), watch);
  return path;
}

export async function readBack(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

export interface FormulaCell {
  place: string;
  formula: string;
  result: unknown;
}

export function formulasOf(workbook: ExcelJS.Workbook): FormulaCell[] {
  const found: FormulaCell[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type !== ExcelJS.ValueType.Formula) return;
        found.push({ place: `${sheet.name} ${cell.address}`, formula: cell.formula, result: cell.result });
      });
    });
  }
  return found;
}

/** The texts of a sheet, row by row, empty cells left out. */
export function textsOf(sheet: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const texts: string[] = [];
    row.eachCell((cell) => {
      const text = cell.type === ExcelJS.ValueType.Formula ? String(cell.result) : cell.text;
      if (cell.master === cell && text !== '') texts.push(text);
    });
    rows.push(texts);
  });
  return rows;
}
