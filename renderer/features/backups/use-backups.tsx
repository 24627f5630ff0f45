import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** Made by themselves while the page is open, and read from the disk: asked again now and then. */
const ASK_AGAIN_MILLISECONDS = 60_000;

export function useBackups() {
  return useQuery(
    api.backups.state.queryOptions({
      meta: { tables: ['setting'] },
      refetchInterval: ASK_AGAIN_MILLISECONDS,
    }),
  );
}

/** Backups lie outside the store, so that no report of changed rows tells of them. */
export function useRefreshBackups(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: api.backups.state.key() });
}

type StartOperation<Input> = Parameters<typeof useOperation<Input, { jobUid: string }>>[0];

/** A job about backups: shown as it goes; then the list is fetched anew and `onDone` hears its result. */
export function useBackupJob<Input>(operation: StartOperation<Input>, onDone: (result: unknown) => void) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const begin = useOperation(operation, { isSave: false, repeat: false });
  const refresh = useRefreshBackups();
  return {
    async start(...input: Parameters<typeof begin.run>): Promise<void> {
      const outcome = await begin.run(...input);
      if (outcome.done) setJobUid(outcome.value.jobUid);
    },
    starting: begin.running,
    dialog: (
      <JobDialog
        uid={jobUid}
        onDone={(result) => {
          refresh();
          onDone(result);
        }}
        onClose={() => setJobUid(null)}
      />
    ),
  };
}
