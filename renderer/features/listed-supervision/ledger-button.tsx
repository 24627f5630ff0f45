import { Button } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

/** The ledger of what the page shows, as a workbook. */
export function LedgerButton({ view }: { view: 'open' | 'late' | 'delisted' | 'all' }) {
  const mayExport = useRight('export');
  const ledger = useStartedJob(client.listedSupervision.exportLedger);
  if (!mayExport) return null;

  return (
    <>
      <Button loading={ledger.starting} onClick={() => void ledger.start({ view })}>
        导出一览表
      </Button>
      {ledger.dialog}
    </>
  );
}
