import { Button, Input, Segmented } from 'antd';
import { type ComponentType, useDeferredValue, useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { LedgerFilter, LedgerRow, LedgerSort } from '#shared/contract/ledgers.ts';
import type { LedgerColumn, LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { settableStandards } from '#shared/rules/ledgers/due.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import { AddDialog } from './add-dialog.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ledgerExtras } from './extras.ts';
import { LedgerGrid } from './grid/ledger-grid.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { LedgerFilters } from './ledger-filters.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { MapView } from './map-view.tsx';
import { listColumns } from './list-columns.tsx';
import { RequirementsDialog } from './requirements-dialog.tsx';
import { StandardsDialog } from './standards-dialog.tsx';
import { TermsDialog } from './terms-dialog.tsx';
import {
  everyRow,
  useLedgerCounts,
  useLedgerList,
  useLedgerStandards,
  useLedgerTerms,
} from './use-ledger.ts';

type Dialog =
  | { kind: 'add' }
  | { kind: 'import'; text: string | null }
  | { kind: 'terms'; column: LedgerColumn }
  | { kind: 'standards' }
  | { kind: 'requirements' };

const LIST = 'list';
const GRID = 'grid';
const MAP = 'map';

/** The page of one ledger, for the navigation. */
export function pageOf(definition: LedgerDefinition): ComponentType {
  return function PageOfLedger() {
    return <LedgerPage definition={definition} />;
  };
}

/** List, grid and whatever else a ledger has, with the open row beside the list. */
function LedgerPage({ definition }: { definition: LedgerDefinition }) {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editTasks');
  const [view, setView] = useState(LIST);
  const [filter, setFilter] = useState(everyRow);
  const [sort, setSort] = useState<LedgerSort>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const today = useCurrentDay();
  const asked = useDeferredValue(filter);
  const { list, rows } = useLedgerList(definition, asked, sort);
  const counts = useLedgerCounts(definition, asked);
  const terms = useLedgerTerms(definition);
  const standards = useLedgerStandards(definition);
  const extras = ledgerExtras[definition.key] ?? {};
  const hasVillages = rows.some(({ place }) => place.village !== '');
  const { columns, minWidth, leftOut } = useMemo(
    () => listColumns(definition, sort, { today, standards: standards ?? {} }, hasVillages),
    [definition, sort, today, standards, hasVillages],
  );
  usePastedTable(mayEdit && dialog === null && view === LIST, (text) => setDialog({ kind: 'import', text }));
  const chosenRows = rows.filter((row) => chosen.includes(row.uid));
  const close = () => setDialog(null);
  const open = (opened: string) => navigate(`${definition.path}/${opened}`);
  const openInList = (opened: string) => {
    setView(LIST);
    open(opened);
  };

  const views = [
    { value: LIST, label: '列表' },
    { value: GRID, label: '表格' },
    ...(definition.map === undefined ? [] : [{ value: MAP, label: '示意图' }]),
    ...(extras.views ?? []).map(({ key, name }) => ({ value: key, label: name })),
  ];
  const switcher = (
    <Segmented<string>
      aria-label="显示方式"
      value={view}
      options={views}
      onChange={(next) => {
        setView(next);
        if (next !== LIST) navigate(definition.path);
      }}
    />
  );
  const actions = (
    <Actions
      definition={definition}
      filter={asked}
      chosen={chosenRows}
      mayEdit={mayEdit}
      onChoose={setDialog}
    />
  );
  const filters = (
    <LedgerFilters
      definition={definition}
      filter={filter}
      counts={counts}
      terms={terms}
      onChange={setFilter}
    />
  );
  const total = counts?.views[filter.due];
  const Extra = extras.views?.find(({ key }) => key === view)?.View;

  return (
    <>
      {view === LIST ? (
        <ListPage
          title={definition.name}
          unit={definition.unit}
          actions={
            <>
              {switcher}
              {actions}
            </>
          }
          search={{ text: filter.text, onChange: (text) => setFilter({ ...filter, text }) }}
          filters={
            chosenRows.length > 0 ? (
              <BulkBar
                definition={definition}
                rows={chosenRows}
                BulkActions={extras.BulkActions}
                onClear={() => setChosen([])}
              />
            ) : (
              filters
            )
          }
          columns={columns}
          minWidth={minWidth}
          leftOut={leftOut}
          rows={rows}
          rowKey={(row) => row.uid}
          loading={list.isLoading}
          onSort={setSort}
          openKey={uid ?? null}
          onOpen={(row) => open(row.uid)}
          {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
          {...(total === undefined ? {} : { total })}
          empty={
            <Empty
              definition={definition}
              filter={asked}
              onImport={mayEdit ? () => setDialog({ kind: 'import', text: null }) : null}
            />
          }
          {...(list.hasNextPage
            ? {
                more: {
                  text: '显示更多',
                  busy: list.isFetchingNextPage,
                  onMore: () => void list.fetchNextPage(),
                },
              }
            : {})}
          side={
            uid !== undefined && (
              <LedgerPanel
                key={uid}
                definition={definition}
                uid={uid}
                terms={terms}
                standards={standards}
                {...(extras.PanelPart === undefined ? {} : { PanelPart: extras.PanelPart })}
                onClose={() => navigate(definition.path)}
              />
            )
          }
        />
      ) : (
        <PageFrame
          title={definition.name}
          note={total === undefined ? '' : `共 ${total} ${definition.unit}`}
          actions={
            <>
              {switcher}
              {actions}
            </>
          }
          toolbar={
            <>
              <Input.Search
                allowClear
                aria-label={`在${definition.name}里查找`}
                placeholder="名称或拼音首字母"
                value={filter.text}
                onChange={({ target }) => setFilter({ ...filter, text: target.value })}
                style={{ width: 240 }}
              />
              {filters}
            </>
          }
        >
          {view === GRID && (
            <LedgerGrid
              definition={definition}
              filter={asked}
              terms={terms}
              standards={standards}
              mayEdit={mayEdit}
            />
          )}
          {view === MAP && (
            <MapView definition={definition} filter={asked} total={total} onOpen={openInList} />
          )}
          {Extra !== undefined && <Extra filter={asked} onOpen={openInList} />}
        </PageFrame>
      )}
      {dialog?.kind === 'add' && (
        <AddDialog
          definition={definition}
          terms={terms}
          placeUid={filter.placeUid}
          onAdded={(added) => {
            close();
            open(added);
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === 'import' && (
        <ImportDialog definition={definition} text={dialog.text} onClose={close} />
      )}
      {dialog?.kind === 'terms' && terms !== undefined && (
        <TermsDialog
          definition={definition}
          column={dialog.column}
          terms={terms[dialog.column.key] ?? []}
          onClose={close}
        />
      )}
      {dialog?.kind === 'standards' && standards !== undefined && (
        <StandardsDialog definition={definition} standards={standards} onClose={close} />
      )}
      {dialog?.kind === 'requirements' && standards !== undefined && (
        <RequirementsDialog definition={definition} standards={standards} onClose={close} />
      )}
    </>
  );
}

interface ActionsProps {
  definition: LedgerDefinition;
  filter: LedgerFilter;
  chosen: readonly LedgerRow[];
  mayEdit: boolean;
  onChoose: (dialog: Dialog) => void;
}

const TERMS = 'terms:';

function Actions({ definition, filter, chosen, mayEdit, onChoose }: ActionsProps) {
  const { key: ledger, columns, requirements, unit } = definition;
  const mayExport = useRight('export');
  const table = useStartedJob(client.ledgers.exportLedger);
  const uids = chosen.length === 0 ? null : chosen.map(({ uid }) => uid);
  const lists = columns.filter(({ kind }) => kind === 'term');
  const more = [
    { key: 'import', label: '从 Excel 导入或粘贴' },
    ...lists.map(({ key, name }) => ({ key: `${TERMS}${key}`, label: `设置${name}` })),
    ...(requirements === undefined ? [] : [{ key: 'requirements', label: `设置${requirements.name}` }]),
    ...(settableStandards(definition).length === 0 ? [] : [{ key: 'standards', label: '设置标准' }]),
  ];

  function choose(key: string): void {
    const column = lists.find((each) => key === `${TERMS}${each.key}`);
    if (column !== undefined) onChoose({ kind: 'terms', column });
    else if (key === 'standards' || key === 'requirements') onChoose({ kind: key });
    else onChoose({ kind: 'import', text: null });
  }

  return (
    <>
      {mayExport && (
        <Button loading={table.starting} onClick={() => void table.start({ ledger, filter, uids })}>
          {uids === null ? '导出台账' : `导出所选 ${uids.length} ${unit}`}
        </Button>
      )}
      {table.dialog}
      {mayEdit && (
        <SplitButton
          primary
          more={more}
          moreLabel="导入和设置"
          onMore={choose}
          onClick={() => onChoose({ kind: 'add' })}
        >
          新增
        </SplitButton>
      )}
    </>
  );
}

interface EmptyProps {
  definition: LedgerDefinition;
  filter: LedgerFilter;
  onImport: (() => void) | null;
}

function Empty({ definition, filter, onImport }: EmptyProps) {
  const { placeUid, due, chosen, text } = filter;
  const isNarrowed = placeUid !== null || due !== 'all' || Object.keys(chosen).length > 0 || text !== '';
  if (isNarrowed) return <EmptyState text="没有符合条件的记录。" />;
  return (
    <EmptyState
      text={`${definition.intro}\n在 Excel 里复制台账，连标题行一起粘贴到这个页面，核对后导入；也可以切换到“表格”直接填写。`}
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
