import { localDay } from '#shared/calendar/days.ts';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { type LogDays, logSheet } from './log-sheet.ts';
import type { SheetDays } from './sheet.ts';
import { sheetOf } from './sheet-of.ts';

export interface SheetInput extends SheetDays {
  uid: string;
  format: FormFormat;
  now: number;
}

export interface LogSheetInput extends LogDays {
  format: FormFormat;
}

/** 值班日志 as a file. @returns path in the job's own folder */
export function writeLogSheet({ format, ...days }: LogSheetInput, job: JobContext): Promise<PrintedPapers> {
  const paper = logSheet(job.db, days);
  return writeForm(paper, paper.title.replace('\n', ''), format, job);
}

/** 值班表 as a file. @returns path in the job's own folder */
export function writeSheet(
  { uid, from, to, format, now }: SheetInput,
  job: JobContext,
): Promise<PrintedPapers> {
  const paper = sheetOf({ ...job, now, today: localDay(now) }, uid, { from, to });
  return writeForm(paper, paper.title.replace('\n', ''), format, job);
}
