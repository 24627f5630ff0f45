import { useState } from 'react';
import type { TaskFilter } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
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
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.tasks.exportWorkbook, { isSave: false, repeat: false });

  async function run(layout: 'ledger' | 'breakdown'): Promise<void> {
    const uids = chosen.length === 0 ? null : [...chosen];
    const outcome = await start.run({ filter, ...order, uids, layout });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <SplitButton
        loading={start.running}
        more={moreItems}
        moreLabel="其他导出"
        onMore={(key) => (key === 'print' ? window.print() : void run('breakdown'))}
        onClick={() => void run('ledger')}
      >
        {chosen.length === 0 ? '导出台账' : `导出所选 ${chosen.length} 项`}
      </SplitButton>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
