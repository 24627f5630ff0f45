import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import { createStreamedWorkbook, type StreamedWorkbook } from '#main/core/excel/write/streamed-workbook.ts';
import { contentsSheet } from './contents-sheet.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import { planGroups, type PlannedSheet, sheetsOfGroup } from './group-sheets.ts';
import type { SheetDrawing } from './sheet-drawing.ts';

/** How the writing goes on, and whether it is still wanted. */
export interface ExportWatch {
  /** 0 to 1. */
  progress(progress: number, step: string): void;
  /** @throws when it was cancelled */
  throwIfCancelled(): void;
}

const CONTENTS = '目录';

/** Writes a period's workbook to a file that the caller then puts into its place. */
export async function writePeriodWorkbook(
  path: string,
  { period, groups }: { period: ExportPeriod; groups: readonly ExportGroup[] },
  options: ExportOptions,
  watch: ExportWatch,
): Promise<void> {
  const nameFor = createSheetNames();
  const hasContents = groups.length > 1;
  if (hasContents) nameFor(CONTENTS);
  const plans = planGroups(groups, options, nameFor);
  const sheets = plans.flatMap((plan) => sheetsOfGroup(period, plan, options));
  const workbook = createStreamedWorkbook(path, options.unit);
  try {
    if (hasContents) await writeSheet(workbook, CONTENTS, contentsSheet(plans, options));
    await writeSheets(workbook, sheets, watch);
    watch.throwIfCancelled();
    watch.progress(1, '正在完成文件');
    await workbook.finish();
  } catch (error) {
    workbook.abandon();
    throw error;
  }
}

async function writeSheets(
  workbook: StreamedWorkbook,
  sheets: readonly PlannedSheet[],
  watch: ExportWatch,
): Promise<void> {
  for (const [index, { name, draw }] of sheets.entries()) {
    watch.throwIfCancelled();
    watch.progress(index / sheets.length, `正在写“${name}”(${index + 1}/${sheets.length})`);
    await writeSheet(workbook, name, draw());
  }
}

async function writeSheet(
  workbook: StreamedWorkbook,
  name: string,
  { rows, ...setup }: SheetDrawing,
): Promise<void> {
  const sheet = workbook.sheet({ name, ...setup });
  sheet.add(rows);
  await sheet.end();
}
