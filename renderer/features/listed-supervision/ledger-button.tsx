import { Button } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** The ledger of what the page shows, as a workbook. */
export function LedgerButton({ view }: { view: 'open' | 'late' | 'delisted' | 'all' }) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.listedSupervision.exportLedger, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(): Promise<void> {
    const outcome = await start.run({ view });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        导出一览表
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
