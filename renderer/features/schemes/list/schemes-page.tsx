import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SchemeSummary } from '#shared/contract/schemes.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { ImportDialog } from '../import/import-dialog.tsx';
import { appliesToNames, statusWords } from '../model/names.ts';
import { schemeTables } from '../model/tables.ts';
import { NewSchemeDialog } from './new-scheme-dialog.tsx';

const columns: NonNullable<TableProps<SchemeSummary>['columns']> = [
  { title: '方案名称', dataIndex: 'title', ellipsis: true },
  { title: '适用对象', width: 120, render: (_, { appliesTo }) => appliesToNames[appliesTo] },
  { title: '文号', width: 190, dataIndex: 'documentNumber', ellipsis: true },
  { title: '状态', width: 110, render: (_, { status }) => <LightTag {...statusWords[status]} /> },
  { title: '施行日期', width: 110, render: (_, { inForceFrom }) => inForceFrom ?? '—' },
  { title: '版本', width: 80, render: (_, { version }) => `第${version}版` },
  { title: '指标', width: 70, align: 'right', dataIndex: 'indicatorCount' },
  { title: '满分', width: 70, align: 'right', render: (_, { fullPoints }) => pointsText(fullPoints) },
  { title: '考核期', width: 80, align: 'right', render: (_, { periodCount }) => periodCount || '—' },
];

/** Every scheme of the office, drafts first. */
export function SchemesPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editSchemes');
  const [text, setText] = useState('');
  const [showsReplaced, setShowsReplaced] = useState(false);
  const [dialog, setDialog] = useState<'new' | { pasted: string | null } | null>(null);
  usePastedTable(mayEdit && dialog === null, (pasted) => setDialog({ pasted }));
  const { data = [], isLoading } = useQuery(
    api.schemes.list.queryOptions({ meta: { tables: schemeTables } }),
  );
  const searched = text.trim().toLowerCase();
  const rows = data.filter(
    (scheme) =>
      (showsReplaced || scheme.status !== 'replaced') &&
      [scheme.title, scheme.documentNumber, scheme.initials].some((one) =>
        one.toLowerCase().includes(searched),
      ),
  );

  const newButton = (
    <Button type="primary" onClick={() => setDialog('new')}>
      新建方案
    </Button>
  );
  const importButton = <Button onClick={() => setDialog({ pasted: null })}>从 Excel 导入</Button>;
  return (
    <>
      <ListPage
        title="考核方案"
        unit="个方案"
        actions={
          mayEdit && (
            <>
              {importButton}
              {newButton}
            </>
          )
        }
        search={{ text, onChange: setText, placeholder: '名称、文号或拼音首字母' }}
        filters={
          <Checkbox checked={showsReplaced} onChange={({ target }) => setShowsReplaced(target.checked)}>
            也看已被替代的版本
          </Checkbox>
        }
        columns={columns}
        minWidth={1_020}
        rows={rows}
        total={data.length}
        rowKey={({ uid }) => uid}
        loading={isLoading}
        onOpen={({ uid }) => navigate(`/schemes/${uid}`)}
        empty={
          data.length > 0 ? (
            <EmptyState text="没有符合条件的方案，换个词再找。" />
          ) : (
            <EmptyState
              text="这里放考核方案：有哪些指标、各多少分、怎么扣。已有评分表的，从 Excel 导入，或在 Excel 里复制后按 Ctrl+V，最快。"
              action={mayEdit && importButton}
            />
          )
        }
      />
      {dialog === 'new' && <NewSchemeDialog onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'new' && (
        <ImportDialog text={dialog.pasted} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
