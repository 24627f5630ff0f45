import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { EstablishmentFilter, EstablishmentKind } from '#shared/contract/establishments.ts';
import { api } from '#renderer/app/client.ts';
import { handedOver } from '#renderer/app/handed-over.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { ESTABLISHMENT_PIXELS, establishmentColumns, LEFT_OUT_BESIDE_PANEL } from './columns.tsx';
import { EstablishmentActions } from './establishment-actions.tsx';
import { EstablishmentFilters } from './establishment-filters.tsx';
import { EstablishmentPanel } from './establishment-panel.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ProgressView } from './progress-view.tsx';
import { LIST, viewOf } from './view-link.ts';
import { establishmentTables } from './words.ts';

/** 基层机构: which township has put up its committee and its fire work station, against the deadline. */
export function EstablishmentsPage() {
  const kinds = useQuery(
    api.establishments.kinds.queryOptions({ meta: { tables: establishmentTables }, staleTime: 0 }),
  );
  return <QueryView query={kinds}>{(data) => <OfKinds kinds={data} />}</QueryView>;
}

function OfKinds({ kinds }: { kinds: EstablishmentKind[] }) {
  const { kindUid } = useParams<{ kindUid?: string }>();
  const [, navigate] = useLocation();
  const kind = kinds.find(({ uid }) => uid === kindUid) ?? kinds[0];
  if (kind === undefined) return null;
  const choice = (
    <Segmented
      aria-label="机构类别"
      value={kind.uid}
      options={kinds.map(({ uid, name }) => ({ value: uid, label: name }))}
      onChange={(uid) => navigate(`/establishments/${uid}`)}
    />
  );
  return <OfKind key={kind.uid} kind={kind} kinds={kinds} choice={choice} />;
}

interface OfKindProps {
  kind: EstablishmentKind;
  kinds: EstablishmentKind[];
  choice: ReactNode;
}

function OfKind({ kind, kinds, choice }: OfKindProps) {
  const [filter, setFilter] = useState<EstablishmentFilter>(() => ({
    kindUid: kind.uid,
    countyUid: null,
    view: viewOf(handedOver(LIST)),
    text: '',
  }));
  const [shown, setShown] = useState<'list' | 'progress'>('list');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { organizationUid } = useParams<{ organizationUid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editTasks');
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && importing === null, (text) => setImporting({ text }));
  const { data = [], isLoading } = useQuery({
    ...api.establishments.list.queryOptions({ input: filter, meta: { tables: establishmentTables } }),
    placeholderData: keepPreviousData,
  });
  const open = data.find((row) => row.organizationUid === organizationUid);
  const actions = (
    <>
      <EstablishmentActions
        kinds={kinds}
        filter={filter}
        shown={shown}
        onShow={setShown}
        onImport={() => setImporting({ text: null })}
        mayEdit={mayEdit}
      />
      {importing !== null && (
        <ImportDialog kind={kind} text={importing.text} onClose={() => setImporting(null)} />
      )}
    </>
  );

  if (shown === 'progress')
    return (
      <ProgressView
        kind={kind}
        actions={actions}
        choice={choice}
        onOpen={(countyUid, view) => {
          setFilter({ ...filter, countyUid, view, text: '' });
          setShown('list');
        }}
      />
    );
  return (
    <ListPage
      title="基层机构"
      unit="个单位"
      actions={actions}
      search={{ text: filter.text, onChange: (text) => setFilter({ ...filter, text }) }}
      filters={
        chosen.length > 0 ? (
          <ChosenBar kind={kind} uids={chosen} onClear={() => setChosen([])} />
        ) : (
          <EstablishmentFilters filter={filter} choice={choice} onChange={setFilter} />
        )
      }
      columns={establishmentColumns}
      rows={data}
      rowKey={(row) => row.organizationUid}
      loading={isLoading}
      minWidth={ESTABLISHMENT_PIXELS}
      leftOut={LEFT_OUT_BESIDE_PANEL}
      openKey={organizationUid ?? null}
      onOpen={(row) => navigate(`/establishments/${kind.uid}/${row.organizationUid}`)}
      {...(mayEdit && filter.view !== 'ended' ? { selection: { keys: chosen, onChange: setChosen } } : {})}
      empty={
        <EmptyState
          text={
            kind.level === 'village' && filter.text === '' && filter.view === 'all'
              ? '还没有村(社区)。请在“机构”里为乡镇添加村(社区)，这里就会列出。'
              : filter.view === 'ended'
                ? '今年撤并的单位没有留下基层机构的登记。在“机构”里合并时可以移交给合并后的单位。'
                : '没有符合条件的单位。'
          }
        />
      }
      side={
        open !== undefined && (
          <EstablishmentPanel
            key={open.organizationUid}
            kind={kind}
            row={open}
            mayEdit={mayEdit && open.endedOn === null}
            onClose={() => navigate(`/establishments/${kind.uid}`)}
          />
        )
      }
    />
  );
}
