import { join } from 'node:path';
import type { TaskFilter, TaskRow, TaskSort } from '#shared/contract/tasks.ts';
import { withheldRemarks } from '#shared/rules/campaigns/words.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { writeListWorkbook } from '#main/core/excel/write/list-workbook.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { secretFindingUids } from '#main/features/findings/index.ts';
import { breakdownSheet, ledgerSheet } from './export-sheets.ts';
import { allOfFilter } from './list.ts';
import { requireTask, rowsOf } from './rows.ts';
import { settingsOf } from './settings.ts';

export interface ExportInput {
  filter: TaskFilter;
  sort: TaskSort;
  descending: boolean;
  uids: string[] | null;
  layout: 'ledger' | 'breakdown';
  today: string;
  userUid: string | null;
}

/** @returns path of the finished workbook in the job's own folder, removed when the job ends */
export async function exportTasks(
  input: ExportInput,
  job: JobContext,
): Promise<{ path: string; remarks: string[] }> {
  job.progress(null, '读取任务');
  const meant = tasksToExport(job.db, input);
  const hidden = new Set(secretFindingUids(job.db));
  const rows = meant.filter(({ uid }) => !hidden.has(uid));
  job.throwIfCancelled();
  job.progress(null, `写入 ${rows.length} 项任务`);
  const path = join(job.temporaryFolder, 'tasks.xlsx');
  const { today } = input;
  const sheet =
    input.layout === 'ledger'
      ? ledgerSheet(rows, { today, warningDays: settingsOf(job.db).warningDays })
      : breakdownSheet(rows);
  await writeListWorkbook(path, [sheet], () => job.throwIfCancelled());
  return { path, remarks: withheldRemarks(meant.length - rows.length, '项任务') };
}

function tasksToExport(db: ReadStore, input: ExportInput): TaskRow[] {
  const { today, uids } = input;
  if (uids !== null)
    return rowsOf(
      db,
      uids.map((uid) => requireTask(db, uid)),
      today,
    );
  return allOfFilter(db, input);
}
