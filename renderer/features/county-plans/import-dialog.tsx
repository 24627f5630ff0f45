import type { CountyPlanDetail } from '#shared/contract/county-plans.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

interface ImportDialogProps {
  plan: CountyPlanDetail;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ plan, text, onClose }: ImportDialogProps) {
  return (
    <ListImport<{ countyPlanUid: string }>
      what={`${plan.name}实施方案的任务`}
      unit="项任务"
      hint="一行一项任务，连标题行一起：任务、责任单位、完成时限，列的顺序不限；“11月底前”这样的时限也认得。有“对应市方案任务”一列的照它对应，没有的导入以后按文字提出建议。"
      text={text}
      read={client.countyPlans.readTable}
      take={client.countyPlans.importTable}
      firstOptions={{ countyPlanUid: plan.uid }}
      onClose={onClose}
    />
  );
}
