import { join } from 'node:path';
import type { ScheduleForm, TaskSheetsInput } from '#shared/contract/schedules.ts';
import type { FormFormat } from '#shared/contract/papers.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { fileTitle, requireKnown, type Started } from '#main/features/campaigns/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { openSchedule } from './schedule.ts';
import { scheduleFormNames, sheetOf } from './sheet-of.ts';
import { taskSheetsOf } from './task-sheets.ts';
import { scheduleSheets } from './workbook.ts';

export interface ScheduleExportInput extends Started {
  uid: string;
}

export interface ScheduleSheetInput extends ScheduleExportInput {
  form: ScheduleForm;
  format: FormFormat;
}

export interface TaskSheetsJobInput extends Started, TaskSheetsInput {
  format: FormFormat;
}

/** 分组安排表 or 日程表 as a file. @returns path in the job's own folder */
export function writeScheduleSheet(
  { uid, form, format, today, by: caller }: ScheduleSheetInput,
  job: JobContext,
): Promise<PrintedPapers> {
  const context = { ...job, today, caller };
  const paper = sheetOf(context, uid, form);
  const name = `${fileTitle(requireKnown(context, uid))}${scheduleFormNames[form]}`;
  return writeForm(paper, name, format, job);
}

/** 任务单 of a team, or of all, as a file. @returns path in the job's own folder */
export function writeTaskSheets(
  { format, today, by: caller, ...wanted }: TaskSheetsJobInput,
  job: JobContext,
): Promise<PrintedPapers> {
  const context = { ...job, today, caller };
  const papers = taskSheetsOf(context, wanted);
  const [first = ''] = papers.map(({ title }) => title.replaceAll('\n', ''));
  const name = fileTitle(requireKnown(context, wanted.uid), first);
  return writeForm(papers, papers.length > 1 ? `${name}等 ${papers.length} 份` : name, format, job);
}

/** 分组安排表, 日程表 and what each team takes along. @returns path in the job's own folder */
export async function exportSchedule(
  { uid, today, by: caller }: ScheduleExportInput,
  job: JobContext,
): Promise<{ path: string; title: string }> {
  job.progress(null, '写入日程');
  const open = openSchedule({ ...job, today, caller }, uid);
  const path = join(job.temporaryFolder, 'schedule.xlsx');
  const sheets = scheduleSheets(open, job.db, paperSettings(job.db).printer);
  await writePaperWorkbook(path, sheets, [], () => job.throwIfCancelled());
  return { path, title: fileTitle(open.campaign) };
}
