import { Button, Segmented, Space, type TableProps } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import { localDay } from '#shared/calendar/days.ts';
import type { ChecklistSummary } from '#shared/contract/checklists.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { NewListDialog } from './dialogs/list-dialog.tsx';
import { ShippedDialog } from './dialogs/shipped-dialog.tsx';
import { TableDialog } from './dialogs/table-dialog.tsx';
import styles from './checklists.module.css';
import { useChecklists } from './use-checklists.ts';

type View = 'active' | 'retired' | 'all';
const viewNames: Readonly<Record<View, string>> = { active: '在用', retired: '已停用', all: '全部' };
const views = Object.keys(viewNames) as View[];

type Dialog = { kind: 'new' } | { kind: 'shipped' } | { kind: 'table'; text: string };

const addItems = [
  { key: 'table', label: '从 Excel 导入或粘贴' },
  { key: 'shipped', label: '加入自带的清单' },
];

const columns: NonNullable<TableProps<ChecklistSummary>['columns']> = [
  {
    title: '检查清单',
    ellipsis: true,
    render: (_, { title, retiredOn }) => (
      <>
        {title} {isRetired(retiredOn) && <span className={styles.grey}>{retiredOn} 停用</span>}
      </>
    ),
  },
  { title: '检查内容', width: 90, align: 'right', render: (_, { questions }) => `${questions} 项` },
  {
    title: '重大隐患',
    width: 90,
    align: 'right',
    render: (_, { majors }) => (majors === 0 ? '' : `${majors} 项`),
  },
  { title: '依据', dataIndex: 'source', width: 420, ellipsis: true },
  { title: '备注', dataIndex: 'note', width: 160, ellipsis: true },
];

/** Checklists: those in use first, the latest first. */
export function ChecklistsPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections');
  const [typed, setTyped] = useState('');
  const [view, setView] = useState<View>('active');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const text = useDeferredValue(typed.trim());
  const list = useChecklists(text);
  usePastedTable(mayEdit && dialog === null, (pasted) => setDialog({ kind: 'table', text: pasted }));
  const inView = (wanted: View) =>
    (list.data ?? []).filter(
      ({ retiredOn }) => wanted === 'all' || isRetired(retiredOn) === (wanted === 'retired'),
    );
  const open = (uid: string) => navigate(`/checklists/${uid}`);
  const close = () => setDialog(null);

  return (
    <>
      <ListPage
        title="检查清单"
        unit="份清单"
        actions={
          mayEdit && (
            <SplitButton
              primary
              more={addItems}
              moreLabel="导入和自带的清单"
              onMore={(key) => setDialog(key === 'table' ? { kind: 'table', text: '' } : { kind: 'shipped' })}
              onClick={() => setDialog({ kind: 'new' })}
            >
              新增清单
            </SplitButton>
          )
        }
        search={{ text: typed, onChange: setTyped, placeholder: '名称、依据或拼音首字母' }}
        filters={
          <Segmented<View>
            aria-label="查看范围"
            value={view}
            onChange={setView}
            options={views.map((each) => ({
              value: each,
              label: `${viewNames[each]} ${inView(each).length}`,
            }))}
          />
        }
        columns={columns}
        rows={inView(view)}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={1_000}
        onOpen={({ uid }) => open(uid)}
        empty={
          text === '' && view !== 'retired' ? (
            <EmptyState
              text={
                '这里列出现场检查用的清单：分标题列出检查内容，写明条款、整改要求和期限。\n程序自带四份，加入后可以修改；也可以从 Excel 粘贴本地的检查表。'
              }
              action={
                mayEdit && (
                  <Space>
                    <Button type="primary" onClick={() => setDialog({ kind: 'shipped' })}>
                      加入自带的清单
                    </Button>
                    <Button onClick={() => setDialog({ kind: 'table', text: '' })}>从 Excel 导入</Button>
                  </Space>
                )
              }
            />
          ) : (
            <EmptyState text="没有符合条件的清单。" />
          )
        }
      />
      {dialog?.kind === 'new' && <NewListDialog onAdded={open} onClose={close} />}
      {dialog?.kind === 'shipped' && <ShippedDialog onClose={close} />}
      {dialog?.kind === 'table' && (
        <TableDialog text={dialog.text} list={null} onAdded={open} onClose={close} />
      )}
    </>
  );
}

function isRetired(retiredOn: string | null): boolean {
  return retiredOn !== null && retiredOn <= localDay(Date.now());
}
