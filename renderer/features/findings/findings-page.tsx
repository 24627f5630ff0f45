import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { FindingFilter, FindingRow, FindingSort } from '#shared/contract/findings.ts';
import { handedOver } from '#renderer/app/handed-over.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { OpenTask, SettingsDialog, useLightDays, useTaskSettings } from '../tasks/index.ts';
import { BulkBar } from './bulk-bar.tsx';
import { AddDialog } from './dialogs/add-dialog.tsx';
import { ImportDialog } from './dialogs/import-dialog.tsx';
import { ExactCount } from './exact-count.tsx';
import { ExportButton } from './export-button.tsx';
import { findingColumns } from './finding-columns.tsx';
import { filterOf, LIST } from './filter-link.ts';
import { FindingFilters, SortChoice } from './finding-filters.tsx';
import { useFindingCounts, useFindingList } from './use-findings.ts';

const moreItems = [
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'settings', label: '督办设置' },
];

/** 问题隐患: everything that was found, the open one beside the list as the task that it is. */
export function FindingsPage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections');
  const [filter, setFilter] = useState<FindingFilter>(() => filterOf(handedOver(LIST)));
  const [sort, setSort] = useState<FindingSort>('due');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<'add' | 'settings' | { text: string | null } | null>(null);
  const settings = useTaskSettings();
  const asked = useDeferredValue(filter);
  const { list, rows } = useFindingList(asked, sort);
  const counts = useFindingCounts(asked);
  const days = useLightDays();
  const { columns, minWidth } = findingColumns(days, uid !== undefined);
  usePastedTable(mayEdit && dialog === null, (text) => setDialog({ text }));
  const chosenRows = rows.filter((row) => chosen.includes(row.uid));

  return (
    <>
      <ListPage<FindingRow>
        title="问题隐患"
        unit="处问题"
        actions={
          <>
            <SortChoice sort={sort} isFixed={filter.text.trim() !== ''} onChange={setSort} />
            <Button onClick={() => navigate('/findings/results')}>问题统计</Button>
            <ExportButton filter={asked} chosen={chosenRows.map((row) => row.uid)} />
            {mayEdit && (
              <SplitButton
                primary
                more={moreItems}
                moreLabel="导入和设置"
                onMore={(key) => setDialog(key === 'import' ? { text: null } : 'settings')}
                onClick={() => setDialog('add')}
              >
                登记问题
              </SplitButton>
            )}
          </>
        }
        search={{
          text: filter.text,
          onChange: (text) => setFilter({ ...filter, text }),
          placeholder: '场所、问题或拼音首字母',
        }}
        filters={
          chosenRows.length > 0 ? (
            <BulkBar findings={chosenRows} onDone={() => setChosen([])} />
          ) : (
            <FindingFilters filter={filter} counts={counts} onChange={setFilter} />
          )
        }
        columns={columns}
        minWidth={minWidth}
        rows={rows}
        rowKey={(row) => row.uid}
        loading={list.isLoading}
        openKey={uid ?? null}
        onOpen={(row) => navigate(`/findings/${row.uid}`)}
        {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        {...(counts === undefined
          ? {}
          : { count: <ExactCount filter={asked} shown={rows.length} total={counts.views[asked.view]} /> })}
        empty={<Empty filter={asked} onAdd={mayEdit ? () => setDialog('add') : null} />}
        {...(list.hasNextPage
          ? {
              more: {
                text: '显示更多问题',
                busy: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              },
            }
          : {})}
        side={uid !== undefined && <OpenTask key={uid} uid={uid} onClose={() => navigate('/findings')} />}
      />
      {dialog === 'add' && settings !== undefined && (
        <AddDialog
          findingDays={settings.findingDays}
          onDone={(added) => {
            setDialog(null);
            navigate(`/findings/${added}`);
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {typeof dialog === 'object' && dialog !== null && (
        <ImportDialog text={dialog.text} onClose={() => setDialog(null)} />
      )}
      {dialog === 'settings' && settings !== undefined && (
        <SettingsDialog settings={settings} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function Empty({ filter, onAdd }: { filter: FindingFilter; onAdd: (() => void) | null }) {
  const { campaignUid, countyUid, tradeUid, severity, counted, text, view } = filter;
  const isNarrowed = [campaignUid, countyUid, tradeUid, severity, counted].some((chosen) => chosen !== null);
  if (isNarrowed || text !== '' || view !== 'open') return <EmptyState text="没有符合条件的问题。" />;
  return (
    <EmptyState
      text={
        '这里列出督查检查发现的问题隐患，从交办、整改、复查到销号。\n在“检查记录”里登记，清单上不符合的自动列入；也可以直接登记。'
      }
      action={
        onAdd !== null && (
          <Button type="primary" onClick={onAdd}>
            登记问题
          </Button>
        )
      }
    />
  );
}
