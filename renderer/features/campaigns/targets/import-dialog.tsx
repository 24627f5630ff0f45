import type { CampaignDetail } from '#shared/contract/campaigns.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

interface ImportDialogProps {
  campaign: CampaignDetail;
  onClose: () => void;
}

export function ImportDialog({ campaign, onClose }: ImportDialogProps) {
  return (
    <ListImport<{ campaignUid: string }>
      what="督查对象"
      unit="个对象"
      hint="一行一个对象，连标题行一起：督查对象、县(市、区)、乡镇(街道)、预计用时(分钟)、备注。“重点单位”里有的按台账列入，也可以是乡镇(街道)；其他的按名称列入，要写明县(市、区)。已在名单里的不重复列入，只更新用时和备注。"
      text={null}
      read={client.campaigns.readTable}
      take={client.campaigns.importTable}
      firstOptions={{ campaignUid: campaign.uid }}
      onClose={onClose}
    />
  );
}
