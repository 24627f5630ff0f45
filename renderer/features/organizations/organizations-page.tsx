import { Button, DatePicker, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { useRight } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { useCurrentDay } from '#renderer/ui/use-current-day.ts';
import type { Action } from './actions.ts';
import { ActionDialog } from './dialogs/action-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import { toDate, toDay } from './model/days.ts';
import { OrganizationPane } from './organization-pane.tsx';
import { OrganizationTree } from './organization-tree.tsx';
import styles from './organizations-page.module.css';
import { useDirectActions } from './use-direct-actions.ts';
import { OrganizationsProvider, type PageContext, useMarks, useTree } from './use-organizations.ts';

export type OrganizationKind = 'divisions' | 'memberUnits';

/** 机构: the tree of divisions or the member units at the left, the chosen one at the right. */
export function OrganizationsPage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const today = useCurrentDay();
  const [day, setDay] = useState<string | null>(null);
  const [kind, setKind] = useState<OrganizationKind>('divisions');
  const [dialog, setDialog] = useState<Action | null>(null);
  const { query, index } = useTree(day);
  const marks = useMarks();
  const mayEdit = useRight('editOrganizations');
  const direct = useDirectActions();
  const nodes = useMemo(() => query.data ?? [], [query.data]);
  const selected = (uid === undefined ? undefined : index.byUid.get(uid)) ?? index.root;
  const shownKind = kindOf(selected?.level, kind);

  const context: PageContext = {
    today,
    day,
    nodes,
    index,
    marks,
    mayEdit,
    select: (chosen) => navigate(`/organizations/${chosen}`),
    act: (action) => {
      if (!direct(action, { index })) setDialog(action);
    },
  };

  usePastedTable(mayEdit && dialog === null, (text) => setDialog({ kind: 'import', text }));

  function show(next: OrganizationKind): void {
    setKind(next);
    if (index.root !== undefined) navigate(`/organizations/${index.root.uid}`);
  }

  return (
    <PageFrame
      title="机构"
      note={day === null ? '' : `${day} 的样子`}
      actions={
        <>
          <ExportButton day={day} />
          {mayEdit && <Button onClick={() => setDialog({ kind: 'marks' })}>标记</Button>}
          {mayEdit && (
            <Button onClick={() => setDialog({ kind: 'import', text: null })}>从 Excel 导入或粘贴</Button>
          )}
        </>
      }
      toolbar={
        <>
          <Segmented<OrganizationKind>
            aria-label="机构类别"
            value={shownKind}
            options={[
              { value: 'divisions', label: '行政区划' },
              { value: 'memberUnits', label: '成员单位' },
            ]}
            onChange={show}
          />
          <DatePicker
            aria-label="查看哪一天"
            placeholder="今天"
            value={toDate(day)}
            onChange={(date) => setDay(toDay(date))}
          />
          {day !== null && <Button onClick={() => setDay(null)}>回到今天</Button>}
        </>
      }
    >
      <QueryView query={query}>
        {() => (
          <OrganizationsProvider value={context}>
            <div className={styles.work}>
              <OrganizationTree key={shownKind} kind={shownKind} selectedUid={selected?.uid ?? null} />
              {selected !== undefined && (
                <OrganizationPane key={selected.uid} node={selected} kind={shownKind} />
              )}
            </div>
            {dialog !== null && (
              <ActionDialog
                action={dialog}
                place={{ parent: selected, kind: shownKind }}
                onClose={() => setDialog(null)}
              />
            )}
          </OrganizationsProvider>
        )}
      </QueryView>
    </PageFrame>
  );
}

/** The city stands in both tabs; everything else in one. */
function kindOf(level: OrganizationLevel | undefined, chosen: OrganizationKind): OrganizationKind {
  if (level === undefined || level === 'city') return chosen;
  return level === 'memberUnit' ? 'memberUnits' : 'divisions';
}
