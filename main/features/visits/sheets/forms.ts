import type { VisitSheet } from '#shared/contract/visits.ts';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { COVER_TITLE, type Started } from '#main/features/campaigns/index.ts';
import { type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { sheetOf } from '../rows.ts';
import { recordFormsOf } from './forms-of.ts';

export interface RecordFormsInput extends Started {
  targetUids: string[];
  format: FormFormat;
}

/** Printed record sheets as a file. @returns path in the job's own folder */
export function writeRecordForms(
  { targetUids, format, today, by: caller }: RecordFormsInput,
  job: JobContext,
): Promise<PrintedPapers> {
  const context = { ...job, today, caller };
  const [first] = targetUids;
  const name = first === undefined ? '' : nameOf(sheetOf(first, context));
  const more = targetUids.length > 1 ? `等 ${targetUids.length} 个对象` : '';
  return writeForm(recordFormsOf(context, targetUids), `检查记录表 ${name}${more}`, format, job);
}

/** Of a secret campaign no file names what is seen. */
function nameOf({ campaign, target }: VisitSheet): string {
  return campaign.isSecret ? COVER_TITLE : target.name;
}
