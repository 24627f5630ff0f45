import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { HandedSet } from '#shared/contract/reports.ts';
import { spanWords } from '#shared/rules/reports/span.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { useSets } from '../use-reports.ts';
import { HandUpDialog } from './hand-up-dialog.tsx';

const FINGERPRINT_SHOWN = 8;

const columns: NonNullable<TableProps<HandedSet>['columns']> = [
  { title: '上报日期', dataIndex: 'handedOn', width: 110 },
  { title: '报送单位', dataIndex: 'recipient', width: 220, ellipsis: true },
  { title: '统计时间', width: 220, render: (_, set) => spanWords(set) },
  { title: '报表', ellipsis: true, render: (_, { names }) => names.join('、') },
  { title: '经办人', dataIndex: 'handedBy', width: 90 },
  { title: '指纹', width: 100, render: (_, set) => set.fingerprint.slice(0, FINGERPRINT_SHOWN) },
  { title: '状态', width: 90, render: (_, set) => (set.withdrawn === null ? '已上报' : '已撤回') },
];

/** What was handed up, when and to whom; the latest first. */
export function ReportSetsPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editReports');
  const [isHanding, setIsHanding] = useState(false);
  const list = useSets();
  const handUp = (
    <Button type="primary" disabled={!mayEdit} onClick={() => setIsHanding(true)}>
      上报
    </Button>
  );
  return (
    <>
      <ListPage
        title="上报登记"
        unit="次上报"
        actions={handUp}
        columns={columns}
        rows={list.data ?? []}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={1_040}
        onOpen={({ uid }) => navigate(`/report-sets/${uid}`)}
        empty={
          <EmptyState
            text={
              '报出去的统计报表在这里留存：何时报给谁、当时的数字和指纹。\n以后数字改了，打开就能看到哪里和报出去的不同。'
            }
            action={handUp}
          />
        }
      />
      {isHanding && <HandUpDialog onClose={() => setIsHanding(false)} />}
    </>
  );
}
