import type { TaskFilter } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import type { ListOrder } from './use-tasks.ts';

const moreItems = [
  { key: 'breakdown', label: '导出任务分解表' },
  { key: 'print', label: '打印本页' },
];

interface ExportButtonProps {
  filter: TaskFilter;
  order: ListOrder;
  /** Chosen rows; none: everything that the list shows. */
  chosen: readonly string[];
}

/** What the list shows, as 督办台账; 任务分解表 and printing in the menu. */
export function ExportButton({ filter, order, chosen }: ExportButtonProps) {
  const workbook = useStartedJob(client.tasks.exportWorkbook);

  function run(layout: 'ledger' | 'breakdown'): void {
    const uids = chosen.length === 0 ? null : [...chosen];
    void workbook.start({ filter, ...order, uids, layout });
  }

  return (
    <>
      <SplitButton
        loading={workbook.starting}
        more={moreItems}
        moreLabel="其他导出"
        onMore={(key) => (key === 'print' ? window.print() : run('breakdown'))}
        onClick={() => run('ledger')}
      >
        {chosen.length === 0 ? '导出台账' : `导出所选 ${chosen.length} 项`}
      </SplitButton>
      {workbook.dialog}
    </>
  );
}
