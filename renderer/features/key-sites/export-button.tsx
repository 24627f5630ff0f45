import { Button } from 'antd';
import type { KeySite, KeySiteFilter } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

interface ExportButtonProps {
  filter: KeySiteFilter;
  /** None: everything that the list shows. */
  chosen: readonly KeySite[];
}

/** What the list shows, as a ledger that can be imported again. */
export function ExportButton({ filter, chosen }: ExportButtonProps) {
  const mayExport = useRight('export');
  const table = useStartedJob(client.keySites.exportLedger);
  if (!mayExport) return null;
  const uids = chosen.length === 0 ? null : chosen.map(({ uid }) => uid);

  return (
    <>
      <Button loading={table.starting} onClick={() => void table.start({ filter, uids })}>
        {chosen.length === 0 ? '导出台账' : `导出所选 ${chosen.length} 家`}
      </Button>
      {table.dialog}
    </>
  );
}
