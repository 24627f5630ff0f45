import { useState } from 'react';
import type { DiagnosisText } from '#shared/contract/about.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

export interface ShownDiagnosis {
  /** Of the job that made it; what is saved is exactly that. */
  uid: string;
  texts: DiagnosisText[];
}

/** Makes a diagnosis and hands it over to be looked at. */
export function useDiagnosis() {
  const begin = useOperation(client.about.diagnose, { isSave: false, repeat: false });
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [shown, setShown] = useState<ShownDiagnosis | null>(null);
  return {
    async start(): Promise<void> {
      const outcome = await begin.run();
      if (outcome.done) setJobUid(outcome.value.jobUid);
    },
    starting: begin.running,
    dialog: (
      <JobDialog
        uid={jobUid}
        onDone={(texts) => {
          if (jobUid !== null) setShown({ uid: jobUid, texts: texts as DiagnosisText[] });
        }}
        onClose={() => setJobUid(null)}
      />
    ),
    shown,
    close: () => setShown(null),
  };
}
