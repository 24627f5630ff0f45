import { useQuery } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PeriodSummary } from '#shared/contract/assessment.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import { periodKindNames, progressText } from '../names.ts';
import { OpenPeriodDialog } from './open-period-dialog.tsx';

export const periodTables: readonly string[] = [
  'assessment_period',
  'assessment_group',
  'assessment_object',
  'period_event',
  'year_part',
  'score',
  'scheme',
  'organization_state',
];

const columns: NonNullable<TableProps<PeriodSummary>['columns']> = [
  { title: '考核期', dataIndex: 'title', ellipsis: true },
  { title: '编号', dataIndex: 'code', width: 100 },
  { title: '类别', width: 72, render: (_, { kind }) => periodKindNames[kind] },
  { title: '起止日期', width: 210, render: (_, { firstDay, lastDay }) => `${firstDay} 至 ${lastDay}` },
  { title: '考核组', width: 80, align: 'right', render: (_, { groupCount }) => `${groupCount} 组` },
  { title: '单位', width: 80, align: 'right', render: (_, { objectCount }) => `${objectCount} 个` },
  { title: '进度', width: 150, render: (_, period) => progressText(period) },
  { title: '状态', width: 100, render: (_, period) => <PeriodStatus period={period} /> },
];

/** All periods, the latest first. */
export function PeriodsPage() {
  const { data, isLoading } = useQuery(
    api.assessment.periods.queryOptions({ meta: { tables: periodTables } }),
  );
  const [, navigate] = useLocation();
  const [opening, setOpening] = useState(false);
  const mayScore = useRight('score');
  const openButton = <OpenButton disabled={!mayScore} onOpen={() => setOpening(true)} />;
  const isEmpty = data?.length === 0;

  return (
    <>
      <ListPage
        title="考核"
        unit="个考核期"
        actions={isEmpty ? undefined : openButton}
        columns={columns}
        rows={data ?? []}
        rowKey={({ uid }) => uid}
        loading={isLoading}
        minWidth={1_000}
        onOpen={({ uid }) => navigate(`/assessment/${uid}`)}
        empty={
          <EmptyState
            text="这里列出各季度、半年、年度的考核和抽查。开启一个考核期后就可以评分。"
            action={openButton}
          />
        }
      />
      {opening && <OpenPeriodDialog onClose={() => setOpening(false)} />}
    </>
  );
}

/** Has the focus when the page opens: Enter begins the next period. */
function OpenButton({ disabled, onOpen }: { disabled: boolean; onOpen: () => void }) {
  const button = useFirstFocus<HTMLButtonElement>();
  return (
    <Button ref={button} type="primary" disabled={disabled} onClick={onOpen}>
      开启考核期
    </Button>
  );
}

/** The state of a period as a light with its word. */
export function PeriodStatus({
  period,
}: {
  period: Pick<PeriodSummary, 'status' | 'scoredCount' | 'cellCount'>;
}) {
  if (period.status === 'final') return <LightTag light="green" word="已定稿" />;
  if (period.scoredCount === 0 && period.cellCount > 0) return <LightTag light="plain" word="未开始" />;
  return <LightTag light="yellow" word={period.scoredCount < period.cellCount ? '评分中' : '待定稿'} />;
}
