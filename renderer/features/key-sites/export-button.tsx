import { Button } from 'antd';
import { useState } from 'react';
import type { KeySite, KeySiteFilter } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

interface ExportButtonProps {
  filter: KeySiteFilter;
  /** None: everything that the list shows. */
  chosen: readonly KeySite[];
}

/** What the list shows, as a ledger that can be imported again. */
export function ExportButton({ filter, chosen }: ExportButtonProps) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.keySites.exportLedger, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(): Promise<void> {
    const uids = chosen.length === 0 ? null : chosen.map(({ uid }) => uid);
    const outcome = await start.run({ filter, uids });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        {chosen.length === 0 ? '导出台账' : `导出所选 ${chosen.length} 家`}
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
