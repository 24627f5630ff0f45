import ExcelJS from 'exceljs';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import type { WorkbookData } from '#shared/workbook.ts';

export interface ComposedSheet {
  name?: string;
  state?: 'visible' | 'hidden';
  /** From the first row and column on; null leaves a cell empty, a formula has no stored result. */
  rows: readonly (readonly (string | number | null | { formula: string })[])[];
  /** As in A3:A5. */
  merges?: readonly string[];
}

/** A workbook as an office would make it, as the bytes of its file. */
export async function composeWorkbook(...sheets: readonly ComposedSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [place, { name, state, rows, merges }] of sheets.entries()) {
    const sheet = workbook.addWorksheet(name ?? `Sheet${place + 1}`, { state: state ?? 'visible' });
    for (const [row, values] of rows.entries()) {
      for (const [column, value] of values.entries()) {
        const isFormula = typeof value === 'object' && value !== null;
        if (value !== null)
          sheet.getCell(row + 1, column + 1).value = isFormula ? { ...value, date1904: false } : value;
      }
    }
    for (const range of merges ?? []) sheet.mergeCells(range);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same, read again by the program's own reader. */
export async function composedWorkbook(...sheets: readonly ComposedSheet[]): Promise<WorkbookData> {
  return readWorkbook(await composeWorkbook(...sheets), defaultReadLimits);
}
