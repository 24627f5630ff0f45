import { join } from 'node:path';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { loadExport } from './load-export.ts';
import { writePeriodWorkbook } from './write-period.ts';

export interface PeriodExportInput {
  periodUid: string;
  options: ExportOptions;
}

/** @returns path of the finished workbook in the job's own folder, removed when the job ends */
export async function exportPeriod(input: PeriodExportInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '读取评分');
  const path = join(job.temporaryFolder, 'period.xlsx');
  const { periodUid, options } = input;
  await writePeriodWorkbook(path, loadExport(job.db, periodUid, options.losses), options, job);
  return { path };
}
