import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { OperationRecord } from '#shared/contract/history.ts';
import { hostNames } from '#shared/rules/history/labels.ts';
import { ANY_TABLE } from '#renderer/app/changes.ts';
import { api, client } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { HeadButton } from './head-button.tsx';
import { emptyFilter, type HistoryFilter, HistoryFilters } from './history-filters.tsx';
import { OperationState } from './operation-state.tsx';
import { RowChanges } from './row-changes.tsx';
import { VerifyButton } from './verify-button.tsx';

const PAGE = 100;

const columns: NonNullable<TableProps<OperationRecord>['columns']> = [
  { title: '编号', dataIndex: 'number', width: 64, align: 'right' },
  { title: '时间', width: 166, render: (_, record) => fullInstant(record.at) },
  { title: '用户', dataIndex: 'userName', width: 90, ellipsis: true },
  { title: '终端', width: 84, render: (_, { host }) => hostNames[host] },
  { title: '操作', dataIndex: 'label', width: 160, ellipsis: true },
  { title: '内容', dataIndex: 'summary', ellipsis: true },
  {
    title: '改动',
    width: 70,
    align: 'right',
    render: (_, { changeCount }) => (changeCount === 0 ? '' : `${changeCount} 行`),
  },
  { title: '结果', width: 130, render: (_, record) => <OperationState record={record} /> },
];

/** Everything that was done, by whom and when, with each value before and after. */
export function HistoryPage() {
  const [filter, setFilter] = useState<HistoryFilter>(emptyFilter);
  const text = useDeferredValue(filter.text.trim());
  const { userName, from, to } = filter;
  const asked = { text, userName: userName === '' ? null : userName, from, to };
  const table = useStartedJob(client.history.exportLog);
  const log = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (before: number | null) => ({
        ...asked,
        before,
        limit: PAGE,
      }),
      initialPageParam: null,
      getNextPageParam: ({ records }) => (records.length < PAGE ? undefined : records.at(-1)?.number),
      placeholderData: (before) => before,
      meta: { tables: [ANY_TABLE] },
    }),
  );
  const records = useMemo(() => log.data?.pages.flatMap((page) => page.records) ?? [], [log.data]);
  const total = log.data?.pages[0]?.total;

  return (
    <ListPage
      title="操作日志"
      actions={
        <>
          <Button onClick={() => void log.refetch()}>刷新</Button>
          <Button loading={table.starting} onClick={() => void table.start(asked)}>
            导出
          </Button>
          <HeadButton />
          <VerifyButton />
          {table.dialog}
        </>
      }
      search={{
        text: filter.text,
        onChange: (next) => setFilter({ ...filter, text: next }),
        placeholder: '操作或内容',
      }}
      filters={<HistoryFilters filter={filter} onChange={setFilter} />}
      columns={columns}
      rows={records}
      rowKey={(record) => record.uid}
      loading={log.isLoading}
      minWidth={930}
      empty={<EmptyState text={'没有符合条件的操作。\n换个词，或者放宽日期。'} />}
      expandable={{
        rowExpandable: ({ changeCount, reason }) => changeCount > 0 || reason !== null,
        expandedRowRender: detailOf,
        expandRowByClick: true,
        columnWidth: 40,
      }}
      {...(total === undefined ? {} : { total })}
      {...(log.hasNextPage
        ? {
            more: {
              text: '显示更早的操作',
              busy: log.isFetchingNextPage,
              onMore: () => void log.fetchNextPage(),
            },
          }
        : {})}
    />
  );
}

function detailOf({ uid, reason }: OperationRecord) {
  return reason === null ? <RowChanges operationUid={uid} /> : <>原因：{reason}</>;
}
