import { join } from 'node:path';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { organizationSheets } from './export-list.ts';

export interface ExportInput {
  day: string;
}

/** @returns path of the finished workbook in the job's own folder, removed when the job ends */
export async function exportOrganizations({ day }: ExportInput, job: JobContext): Promise<{ path: string }> {
  job.progress(null, '写入表格');
  const path = join(job.temporaryFolder, 'organizations.xlsx');
  await writeListWorkbook(path, organizationSheets(job.db, day), () => job.throwIfCancelled());
  return { path };
}
