import { Button } from 'antd';
import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';

/** 督查对象名单 and its coverage as a workbook. */
export function ExportTargetsButton({ campaign }: { campaign: CampaignDetail }) {
  const mayExport = useRight('export');
  const list = useStartedJob(client.campaigns.exportTargets);
  if (!mayExport) return null;

  return (
    <>
      <Button
        disabled={campaign.targets === 0}
        loading={list.starting}
        onClick={() => void list.start({ uid: campaign.uid })}
      >
        导出名单
      </Button>
      {list.dialog}
    </>
  );
}
