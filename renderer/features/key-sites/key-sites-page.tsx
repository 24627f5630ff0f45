import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { KeySite, KeySiteDetail, KeySiteFilter } from '#shared/contract/key-sites.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { BulkBar } from './bulk-bar.tsx';
import { MergeDialog } from './dialogs/merge-dialog.tsx';
import { SiteDialog } from './dialogs/site-dialog.tsx';
import { TermsDialog } from './dialogs/terms-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { NARROW_PIXELS, narrowColumns, SITE_PIXELS, siteColumns } from './site-columns.tsx';
import { SiteFilters } from './site-filters.tsx';
import { SitePanel } from './site-panel.tsx';
import { useSiteCounts, useSiteList, useSiteTerms } from './use-key-sites.ts';

const everything: KeySiteFilter = { view: 'active', placeUid: null, tradeUid: null, kindUid: null, text: '' };

type Dialog =
  | { kind: 'add' }
  | { kind: 'edit'; site: KeySiteDetail }
  | { kind: 'import'; text: string | null }
  | { kind: 'merge'; keep: KeySite; drop: KeySite }
  | { kind: 'terms' };

const addItems = [
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'terms', label: '行业和类别' },
];

/** 重点单位: the ledger, the open site beside it. */
export function KeySitesPage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections');
  const [filter, setFilter] = useState(everything);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const asked = useDeferredValue(filter);
  const { list, rows } = useSiteList(asked);
  const counts = useSiteCounts(asked);
  const terms = useSiteTerms();
  usePastedTable(mayEdit && dialog === null, (text) => setDialog({ kind: 'import', text }));
  const chosenSites = rows.filter((site) => chosen.includes(site.uid));
  const close = () => setDialog(null);

  return (
    <>
      <ListPage
        title="重点单位"
        unit="家单位"
        actions={
          <>
            <ExportButton filter={asked} chosen={chosenSites} />
            {mayEdit && (
              <SplitButton
                primary
                more={addItems}
                moreLabel="导入和设置"
                onMore={(key) =>
                  setDialog(key === 'import' ? { kind: 'import', text: null } : { kind: 'terms' })
                }
                onClick={() => setDialog({ kind: 'add' })}
              >
                新增单位
              </SplitButton>
            )}
          </>
        }
        search={{
          text: filter.text,
          onChange: (text) => setFilter({ ...filter, text }),
          placeholder: '名称、首字母或地址',
        }}
        filters={
          chosenSites.length > 0 ? (
            <BulkBar
              sites={chosenSites}
              terms={terms}
              onMerge={(keep, drop) => setDialog({ kind: 'merge', keep, drop })}
              onClear={() => setChosen([])}
            />
          ) : (
            <SiteFilters filter={filter} counts={counts} terms={terms} onChange={setFilter} />
          )
        }
        columns={uid === undefined ? siteColumns : narrowColumns}
        minWidth={uid === undefined ? SITE_PIXELS : NARROW_PIXELS}
        rows={rows}
        rowKey={(site) => site.uid}
        loading={list.isLoading}
        openKey={uid ?? null}
        onOpen={(site) => navigate(`/key-sites/${site.uid}`)}
        {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        {...(counts === undefined ? {} : { total: counts.total })}
        empty={
          <Empty filter={asked} onImport={mayEdit ? () => setDialog({ kind: 'import', text: null }) : null} />
        }
        {...(list.hasNextPage
          ? {
              more: {
                text: '显示更多单位',
                busy: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              },
            }
          : {})}
        side={
          uid !== undefined && (
            <SitePanel
              key={uid}
              uid={uid}
              onEdit={(site) => setDialog({ kind: 'edit', site })}
              onMerge={(keep, drop) => setDialog({ kind: 'merge', keep, drop })}
              onClose={() => navigate('/key-sites')}
            />
          )
        }
      />
      {(dialog?.kind === 'add' || dialog?.kind === 'edit') && (
        <SiteDialog
          site={dialog.kind === 'edit' ? dialog.site : null}
          terms={terms}
          onOpen={(other) => {
            close();
            navigate(`/key-sites/${other}`);
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === 'merge' && (
        <MergeDialog
          keep={dialog.keep}
          drop={dialog.drop}
          onDone={(kept) => {
            close();
            setChosen([]);
            navigate(`/key-sites/${kept}`);
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === 'import' && <ImportDialog text={dialog.text} onClose={close} />}
      {dialog?.kind === 'terms' && terms !== undefined && <TermsDialog terms={terms} onClose={close} />}
    </>
  );
}

function Empty({ filter, onImport }: { filter: KeySiteFilter; onImport: (() => void) | null }) {
  const { view, placeUid, tradeUid, kindUid, text } = filter;
  if (placeUid !== null || tradeUid !== null || kindUid !== null || text !== '' || view === 'closed')
    return <EmptyState text="没有符合条件的单位。" />;
  if (view === 'duplicate') return <EmptyState text="没有疑似重复的单位。" />;
  return (
    <EmptyState
      text={
        '这里列出要逐一督查的单位：人员密集、易燃易爆、高层建筑等。\n在 Excel 里复制台账，连标题行一起粘贴到这个页面，核对后导入。'
      }
      action={
        onImport !== null && (
          <Button type="primary" onClick={onImport}>
            从 Excel 导入
          </Button>
        )
      }
    />
  );
}
