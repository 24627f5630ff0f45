import { Button } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** The pages of the preview as a PDF; what was typed is saved first. */
export function PdfButton({ uid, save }: { uid: string; save: () => Promise<boolean> }) {
  const [job, setJob] = useState<string | null>(null);
  const start = useOperation(client.papers.writePdf, { isSave: false, repeat: false });

  async function run(): Promise<void> {
    if (!(await save())) return;
    const outcome = await start.run({ uids: [uid] });
    if (outcome.done) setJob(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        PDF
      </Button>
      <JobDialog uid={job} onClose={() => setJob(null)} />
    </>
  );
}
