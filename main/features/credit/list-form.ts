import type { CreditListChoice } from '#shared/contract/credit.ts';
import type { FormFormat } from '#shared/contract/papers.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { type PrintedPapers, writeForm } from '#main/features/papers/print/index.ts';
import { creditListPaper } from './list-paper.ts';

export interface ListFormInput extends CreditListChoice {
  format: FormFormat;
}

/** A list for publication as a file. @returns path in the job's own folder */
export function writeCreditList(
  { format, ...choice }: ListFormInput,
  job: JobContext,
): Promise<PrintedPapers> {
  const paper = creditListPaper({ ...job, today: choice.day }, choice);
  return writeForm(paper, `${paper.title} ${choice.day}`, format, job);
}
