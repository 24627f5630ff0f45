import { useState } from 'react';
import type { PlanDetail } from '#shared/contract/plans.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';

const more = [
  { key: 'ledger', label: '导出督办台账' },
  { key: 'print', label: '打印本页' },
];

/** The plan's tasks in the order of its tree, as 任务分解表 or 督办台账; printing in the menu. */
export function PlanExportButton({ plan }: { plan: PlanDetail }) {
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.tasks.exportWorkbook, { isSave: false, repeat: false });

  async function run(layout: 'ledger' | 'breakdown'): Promise<void> {
    const uids = outlineOf(plan.nodes).flatMap(({ node }) => node.task?.uid ?? []);
    const filter = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: plan.uid } as const;
    const outcome = await start.run({ filter, sort: 'due', descending: false, uids, layout });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <SplitButton
        loading={start.running}
        more={more}
        moreLabel="其他导出"
        onMore={(key) => (key === 'print' ? window.print() : void run('ledger'))}
        onClick={() => void run('breakdown')}
      >
        导出任务分解表
      </SplitButton>
      <JobDialog uid={jobUid} onClose={() => setJobUid(null)} />
    </>
  );
}
