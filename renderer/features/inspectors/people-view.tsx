import { Button, Space } from 'antd';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { Inspector, InspectorFilter } from '#shared/contract/inspectors.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { BulkBar } from './bulk-bar.tsx';
import { INSPECTOR_PIXELS, inspectorColumns, NARROW_PIXELS, narrowColumns } from './columns.tsx';
import { PersonDialog } from './dialogs/person-dialog.tsx';
import { SkillsDialog } from './dialogs/skills-dialog.tsx';
import { TakeOverDialog } from './dialogs/take-over-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import { InspectorFilters } from './filters.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { LeaveStrip } from './leave-strip.tsx';
import { PersonPanel } from './person-panel.tsx';
import { useInspectors, useSkills } from './use-inspectors.ts';
import { everybody } from './words.ts';

type Dialog =
  | { kind: 'add' }
  | { kind: 'edit'; person: Inspector }
  | { kind: 'import'; text: string | null }
  | { kind: 'takeOver' }
  | { kind: 'skills' };

const addItems = [
  { key: 'takeOver', label: '从名册加入' },
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'skills', label: '专长' },
];

/** The pool, the open person beside it. */
export function PeopleView({ parts }: { parts: ReactNode }) {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections');
  const [filter, setFilter] = useState(everybody);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const asked = useDeferredValue(filter);
  const query = useInspectors(asked);
  const rows = query.data?.rows ?? [];
  const skills = useSkills();
  usePastedTable(mayEdit && dialog === null, (text) => setDialog({ kind: 'import', text }));
  const chosenPeople = rows.filter((person) => chosen.includes(person.uid));
  const close = () => setDialog(null);

  function choose(key: string): void {
    if (key === 'import') setDialog({ kind: 'import', text: null });
    else setDialog(key === 'skills' ? { kind: 'skills' } : { kind: 'takeOver' });
  }

  return (
    <>
      <ListPage
        title="督查人员"
        unit="人"
        actions={
          <>
            <ExportButton filter={asked} chosen={chosenPeople} />
            {mayEdit && (
              <SplitButton
                primary
                more={addItems}
                moreLabel="加入、导入和设置"
                onMore={choose}
                onClick={() => setDialog({ kind: 'add' })}
              >
                新增人员
              </SplitButton>
            )}
          </>
        }
        search={{
          text: filter.text,
          onChange: (text) => setFilter({ ...filter, text }),
          placeholder: '姓名、首字母、单位',
        }}
        filters={
          <>
            {chosenPeople.length > 0 ? (
              <BulkBar people={chosenPeople} skills={skills} onClear={() => setChosen([])} />
            ) : (
              <>
                {parts}
                <InspectorFilters filter={filter} list={query.data} skills={skills} onChange={setFilter} />
              </>
            )}
            <LeaveStrip chosen={filter.awayOn} onChoose={(awayOn) => setFilter({ ...filter, awayOn })} />
          </>
        }
        columns={uid === undefined ? inspectorColumns : narrowColumns}
        minWidth={uid === undefined ? INSPECTOR_PIXELS : NARROW_PIXELS}
        rows={rows}
        rowKey={(person) => person.uid}
        loading={query.isLoading}
        openKey={uid ?? null}
        onOpen={(person) => navigate(`/inspectors/${person.uid}`)}
        {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        empty={
          <Empty
            filter={asked}
            onTakeOver={mayEdit ? () => setDialog({ kind: 'takeOver' }) : null}
            onImport={() => setDialog({ kind: 'import', text: null })}
          />
        }
        side={
          uid !== undefined && (
            <PersonPanel
              key={uid}
              uid={uid}
              onEdit={(person) => setDialog({ kind: 'edit', person })}
              onClose={() => navigate('/inspectors')}
            />
          )
        }
      />
      {(dialog?.kind === 'add' || dialog?.kind === 'edit') && (
        <PersonDialog
          person={dialog.kind === 'edit' ? dialog.person : null}
          skills={skills}
          onOpen={(added) => {
            close();
            navigate(`/inspectors/${added}`);
          }}
          onClose={close}
        />
      )}
      {dialog?.kind === 'takeOver' && <TakeOverDialog onClose={close} />}
      {dialog?.kind === 'import' && <ImportDialog text={dialog.text} onClose={close} />}
      {dialog?.kind === 'skills' && <SkillsDialog skills={skills} onClose={close} />}
    </>
  );
}

interface EmptyProps {
  filter: InspectorFilter;
  /** Null: may only look. */
  onTakeOver: (() => void) | null;
  onImport: () => void;
}

function Empty({ filter, onTakeOver, onImport }: EmptyProps) {
  const { view, role, skillUid, unit, awayOn, text } = filter;
  const isFiltered = [role, skillUid, unit, awayOn].some((value) => value !== null) || text !== '';
  if (isFiltered || view === 'left') return <EmptyState text="没有符合条件的人。" />;
  return (
    <EmptyState
      text={
        '这里列出可以抽调督查的人：单位、专长、回避区县、请假，排督查日程时用。\n名册里已有的人不用再录；在 Excel 里的名单，连标题行一起粘贴到这个页面。'
      }
      action={
        onTakeOver !== null && (
          <Space>
            <Button type="primary" onClick={onTakeOver}>
              从名册加入
            </Button>
            <Button onClick={onImport}>从 Excel 导入</Button>
          </Space>
        )
      }
    />
  );
}
