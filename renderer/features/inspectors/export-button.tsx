import { Button } from 'antd';
import { useState } from 'react';
import type { Inspector, InspectorFilter } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

interface ExportButtonProps {
  filter: InspectorFilter;
  /** None: everybody whom the list shows. */
  chosen: readonly Inspector[];
}

/** Whom the list shows, as a table that can be imported again, and the vehicles. */
export function ExportButton({ filter, chosen }: ExportButtonProps) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.inspectors.exportPool, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(): Promise<void> {
    const uids = chosen.length === 0 ? null : chosen.map(({ uid }) => uid);
    const outcome = await start.run({ filter, uids });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        {chosen.length === 0 ? '导出名单' : `导出所选 ${chosen.length} 人`}
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
