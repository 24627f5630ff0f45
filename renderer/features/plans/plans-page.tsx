import { Button, type TableProps } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { totalOf } from '#shared/rules/plans/standing.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { NewPlanDialog } from './plan-form-dialog.tsx';
import { Progress } from './progress.tsx';
import { usePlans } from './use-plans.ts';

const columns: NonNullable<TableProps<PlanSummary>['columns']> = [
  { title: '实施方案', dataIndex: 'title', ellipsis: true },
  { title: '文号', dataIndex: 'documentNumber', width: 200, ellipsis: true },
  { title: '印发日期', dataIndex: 'issuedOn', width: 120 },
  { title: '任务', width: 72, align: 'right', render: (_, { counts }) => totalOf(counts) },
  { title: '办结', width: 150, render: (_, { counts }) => <Progress counts={counts} /> },
  { title: '备注', dataIndex: 'note', width: 220, ellipsis: true },
];

/** Implementation plans, the latest first. */
export function PlansPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editTasks');
  const [typed, setTyped] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const text = useDeferredValue(typed.trim());
  const list = usePlans(text);
  const firstStep = mayEdit && (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      新增方案
    </Button>
  );
  return (
    <>
      <ListPage
        title="实施方案"
        unit="个方案"
        actions={firstStep}
        search={{ text: typed, onChange: setTyped, placeholder: '名称、文号或拼音首字母' }}
        columns={columns}
        rows={list.data ?? []}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={1_000}
        onOpen={({ uid }) => navigate(`/plans/${uid}`)}
        empty={
          text === '' ? (
            <EmptyState
              text={
                '这里列出实施方案：每个方案分解成标题和任务，明确牵头单位和时限。\n任务可以逐条录入，也可以从 Excel 的任务分解表粘贴；各单位的进度自动汇总。'
              }
              action={firstStep}
            />
          ) : (
            <EmptyState text="没有符合条件的方案。" />
          )
        }
      />
      {isAdding && (
        <NewPlanDialog onAdded={(uid) => navigate(`/plans/${uid}`)} onClose={() => setIsAdding(false)} />
      )}
    </>
  );
}
