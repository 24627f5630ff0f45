import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrganizationImportPlace, OrganizationImportPreview } from '#shared/contract/organizations.ts';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { organizationSheets } from './export-list.ts';
import { interpret } from './import/interpret.ts';
import { KnownOrganizations } from './import/known.ts';
import { previewOf } from './import/preview.ts';
import { readSource, type TableSource } from '#main/core/excel/read/source-table.ts';
import type { StagedOrganizations } from './import/staged.ts';

export interface ReadInput {
  source: TableSource;
  place: OrganizationImportPlace;
  today: string;
}

export interface ReadResult {
  preview: Omit<OrganizationImportPreview, 'stagedUid'>;
  /** JSON of StagedOrganizations in the job's own folder; null while errors stand in the way. */
  payloadFile: string | null;
}

/** Reads pasted text or a workbook against what the office has; stores nothing. */
export async function readOrganizations(input: ReadInput, job: JobContext): Promise<ReadResult> {
  job.progress(null, '读取内容');
  const { table, sheets } = await readSource(input.source, job);
  job.throwIfCancelled();
  job.progress(null, `核对 ${table.rows.length} 行`);
  const known = new KnownOrganizations(job.db, input.today);
  const read = interpret(table, input.place, known, input.today);
  job.throwIfCancelled();
  const preview = previewOf(read, known, { sheet: table.sheet, sheets });
  if (preview.errorCount > 0) return { preview, payloadFile: null };
  const payload: StagedOrganizations = { table, place: input.place };
  const payloadFile = join(job.temporaryFolder, 'staged.json');
  writeFileSync(payloadFile, JSON.stringify(payload));
  return { preview, payloadFile };
}

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
