import type { PlanDetail } from '#shared/contract/plans.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';

const more = [
  { key: 'ledger', label: '导出督办台账' },
  { key: 'print', label: '打印本页' },
];

/** The plan's tasks in the order of its tree, as 任务分解表 or 督办台账; printing in the menu. */
export function PlanExportButton({ plan }: { plan: PlanDetail }) {
  const workbook = useStartedJob(client.tasks.exportWorkbook);

  function run(layout: 'ledger' | 'breakdown'): void {
    const uids = outlineOf(plan.nodes).flatMap(({ node }) => node.task?.uid ?? []);
    const filter = { text: '', view: 'all', kind: null, unitUid: null, sourceUid: plan.uid } as const;
    void workbook.start({ filter, sort: 'due', descending: false, uids, layout });
  }

  return (
    <>
      <SplitButton
        loading={workbook.starting}
        more={more}
        moreLabel="其他导出"
        onMore={(key) => (key === 'print' ? window.print() : run('ledger'))}
        onClick={() => run('breakdown')}
      >
        导出任务分解表
      </SplitButton>
      {workbook.dialog}
    </>
  );
}
