import { join } from 'node:path';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { hasSheet } from '#shared/rules/assessment/export-form/sheets.ts';
import { neutralRemarks } from '#shared/rules/deductions/neutral-reason.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { requirePeriod } from '../load-group.ts';
import { loadExport } from './load-export.ts';
import { writePeriodWorkbook } from './write-period.ts';

export interface PeriodExportInput {
  periodUid: string;
  options: ExportOptions;
}

/** @returns path of the finished workbook in the job's own folder, removed when the job ends */
export async function exportPeriod(
  input: PeriodExportInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  job.progress(null, '读取评分');
  const path = join(job.temporaryFolder, 'period.xlsx');
  const { periodUid, options } = input;
  const content = loadExport(job.db, requirePeriod(job.db, periodUid), hasSheet(options, 'losses'));
  await writePeriodWorkbook(path, content, options, job);
  return { path, remarks: neutralRemarks(content.withheld) };
}
