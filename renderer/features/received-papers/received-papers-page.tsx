import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Segmented, type TableProps } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { ReceivedSummary, ReceivedView } from '#shared/contract/received-papers.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { DueTag } from './due-tag.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ReceivedDialog } from './received-dialog.tsx';
import { ReceivedPanel } from './received-panel.tsx';
import { receivedTables } from './tables.ts';

const PAGE = 100;
const addItems = [{ key: 'import', label: '从 Excel 导入或粘贴' }];
const viewNames: Readonly<Record<ReceivedView, string>> = { open: '在办', done: '已办结', all: '全部' };

const columns: NonNullable<TableProps<ReceivedSummary>['columns']> = [
  { title: '编号', width: 92, render: (_, { year, serial }) => `${year}-${serial}` },
  { title: '标题', dataIndex: 'title', ellipsis: true },
  { title: '来文单位', dataIndex: 'sender', width: 170, ellipsis: true },
  { title: '来文字号', key: 'theirNumber', dataIndex: 'theirNumber', width: 160, ellipsis: true },
  { title: '收文日期', key: 'receivedOn', dataIndex: 'receivedOn', width: 108 },
  { title: '办理', width: 150, render: (_, received) => <DueTag received={received} /> },
];

/** 收文: the register at the left, what is done with the open one beside it. */
export function ReceivedPapersPage() {
  const { uid: openUid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editPapers');
  const [view, setView] = useState<ReceivedView>('open');
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && !adding && importing === null, (pasted) => setImporting({ text: pasted }));
  const text = useDeferredValue(typed.trim());
  const filter = { view, year: null, text };
  const counts = useQuery(api.receivedPapers.counts.queryOptions({ meta: { tables: receivedTables } })).data;
  const list = useInfiniteQuery(
    api.receivedPapers.list.infiniteOptions({
      input: (after: string | null) => ({ ...filter, after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
      meta: { tables: receivedTables },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const register = useStartedJob(client.receivedPapers.exportRegister);

  const addButton = (
    <SplitButton
      primary
      more={addItems}
      moreLabel="导入"
      onMore={() => setImporting({ text: null })}
      onClick={() => setAdding(true)}
    >
      登记收文
    </SplitButton>
  );
  return (
    <>
      <ListPage
        title="收文"
        unit="份收文"
        {...(text === '' && counts !== undefined ? { total: counts[view] } : {})}
        search={{ text: typed, onChange: setTyped, placeholder: '标题、单位、字号、拼音' }}
        filters={
          <Segmented<ReceivedView>
            aria-label="查看范围"
            value={view}
            onChange={setView}
            options={(['open', 'done', 'all'] as const).map((each) => ({
              value: each,
              label: counts === undefined ? viewNames[each] : `${viewNames[each]} ${counts[each]}`,
            }))}
          />
        }
        actions={
          <>
            <Button loading={register.starting} onClick={() => void register.start(filter)}>
              导出登记簿
            </Button>
            {mayEdit && addButton}
          </>
        }
        columns={columns}
        minWidth={860}
        leftOut={['theirNumber', 'receivedOn']}
        rows={rows}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        openKey={openUid ?? null}
        onOpen={({ uid }) => navigate(`/received-papers/${uid}`)}
        side={
          openUid !== undefined && (
            <ReceivedPanel key={openUid} uid={openUid} onClose={() => navigate('/received-papers')} />
          )
        }
        empty={
          text === '' ? (
            <EmptyState
              text="这里登记收到的公文：谁来的、怎么批、传给谁看、办得怎样。"
              action={mayEdit && addButton}
            />
          ) : (
            <EmptyState text="没有符合条件的收文，换个词再找。" />
          )
        }
        {...(list.hasNextPage
          ? {
              more: {
                text: `再看 ${PAGE} 份`,
                busy: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              },
            }
          : {})}
      />
      {adding && (
        <ReceivedDialog
          onSaved={(uid) => {
            setAdding(false);
            navigate(`/received-papers/${uid}`);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {importing !== null && <ImportDialog text={importing.text} onClose={() => setImporting(null)} />}
      {register.dialog}
    </>
  );
}
