import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportDefinition } from '#shared/contract/reports.ts';
import { spanKindNames } from '#shared/rules/reports/span.ts';
import { rowKindNames } from '#shared/rules/reports/table.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { ReportDialog } from './edit/report-dialog.tsx';
import { HandUpDialog } from './sets/hand-up-dialog.tsx';
import { useReports } from './use-reports.ts';

const columns: NonNullable<TableProps<ReportDefinition>['columns']> = [
  { title: '报表', dataIndex: 'name', ellipsis: true },
  { title: '每行', width: 110, render: (_, { rowKind }) => rowKindNames[rowKind] },
  { title: '栏目', width: 80, align: 'right', render: (_, row) => `${row.columns.length} 栏` },
  { title: '周期', width: 80, render: (_, { cycle }) => spanKindNames[cycle] },
  { title: '依据', dataIndex: 'source', width: 360, ellipsis: true },
  { title: '施行', width: 220, render: (_, row) => validityWords(row) },
];

function validityWords({ validFrom, validTo }: ReportDefinition): string {
  if (validFrom === null && validTo === null) return '长期';
  return `${validFrom ?? ''} 至 ${validTo ?? '今'}`;
}

/** Every report of the office. */
export function ReportsPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editReports');
  const [dialog, setDialog] = useState<'add' | 'handUp' | null>(null);
  const list = useReports();
  const add = (
    <Button disabled={!mayEdit} onClick={() => setDialog('add')}>
      新建报表
    </Button>
  );

  return (
    <>
      <ListPage
        title="统计报表"
        unit="张报表"
        actions={
          <>
            <Button onClick={() => navigate('/report-sets')}>上报登记</Button>
            {add}
            <Button type="primary" disabled={!mayEdit} onClick={() => setDialog('handUp')}>
              上报
            </Button>
          </>
        }
        columns={columns}
        rows={list.data ?? []}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={1_040}
        onOpen={({ uid }) => navigate(`/reports/${uid}`)}
        empty={
          <EmptyState
            text={
              '月报、季报在这里定义：每行是区县、成员单位还是月份，统计哪些栏目。\n数字由程序从检查、隐患、督办、会议、考核里数出来，点开就是明细。'
            }
            action={add}
          />
        }
      />
      {dialog === 'add' && (
        <ReportDialog
          report={null}
          onDone={(uid) => navigate(`/reports/${uid}`)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'handUp' && <HandUpDialog onClose={() => setDialog(null)} />}
    </>
  );
}
