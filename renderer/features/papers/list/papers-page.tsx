import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Dropdown, Segmented, Select, type TableProps, Tooltip } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { type PaperSummary, type PaperView, paperViews } from '#shared/contract/papers.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { UnreleasedMark } from '../../unreleased/index.ts';
import { paperTables } from '../tables.ts';
import { EarlierDialog } from './earlier-dialog.tsx';
import { NewPaperDialog } from './new-paper-dialog.tsx';
import { RegisterExport } from './register-export.tsx';
import { StatusTag } from './status-tag.tsx';

const PAGE = 100;

const viewNames: Readonly<Record<PaperView, string>> = {
  mine: '待我办',
  draft: '拟稿',
  review: '核稿',
  signing: '待签发',
  signed: '待印发',
  issued: '已印发',
  void: '已作废',
  all: '全部',
  register: '登记簿',
};
const viewOrder = Object.keys(viewNames).filter(isView);

const columns: NonNullable<TableProps<PaperSummary>['columns']> = [
  {
    title: '标题',
    ellipsis: { showTitle: false },
    render: (_, { uid, title }) => (
      <>
        <UnreleasedMark uid={uid} />
        <Tooltip title={title} placement="topLeft" mouseEnterDelay={0.6}>
          {title === '' ? '（还没有标题）' : title}
        </Tooltip>
      </>
    ),
  },
  { title: '文种', dataIndex: 'kindName', width: 116, ellipsis: true },
  { title: '文号', dataIndex: 'number', width: 190, ellipsis: true },
  {
    title: '状态',
    width: 104,
    render: (_, { status, voidReason }) => (
      <Tooltip title={voidReason}>
        <span>
          <StatusTag status={status} />
        </span>
      </Tooltip>
    ),
  },
  { title: '拟稿人', dataIndex: 'draftedBy', width: 88, ellipsis: true },
  { title: '待谁办', dataIndex: 'holderName', width: 88, ellipsis: true },
  { title: '日期', width: 110, render: (_, { issuedOn, signedOn }) => issuedOn ?? signedOn ?? '—' },
];

/** 发文: what is being written, what waits for whom, and the register. */
export function PapersPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editPapers');
  const maySign = useRight('signPapers');
  const [params, setParams] = useSearchParams();
  const view = viewOf(params.get('view'));
  const [kind, setKind] = useState<string | null>(null);
  const [year, setYear] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const [dialog, setDialog] = useState<'new' | 'earlier' | null>(null);
  const text = useDeferredValue(typed.trim());
  const filter = { view, kind, year: view === 'register' ? year : null, text };

  const kinds = useQuery(api.papers.kinds.queryOptions({ meta: { tables: ['paper_kind'] } })).data ?? [];
  const counts = useQuery(api.papers.counts.queryOptions({ meta: { tables: paperTables } })).data;
  const list = useInfiniteQuery(
    api.papers.list.infiniteOptions({
      input: (after: string | null) => ({ ...filter, after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
      meta: { tables: paperTables },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const isWhole = text === '' && kind === null && view !== 'register';

  return (
    <>
      <ListPage
        title="发文"
        unit="份公文"
        {...(isWhole && counts !== undefined ? { total: counts[view] } : {})}
        search={{ text: typed, onChange: setTyped, placeholder: '标题、文号或拼音首字母' }}
        filters={
          <>
            <Segmented<PaperView>
              aria-label="查看范围"
              value={view}
              onChange={(next) => setParams({ view: next })}
              options={viewOrder.map((each) => ({
                value: each,
                label: labelOf(each, each === 'register' ? undefined : counts?.[each]),
              }))}
            />
            <Select<string | null>
              aria-label="文种"
              value={kind}
              onChange={setKind}
              style={{ width: 130 }}
              options={[
                { value: null, label: '全部文种' },
                ...kinds.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
            {view === 'register' && <YearSelect value={year} onChange={setYear} />}
          </>
        }
        actions={
          <>
            <RegisterExport filter={{ kind, year: view === 'register' ? year : null, text }} />
            {maySign && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: 'earlier', label: '补录以前的文号…', onClick: () => setDialog('earlier') },
                    { key: 'setup', label: '文号与文种…', onClick: () => navigate('/paper-setup') },
                    { key: 'templates', label: '公文模板…', onClick: () => navigate('/paper-templates') },
                  ],
                }}
              >
                <Button>更多</Button>
              </Dropdown>
            )}
            {mayEdit && (
              <Button type="primary" onClick={() => setDialog('new')}>
                拟稿
              </Button>
            )}
          </>
        }
        columns={columns}
        minWidth={980}
        rows={rows}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        onOpen={({ uid }) => navigate(`/papers/${uid}`)}
        empty={
          text !== '' || kind !== null ? (
            <EmptyState text="没有符合条件的公文，换个词或换个文种再找。" />
          ) : (
            <EmptyState
              text={emptyTexts[view] ?? `没有“${viewNames[view]}”的公文。`}
              action={
                mayEdit && (
                  <Button type="primary" onClick={() => setDialog('new')}>
                    拟一份公文
                  </Button>
                )
              }
            />
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
      {dialog === 'new' && <NewPaperDialog onClose={() => setDialog(null)} />}
      {dialog === 'earlier' && <EarlierDialog onClose={() => setDialog(null)} />}
    </>
  );
}

const emptyTexts: Partial<Record<PaperView, string>> = {
  mine: '没有等您办理的公文。选一个模板，一份通知、函或纪要的格式就备好了。',
  all: '这里放办公室的发文：从拟稿、核稿、签发到印发。选一个模板就可以开始写。',
  register: '取过文号的公文都登记在这里。以前发的文，可以在“更多”里补录文号。',
};

function YearSelect({ value, onChange }: { value: number | null; onChange: (year: number | null) => void }) {
  const [now] = useState(() => new Date().getFullYear());
  const years = Array.from({ length: 10 }, (_, index) => now - index);
  return (
    <Select<number | null>
      aria-label="年份"
      value={value}
      onChange={onChange}
      style={{ width: 110 }}
      options={[
        { value: null, label: '全部年份' },
        ...years.map((year) => ({ value: year, label: `${year}年` })),
      ]}
    />
  );
}

function labelOf(view: PaperView, count: number | undefined): string {
  const name = viewNames[view];
  return count === undefined || count === 0 ? name : `${name} ${count}`;
}

function viewOf(value: string | null): PaperView {
  return value !== null && isView(value) ? value : 'mine';
}

function isView(value: string): value is PaperView {
  return (paperViews as readonly string[]).includes(value);
}
