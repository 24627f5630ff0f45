import { LAST_ROW } from '../read/cell-reference.ts';
import type { ReadLimits } from '../read/limits.ts';
import { WorkbookError } from '../read/workbook-error.ts';
import { readZipDirectory } from '../read/zip-directory.ts';
import type { FilledSheet } from './filled-sheet.ts';
import { moveNeighbours, moveSheet, moveWorkbook } from './move-workbook.ts';
import type { RowPlans } from './move-references.ts';
import { type OpenForm, openForm } from './open-form.ts';
import { askForCalculation, dropCalculationOrder, formulasOf, sheetsThatDepend } from './results.ts';
import { type RepeatedSheet, repeatSheet } from './repeat-sheets.ts';
import { rewriteZip } from './rewrite-zip.ts';
import { planRows, type RowPlan } from './row-plan.ts';
import { writeSheet } from './write-sheet.ts';

interface FillOptions {
  limits: ReadLimits;
  /** Called every few hundred rows; what it throws ends the work. */
  check: () => void;
  /** Sheets that are there once for each of something; `fills` names them as they are called then. */
  repeated?: readonly RepeatedSheet[];
}

/**
 * Fills a workbook that somebody else made. Only what has to change does: parts that nothing happens to keep their
 * bytes, and so do charts, pictures, formats, macros. Its formulas are worked out when it is opened.
 * @param bytes of a workbook that has been read (`createWorkbookReader`) and found sound
 * @throws {WorkbookError} for what cannot be filled
 */
export function fillForm(
  bytes: Uint8Array,
  fills: readonly FilledSheet[],
  { limits, check, repeated = [] }: FillOptions,
): Uint8Array {
  const form = openForm(bytes, limits);
  for (const sheet of repeated) repeatSheet(form, sheet, check);
  if (form.sheets.length > limits.sheets)
    throw new WorkbookError('too-large', `重复以后工作表超过了 ${limits.sheets} 张的上限`);
  for (const { sheet } of fills) requireSheet(form, sheet);
  const plans = plansOf(fills);
  const formulas = new Map(form.sheets.map((sheet) => [sheet, formulasOf(form, sheet)]));
  const dependent = sheetsThatDepend(form, formulas, new Set(fills.map(({ sheet }) => sheet)));
  let formulasMoved = repeated.some(({ names }) => names.length > 1);
  for (const sheet of form.sheets) {
    const fill = fills.find((each) => each.sheet === sheet.name);
    if (fill !== undefined || dependent.has(sheet)) {
      formulasMoved = writeSheet(form, sheet, { fill, plans, check }).formulasMoved || formulasMoved;
    } else if (plans.size > 0) moveSheet(form, sheet, plans);
    check();
  }
  moveNeighbours(form, plans);
  moveWorkbook(form, plans);
  if ([...formulas.values()].some((found) => found.length > 0)) askForCalculation(form);
  if (formulasMoved) dropCalculationOrder(form);
  return rewriteZip(bytes, readZipDirectory(bytes, limits).values(), form.edits);
}

function requireSheet(form: OpenForm, name: string): void {
  if (form.sheets.some((sheet) => sheet.name === name)) return;
  throw new WorkbookError('damaged', `表里没有工作表“${name}”`);
}

function plansOf(fills: readonly FilledSheet[]): RowPlans {
  const plans = new Map<string, RowPlan>();
  for (const { sheet, blocks } of fills) {
    const plan = planRows(
      blocks.map(({ top, bottom, records }) => ({ top, bottom, records: records.length })),
    );
    const last = Math.max(0, ...blocks.map(({ top, records }) => plan.row(top) + records.length - 1));
    if (last > LAST_ROW) throw new WorkbookError('too-large', `“${sheet}”要填的行数超过了工作表的上限`);
    if (plan.insertions.length > 0) plans.set(sheet.toLowerCase(), plan);
  }
  return plans;
}
