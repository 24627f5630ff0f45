import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Segmented, type TableProps } from 'antd';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { CreditFilter, EnterpriseRow } from '#shared/contract/credit.ts';
import { creditLevelNames } from '#shared/rules/credit/levels.ts';
import {
  creditStateNames,
  type CreditView,
  creditViewNames,
  creditViews,
} from '#shared/rules/credit/state.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { MarkedText } from '../unreleased/index.ts';
import { CreditActions } from './credit-actions.tsx';
import { EnterpriseDialog } from './dialogs/enterprise-dialog.tsx';
import { EventDialog } from './dialogs/event-dialog.tsx';
import { ImportDialog } from './dialogs/import-dialog.tsx';
import { EnterprisePanel } from './enterprise-panel.tsx';
import { creditTables, stateLights } from './words.ts';

const columns: NonNullable<TableProps<EnterpriseRow>['columns']> = [
  { title: '企业名称', ellipsis: true, render: (_, { uid, name }) => <MarkedText uid={uid} text={name} /> },
  { title: '统一社会信用代码', key: 'code', dataIndex: 'code', width: 180 },
  { title: '县(市、区)', key: 'countyName', dataIndex: 'countyName', width: 110, ellipsis: true },
  { title: '等次', key: 'level', width: 90, render: (_, { rating }) => creditLevelNames[rating.level] },
  {
    title: '状态',
    key: 'state',
    width: 130,
    render: (_, { state }) => <LightTag light={stateLights[state]} word={creditStateNames[state]} />,
  },
  { title: '办理情况', key: 'remark', width: 270, ellipsis: true, render: (_, row) => remarkOf(row) },
  { title: '事项', key: 'eventCount', dataIndex: 'eventCount', width: 60, align: 'right' },
];

/** Where no decision says more: why it is rated so. */
function remarkOf({ remark, rating }: EnterpriseRow): string {
  return remark === '' ? rating.lines.map(({ text }) => text).join('') : remark;
}

const addItems = [
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'enterprise', label: '只新增企业' },
];

const PAGE = 100;

type Dialog = { kind: 'event' } | { kind: 'enterprise' } | { kind: 'import'; text: string | null };

/** 信用监管: who is trusted, discredited, to be decided upon; one enterprise with its whole history beside the list. */
export function CreditPage() {
  const [filter, setFilter] = useState<CreditFilter>({ view: 'all', countyUid: null, text: '' });
  const { uid: openUid = null } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const mayEdit = useRight('editInspections');
  usePastedTable(mayEdit && dialog === null, (text) => setDialog({ kind: 'import', text }));
  const list = useInfiniteQuery(
    api.credit.list.infiniteOptions({
      input: (after: number) => ({ ...filter, after, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
      meta: { tables: creditTables },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const { view, ...counted } = filter;
  const counts = useQuery({
    ...api.credit.counts.queryOptions({ input: counted, meta: { tables: creditTables } }),
    placeholderData: keepPreviousData,
  }).data?.views;
  const close = (): void => setDialog(null);
  const open = (uid: string): void => navigate(`/credit/${uid}`);
  const add = mayEdit && (
    <SplitButton
      primary
      more={addItems}
      moreLabel="导入、新增企业"
      onMore={(key) => setDialog(key === 'import' ? { kind: 'import', text: null } : { kind: 'enterprise' })}
      onClick={() => setDialog({ kind: 'event' })}
    >
      登记信用事项
    </SplitButton>
  );
  const isWhole = view === 'all' && filter.text === '' && filter.countyUid === null;

  return (
    <>
      <ListPage
        title="信用监管"
        unit="家"
        actions={
          <>
            <CreditActions filter={filter} mayEdit={mayEdit} />
            {add}
          </>
        }
        search={{
          text: filter.text,
          placeholder: '名称、拼音首字母、代码',
          onChange: (text) => setFilter({ ...filter, text }),
        }}
        filters={
          <>
            <Segmented<CreditView>
              aria-label="查看范围"
              value={view}
              options={creditViews.map((value) => ({ value, label: viewLabel(value, counts?.[value]) }))}
              onChange={(chosen) => setFilter({ ...filter, view: chosen })}
            />
            <span style={{ width: 170 }}>
              <OrganizationSelect
                aria-label="按区县"
                placeholder="按区县"
                levels={['county']}
                value={filter.countyUid}
                onChange={(countyUid) => setFilter({ ...filter, countyUid })}
              />
            </span>
          </>
        }
        columns={columns}
        rows={rows}
        {...(counts === undefined ? {} : { total: counts[view] })}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={1_080}
        leftOut={['code', 'eventCount', 'countyName', 'remark']}
        openKey={openUid}
        onOpen={({ uid }) => open(uid)}
        empty={
          <EmptyState
            text={
              isWhole
                ? '这里列出有信用事项的企业：守信、拟认定、失信公示、修复。登记一项表彰或处罚，企业就在这里了；也可以粘贴整张表。'
                : '没有符合条件的企业。'
            }
            action={isWhole ? add : undefined}
          />
        }
        {...(list.hasNextPage
          ? {
              more: {
                text: '显示更多企业',
                busy: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              },
            }
          : {})}
        side={
          openUid !== null && (
            <EnterprisePanel key={openUid} uid={openUid} onClose={() => navigate('/credit')} />
          )
        }
      />
      {dialog?.kind === 'event' && <EventDialog subject={null} onDone={open} onClose={close} />}
      {dialog?.kind === 'enterprise' && <EnterpriseDialog enterprise={null} onDone={open} onClose={close} />}
      {dialog?.kind === 'import' && <ImportDialog text={dialog.text} onClose={close} />}
    </>
  );
}

function viewLabel(view: CreditView, count: number | undefined): string {
  return count === undefined || count === 0 ? creditViewNames[view] : `${creditViewNames[view]} ${count}`;
}
