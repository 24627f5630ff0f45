import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { ListedRow } from '#shared/contract/listed-supervision.ts';
import { listedStateWords } from '#shared/rules/notices/listed-words.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { MarkedText } from '../unreleased/index.ts';
import { EditListedDialog } from './edit-listed-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { LedgerButton } from './ledger-button.tsx';
import { ListedPanel } from './listed-panel.tsx';
import { levelNames, listedTables, reminders, stateLights } from './words.ts';

type View = 'open' | 'late' | 'delisted' | 'all';
const addItems = [{ key: 'import', label: '从 Excel 导入或粘贴' }];
const views: { value: View; label: string }[] = [
  { value: 'open', label: '在册' },
  { value: 'late', label: '要催的' },
  { value: 'delisted', label: '已摘牌' },
  { value: 'all', label: '全部' },
];

const columns: NonNullable<TableProps<ListedRow>['columns']> = [
  { title: '单位或区域', ellipsis: true, render: (_, { uid, name }) => <MarkedText uid={uid} text={name} /> },
  { title: '级别', key: 'level', width: 64, render: (_, { level }) => levelNames[level] },
  { title: '责任单位', dataIndex: 'organizationName', width: 130, ellipsis: true },
  { title: '挂牌日期', key: 'listedOn', dataIndex: 'listedOn', width: 110 },
  { title: '整改期限', dataIndex: 'dueOn', width: 110 },
  { title: '警示牌', key: 'board', width: 110, render: (_, { boardHungOn }) => boardHungOn ?? '未挂' },
  {
    title: '状态',
    width: 130,
    render: (_, { state }) => <LightTag light={stateLights[state]} word={listedStateWords[state]} />,
  },
  {
    title: '提醒',
    key: 'reminders',
    width: 210,
    ellipsis: true,
    render: (_, row) => reminders(row).join('，'),
  },
];

/** Hazards under listed supervision: the ledger, and one of them beside it with its next step. */
export function ListedPage() {
  const [view, setView] = useState<View>('open');
  const [text, setText] = useState('');
  const { uid: openUid = null } = useParams<{ uid?: string }>();
  const [, navigate] = useLocation();
  const [adding, setAdding] = useState(false);
  const mayEdit = useRight('editPapers');
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && !adding && importing === null, (pasted) => setImporting({ text: pasted }));
  const { data, isLoading } = useQuery({
    ...api.listedSupervision.list.queryOptions({ input: { view, text }, meta: { tables: listedTables } }),
    placeholderData: keepPreviousData,
  });
  const add = mayEdit && (
    <SplitButton
      primary
      more={addItems}
      moreLabel="导入"
      onMore={() => setImporting({ text: null })}
      onClick={() => setAdding(true)}
    >
      新增挂牌
    </SplitButton>
  );

  return (
    <>
      <ListPage
        title="挂牌督办"
        unit="项"
        actions={
          <>
            <LedgerButton view={view} />
            {add}
          </>
        }
        search={{ text, onChange: setText }}
        filters={<Segmented<View> aria-label="查看范围" value={view} options={views} onChange={setView} />}
        columns={columns}
        rows={data ?? []}
        rowKey={({ uid }) => uid}
        loading={isLoading}
        minWidth={1_040}
        leftOut={['level', 'listedOn', 'board', 'reminders']}
        openKey={openUid}
        onOpen={({ uid }) => navigate(`/listed-supervision/${uid}`)}
        empty={
          <EmptyState
            text={
              text === '' && view !== 'late'
                ? '这里列出挂牌督办的单位和区域：何时挂牌、警示牌挂没挂、每月进展、何时验收摘牌。'
                : '没有符合条件的挂牌督办。'
            }
            action={text === '' && view !== 'late' ? add : undefined}
          />
        }
        side={
          openUid !== null && (
            <ListedPanel key={openUid} uid={openUid} onClose={() => navigate('/listed-supervision')} />
          )
        }
      />
      {importing !== null && <ImportDialog text={importing.text} onClose={() => setImporting(null)} />}
      {adding && (
        <EditListedDialog
          listed={null}
          onDone={(uid) => navigate(`/listed-supervision/${uid}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
