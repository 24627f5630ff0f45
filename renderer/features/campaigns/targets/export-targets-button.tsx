import { Button } from 'antd';
import { useState } from 'react';
import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** 督查对象名单 and its coverage as a workbook. */
export function ExportTargetsButton({ campaign }: { campaign: CampaignDetail }) {
  const mayExport = useRight('export');
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.campaigns.exportTargets, { isSave: false, repeat: false });
  if (!mayExport) return null;

  async function run(): Promise<void> {
    const outcome = await start.run({ uid: campaign.uid });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button disabled={campaign.targets === 0} loading={start.running} onClick={() => void run()}>
        导出名单
      </Button>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
