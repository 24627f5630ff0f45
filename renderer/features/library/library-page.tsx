import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { LibraryFilter, LibraryOrder } from '#shared/contract/library.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { LEFT_OUT_BESIDE_PANEL, LIBRARY_PIXELS, libraryListColumns } from './columns.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { AddButton, CatalogueButton, ExportButton } from './library-actions.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { LibraryPanel } from './library-panel.tsx';
import { libraryTables } from './words.ts';

const PAGE = 50;

/** 文件库: laws, standards and papers, found by any words of theirs; the open one with its clauses beside the list. */
export function LibraryPage() {
  const { uid: openUid, clauseUid } = useParams<{ uid?: string; clauseUid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editPapers');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Omit<LibraryFilter, 'text'>>({ level: null, view: 'all' });
  const [order, setOrder] = useState<LibraryOrder>('relevance');
  const [adding, setAdding] = useState(false);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && !adding && importing === null && openUid === undefined, (text) =>
    setImporting({ text }),
  );
  const filter: LibraryFilter = { ...chosen, text: useDeferredValue(typed.trim()) };
  const counts = useQuery(api.library.counts.queryOptions({ meta: { tables: libraryTables } })).data;
  const list = useInfiniteQuery(
    api.library.list.infiniteOptions({
      input: (after: string | null) => ({ ...filter, order, after, limit: PAGE }),
      initialPageParam: null,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
      meta: { tables: libraryTables },
    }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const isPlain = filter.text === '' && filter.level === null && filter.view === 'all';
  const hasCatalogue = counts !== undefined && counts.total > 0;
  const addButton = (
    <AddButton
      primary={hasCatalogue}
      onAdd={() => setAdding(true)}
      onImport={() => setImporting({ text: null })}
    />
  );

  return (
    <>
      <ListPage
        title="文件库"
        unit="份文件"
        {...(isPlain && counts !== undefined ? { total: counts.total } : {})}
        search={{ text: typed, onChange: setTyped, placeholder: '名称、文号、条文、拼音' }}
        filters={
          <>
            <LibraryFilters chosen={chosen} cited={counts?.cited ?? 0} onChange={setChosen} />
            {filter.text !== '' && chosen.view !== 'cited' && (
              <Segmented<LibraryOrder>
                aria-label="结果的次序"
                value={order}
                options={[
                  { value: 'relevance', label: '标题优先' },
                  { value: 'day', label: '按发布日期' },
                ]}
                onChange={setOrder}
              />
            )}
          </>
        }
        actions={
          <>
            <ExportButton filter={filter} />
            {mayEdit && hasCatalogue && addButton}
          </>
        }
        columns={libraryListColumns}
        minWidth={LIBRARY_PIXELS}
        leftOut={LEFT_OUT_BESIDE_PANEL}
        rows={rows}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        openKey={openUid ?? null}
        onOpen={({ uid }) => navigate(`/library/${uid}`)}
        side={
          openUid !== undefined && (
            <LibraryPanel
              key={openUid}
              uid={openUid}
              clauseUid={clauseUid ?? null}
              onClose={() => navigate('/library')}
            />
          )
        }
        empty={
          isPlain ? (
            <EmptyState
              text="这里收存法律法规、标准和上级文件，条文可以全文检索；检查清单、考核方案引用的文件失效时会提醒。"
              action={mayEdit && <CatalogueButton>{addButton}</CatalogueButton>}
            />
          ) : (
            <EmptyState text="没有符合条件的文件，换个词或者放宽条件再找。" />
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
        <EntryDialog
          onSaved={(uid) => {
            setAdding(false);
            navigate(`/library/${uid}`);
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {importing !== null && <ImportDialog text={importing.text} onClose={() => setImporting(null)} />}
    </>
  );
}
