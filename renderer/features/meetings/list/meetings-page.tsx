import { useQuery } from '@tanstack/react-query';
import { Button, Select, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { MeetingSummary } from '#shared/contract/meetings.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { meetingTables, statusWords, whenText } from '../names.ts';
import { ImportMeetingsDialog } from './import-meetings-dialog.tsx';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';
import { SeriesDialog } from './series-dialog.tsx';
import { YearDialog } from './year-dialog.tsx';

const columns: NonNullable<TableProps<MeetingSummary>['columns']> = [
  { title: '会议', dataIndex: 'title', ellipsis: true },
  { title: '系列', dataIndex: 'seriesName', width: 150, ellipsis: true },
  { title: '时间', width: 150, render: (_, meeting) => whenText(meeting) },
  { title: '地点', dataIndex: 'place', width: 180, ellipsis: true },
  { title: '应到', width: 72, align: 'right', render: (_, { calledCount }) => calledCount },
  {
    title: '实到',
    width: 72,
    align: 'right',
    render: (_, { status, presentCount }) => (status === 'held' ? presentCount : ''),
  },
  {
    title: '状态',
    width: 100,
    render: (_, { status }) => <LightTag {...statusWords[status]} />,
  },
];

const moreItems = [{ key: 'import', label: '从 Excel 导入或粘贴' }];

/** All meetings, the latest first; a new one takes its people from the roster. */
export function MeetingsPage() {
  const [, navigate] = useLocation();
  const [seriesUid, setSeriesUid] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'new' | 'series' | 'year' | null>(null);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  const mayEdit = useRight('editMeetings');
  const series = useQuery(api.meetings.series.queryOptions({ meta: { tables: meetingTables } }));
  const list = useQuery(
    api.meetings.list.queryOptions({ input: { seriesUid, year: null }, meta: { tables: meetingTables } }),
  );
  const hasSeries = (series.data?.length ?? 0) > 0;
  const mayImport = mayEdit && hasSeries && dialog === null && importing === null;
  usePastedTable(mayImport, (text) => setImporting({ text }));
  const firstStep = hasSeries ? (
    <SplitButton
      primary
      disabled={!mayEdit}
      more={moreItems}
      moreLabel="导入"
      onMore={() => setImporting({ text: null })}
      onClick={() => setDialog('new')}
    >
      召开会议
    </SplitButton>
  ) : (
    <Button type="primary" disabled={!mayEdit} onClick={() => setDialog('series')}>
      设立会议系列
    </Button>
  );

  return (
    <>
      <ListPage
        title="会议纪要"
        unit="次会议"
        actions={
          hasSeries && (
            <>
              <Button onClick={() => setDialog('year')}>年度出席情况</Button>
              <Button onClick={() => setDialog('series')}>会议系列</Button>
              {firstStep}
            </>
          )
        }
        {...(hasSeries
          ? {
              filters: (
                <Select
                  aria-label="会议系列"
                  style={{ width: 220 }}
                  allowClear
                  placeholder="全部系列"
                  value={seriesUid}
                  options={(series.data ?? []).map(({ uid, name }) => ({ value: uid, label: name }))}
                  onChange={(value: string | undefined) => setSeriesUid(value ?? null)}
                />
              ),
            }
          : {})}
        columns={columns}
        rows={list.data ?? []}
        rowKey={({ uid }) => uid}
        loading={list.isLoading || series.isLoading}
        minWidth={1_000}
        onOpen={({ uid }) => navigate(`/meetings/${uid}`)}
        empty={
          <EmptyState
            text={
              hasSeries
                ? '这里列出开过和要开的会议。召开会议时，参会人员从名册带出，上次没有办结的议定事项自动列入议程。'
                : '先设立会议系列，例如“消安委全体会议，每季度一次”，程序会提醒下一次什么时候该开。'
            }
            action={firstStep}
          />
        }
      />
      {dialog === 'new' && (
        <NewMeetingDialog series={series.data ?? []} seriesUid={seriesUid} onClose={() => setDialog(null)} />
      )}
      {dialog === 'series' && <SeriesDialog series={series.data ?? []} onClose={() => setDialog(null)} />}
      {importing !== null && (
        <ImportMeetingsDialog text={importing.text} onClose={() => setImporting(null)} />
      )}
      {dialog === 'year' && <YearDialog series={series.data ?? []} onClose={() => setDialog(null)} />}
    </>
  );
}
