import type { SheetKind } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import type { SheetPage, StreamedRow, StreamedSheetSetup } from '#main/core/excel/write/streamed-workbook.ts';

/** A sheet with all that is on it: written to the workbook, or shown as a preview. */
export interface SheetDrawing extends Omit<StreamedSheetSetup, 'name'> {
  rows: readonly StreamedRow[];
}

export function sheetPage(options: ExportOptions, kind: SheetKind): SheetPage {
  return { ...options.page, orientation: sheetOf(options, kind).orientation };
}
