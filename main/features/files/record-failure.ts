import type { CoreServices } from '#main/core/dispatch/context.ts';
import type { Caller } from '#main/core/handlers.ts';
import type { Job } from '#main/core/jobs/jobs.ts';

/** A job that has failed leaves a line in the log too; one that the clerk has cancelled has done nothing. */
export function recordFailure(
  { core, caller }: { core: Pick<CoreServices, 'record'>; caller: Caller },
  job: Job,
  line: { name: string; label: string },
): void {
  void job.finished
    .then(async ({ status, problem }) => {
      if (status === 'failed')
        await core.record({ ...line, summary: problem ?? '', outcome: 'failed' }, caller);
    })
    // The clerk has heard of the failure itself; the store may be what is wrong.
    .catch(() => undefined);
}
