import { Button } from 'antd';
import { useState } from 'react';
import type { NoticeRow } from '#shared/contract/notices.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** One PDF of all chosen notices, in the order of the list: one print job. */
export function BatchPdf({ rows }: { rows: readonly NoticeRow[] }) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.papers.writePdf, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(): Promise<void> {
    const outcome = await start.run({ uids: rows.map(({ paperUid }) => paperUid) });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        合并成 PDF
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
