import { Button } from 'antd';
import { useState } from 'react';
import type { FindingFilter } from '#shared/contract/findings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

interface ExportButtonProps {
  filter: FindingFilter;
  /** None: everything that the list shows. */
  chosen: readonly string[];
}

/** 问题清单 and 整改台账 of what the list shows. */
export function ExportButton({ filter, chosen }: ExportButtonProps) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.findings.exportLedger, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(): Promise<void> {
    const outcome = await start.run({ filter, uids: chosen.length === 0 ? null : [...chosen] });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button loading={start.running} onClick={() => void run()}>
        {chosen.length === 0 ? '导出清单、台账' : `导出所选 ${chosen.length} 处`}
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
