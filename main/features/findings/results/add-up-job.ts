import type { FindingResults } from '#shared/contract/finding-results.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { ResultsInput } from './export.ts';
import { resultsOf } from './results.ts';

/** What the page shows, of so many findings that the clerk sees it come and may stop it. */
export function addUpResults({ scope, today, by: caller }: ResultsInput, job: JobContext): FindingResults {
  return resultsOf({ db: job.db, caller, today }, scope, (share, words) => {
    job.progress(share, words);
    job.throwIfCancelled();
  });
}
