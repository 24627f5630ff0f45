import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { coverSheet } from './cover-sheet.ts';
import { CHOICE_SHEET, choiceRows } from './entry-columns.ts';
import type { HandedWorkbook } from './model.ts';
import { tableSheet } from './table-sheet.ts';

/** @param check called every few hundred rows; what it throws ends the writing */
export async function writeHandedWorkbook(
  path: string,
  workbook: HandedWorkbook,
  check: () => void,
): Promise<void> {
  const choices = choiceRows(workbook.definition.columns);
  const data = choices.length === 0 ? [] : [{ name: CHOICE_SHEET, rows: choices }];
  await writePaperWorkbook(path, [coverSheet(workbook), tableSheet(workbook)], data, check);
}
