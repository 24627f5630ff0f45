import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { PositionsDialog } from '../dialogs/positions-dialog.tsx';
import { AddCommitteesDialog } from '../dialogs/add-committees-dialog.tsx';
import { ExportDialog } from '../dialogs/export-dialog.tsx';
import { SettingsDialog } from '../dialogs/settings-dialog.tsx';
import { ImportDialog } from '../import/import-dialog.tsx';
import { PersonPanel } from '../person/person-panel.tsx';
import { useCommittees } from '../queries.ts';
import { CommitteeList } from './committee-list.tsx';
import { RosterPane } from './roster-pane.tsx';
import styles from './rosters-page.module.css';

type SettingsKind = 'committees' | 'positions' | 'settings';
type Open = { kind: 'import'; text: string | null } | { kind: SettingsKind | 'export' };

/** 名册: committees by level at the left, the roster of a day beside it, one person at the right. */
export function RostersPage() {
  const { uid, personUid } = useParams<{ uid?: string; personUid?: string }>();
  const [, navigate] = useLocation();
  const [day, setDay] = useState<string | null>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const mayEdit = useRight('editRosters');
  const committees = useCommittees(day);
  const selected = committees.data?.find((each) => each.uid === uid) ?? committees.data?.[0];

  usePastedTable(mayEdit && open === null, (text) => setOpen({ kind: 'import', text }));

  const show = (committeeUid: string, person?: string) =>
    navigate(`/rosters/${committeeUid}${person === undefined ? '' : `/${person}`}`);

  return (
    <PageFrame
      title="名册"
      note={committees.data === undefined ? '' : `共 ${committees.data.length} 个委员会`}
      actions={
        <>
          {selected !== undefined && <Button onClick={() => setOpen({ kind: 'export' })}>导出 Excel</Button>}
          {mayEdit && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'committees', label: '新建委员会' },
                  { key: 'positions', label: '职位设置' },
                  { key: 'settings', label: '名册设置' },
                ],
                onClick: ({ key }) => setOpen({ kind: key as SettingsKind }),
              }}
            >
              <Button>设置</Button>
            </Dropdown>
          )}
          {mayEdit && <Button onClick={() => setOpen({ kind: 'import', text: null })}>粘贴或导入名单</Button>}
        </>
      }
      side={
        selected !== undefined && personUid !== undefined ? (
          <PersonPanel key={personUid} uid={personUid} onClose={() => show(selected.uid)} />
        ) : undefined
      }
    >
      <QueryView query={committees}>
        {(list) =>
          selected === undefined ? (
            <EmptyState
              text="这里列出市、区县和乡镇街道消防安全委员会的组成人员。把现有名单从 Excel、WPS 里复制过来，程序会读出职位、姓名和单位。"
              action={
                mayEdit && (
                  <Button type="primary" onClick={() => setOpen({ kind: 'import', text: null })}>
                    粘贴名单
                  </Button>
                )
              }
            />
          ) : (
            <div className={styles.work}>
              <CommitteeList committees={list} selectedUid={selected.uid} onShow={show} />
              <RosterPane
                key={selected.uid}
                committee={selected}
                day={day}
                onDay={setDay}
                openPersonUid={personUid ?? null}
                onPerson={(person) => show(selected.uid, person)}
                onImport={() => setOpen({ kind: 'import', text: null })}
              />
            </div>
          )
        }
      </QueryView>
      {open?.kind === 'import' && (
        <ImportDialog
          text={open.text}
          committee={selected ?? null}
          onDone={(committeeUid) => show(committeeUid)}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.kind === 'committees' && <AddCommitteesDialog onAdded={show} onClose={() => setOpen(null)} />}
      {open?.kind === 'positions' && <PositionsDialog onClose={() => setOpen(null)} />}
      {open?.kind === 'settings' && <SettingsDialog onClose={() => setOpen(null)} />}
      {open?.kind === 'export' && selected !== undefined && (
        <ExportDialog
          committee={selected}
          all={committees.data ?? []}
          day={day}
          onClose={() => setOpen(null)}
        />
      )}
    </PageFrame>
  );
}
