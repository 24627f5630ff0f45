import { useState } from 'react';
import { type Operation, useOperation } from '../app/operations/use-operation.tsx';
import { JobDialog } from './job-dialog.tsx';

type StartOperation<Input> = Parameters<typeof useOperation<Input, { jobUid: string }>>[0];
type Run<Input> = Operation<Input, { jobUid: string }>['run'];

/**
 * An operation that starts a job, as a button needs it: const ledger = useStartedJob(client.keySites.exportLedger).
 * `dialog` shows the job as it goes, wherever it stands on the page.
 */
export function useStartedJob<Input>(operation: StartOperation<Input>) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const begin = useOperation(operation, { isSave: false, repeat: false });
  return {
    async start(...input: Parameters<Run<Input>>): Promise<void> {
      const outcome = await begin.run(...input);
      if (outcome.done) setJobUid(outcome.value.jobUid);
    },
    /** Until the job has begun. */
    starting: begin.running,
    dialog: <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />,
  };
}
