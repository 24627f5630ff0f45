import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { TaskDetail, TaskFilter, TaskRow } from '#shared/contract/tasks.ts';
import type { TaskStep } from '#shared/rules/tasks/steps.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { AddDialog } from './add-dialog.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnChoice, useColumnChoice } from './column-choice.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { QuickAdd } from './quick-add.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';
import { narrowColumns, taskColumns } from './task-columns.tsx';
import { OrderChoice, TaskFilters } from './task-filters.tsx';
import { TaskPanel } from './task-panel.tsx';
import { type ListOrder, useLightDays, useTaskCounts, useTaskList, useTaskSettings } from './use-tasks.ts';

const everything: TaskFilter = { text: '', view: 'open', kind: null, unitUid: null, sourceUid: null };

type Dialog =
  | { kind: 'add' }
  | { kind: 'import'; text: string | null }
  | { kind: 'settings' }
  | { kind: 'edit'; task: TaskDetail }
  | { kind: 'step'; step: TaskStep; tasks: readonly TaskRow[] };

const addItems = [
  { key: 'import', label: '从 Excel 导入或粘贴' },
  { key: 'text', label: '从讲话、方案等文字生成' },
  { key: 'settings', label: '督办设置' },
];

/** 督办任务: everything that somebody owes, the open one beside the list. */
export function TasksPage() {
  const { uid } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editTasks');
  const [filter, setFilter] = useState(everything);
  const [order, setOrder] = useState<ListOrder>({ sort: 'due', descending: false });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [shownColumns, setShownColumns] = useColumnChoice();
  const asked = useDeferredValue(filter);
  const { list, rows } = useTaskList(asked, order);
  const counts = useTaskCounts(asked);
  const days = useLightDays();
  const settings = useTaskSettings();
  usePastedTable(mayEdit && dialog === null, (text) => setDialog({ kind: 'import', text }));
  const { columns, minWidth } = taskColumns(uid === undefined ? shownColumns : narrowColumns, days);
  const chosenTasks = rows.filter((task) => chosen.includes(task.uid));

  return (
    <>
      <ListPage
        title="督办任务"
        unit="项任务"
        actions={
          <>
            <OrderChoice order={order} onChange={setOrder} />
            <ColumnChoice shown={shownColumns} onChange={setShownColumns} />
            <Button onClick={() => navigate('/tasks/report')}>本月通报</Button>
            <ExportButton filter={asked} order={order} chosen={chosen} />
            {mayEdit && (
              <SplitButton
                primary
                more={addItems}
                moreLabel="其他新增办法"
                onMore={(key) =>
                  key === 'text'
                    ? navigate('/tasks/from-text')
                    : setDialog(key === 'import' ? { kind: 'import', text: null } : { kind: 'settings' })
                }
                onClick={() => setDialog({ kind: 'add' })}
              >
                新增任务
              </SplitButton>
            )}
          </>
        }
        search={{
          text: filter.text,
          onChange: (text) => setFilter({ ...filter, text }),
          placeholder: '任务、单位、来源、拼音',
        }}
        filters={
          <>
            <TaskFilters filter={filter} onChange={setFilter} counts={counts} />
            {mayEdit && chosenTasks.length === 0 && <QuickAdd />}
            {mayEdit && chosenTasks.length > 0 && (
              <BulkBar
                tasks={chosenTasks}
                onStep={(step) => setDialog({ kind: 'step', step, tasks: chosenTasks })}
                onClear={() => setChosen([])}
              />
            )}
          </>
        }
        columns={columns}
        minWidth={minWidth}
        rows={rows}
        rowKey={(task) => task.uid}
        loading={list.isLoading}
        openKey={uid ?? null}
        onOpen={(task) => navigate(`/tasks/${task.uid}`)}
        {...(mayEdit ? { selection: { keys: chosen, onChange: setChosen } } : {})}
        empty={<Empty filter={asked} />}
        {...(counts === undefined ? {} : { total: counts.total })}
        {...(list.hasNextPage
          ? {
              more: {
                text: '显示更多任务',
                busy: list.isFetchingNextPage,
                onMore: () => void list.fetchNextPage(),
              },
            }
          : {})}
        side={
          uid !== undefined && (
            <TaskPanel
              key={uid}
              uid={uid}
              onStep={(step, task) => setDialog({ kind: 'step', step, tasks: [task] })}
              onEdit={(task) => setDialog({ kind: 'edit', task })}
              onClose={() => navigate('/tasks')}
            />
          )
        }
      />
      {dialog?.kind === 'add' && <AddDialog onClose={() => setDialog(null)} />}
      {dialog?.kind === 'import' && <ImportDialog text={dialog.text} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'settings' && settings !== undefined && (
        <SettingsDialog settings={settings} onClose={() => setDialog(null)} />
      )}
      {dialog?.kind === 'edit' && <EditDialog task={dialog.task} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'step' && (
        <StepDialog
          step={dialog.step}
          tasks={dialog.tasks}
          onDone={() => {
            setDialog(null);
            setChosen([]);
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}

function Empty({ filter }: { filter: TaskFilter }) {
  const narrowed = filter.text !== '' || filter.unitUid !== null || filter.kind !== null;
  if (narrowed || filter.view !== 'open') return <EmptyState text="没有符合条件的任务。" />;
  return (
    <EmptyState
      text={
        '这里列出各单位承办的议定事项、领导批示和方案任务，到期前变黄，逾期变红。\n在上面写下第一项任务，回车即可。'
      }
    />
  );
}
