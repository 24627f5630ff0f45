import { useQuery } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { TemplateSummary } from '#shared/contract/paper-setup.ts';
import { api } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { shortInstant } from '#renderer/ui/instants.ts';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { setupTables } from '../tables.ts';
import { NewTemplateDialog } from './new-template-dialog.tsx';

const columns: NonNullable<TableProps<TemplateSummary>['columns']> = [
  { title: '模板', dataIndex: 'name', width: 180, ellipsis: true },
  { title: '文种', dataIndex: 'kindName', width: 130 },
  {
    title: '版本',
    width: 190,
    render: (_, { version, createdBy, createdAt }) =>
      createdAt === null ? '程序自带' : `第${version}版，${createdBy} ${shortInstant(createdAt)}`,
  },
  { title: '在用', width: 80, render: (_, { active }) => (active ? '在用' : '已停用') },
  { title: '内容顺序的来源', dataIndex: 'source', ellipsis: true },
];

/** What new papers are made from. */
export function TemplatesPage() {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editPapers');
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const { data = [], isLoading } = useQuery(
    api.papers.templates.queryOptions({ meta: { tables: setupTables } }),
  );
  const rows = data.filter(({ name, kindName }) => (name + kindName).includes(text.trim()));
  return (
    <>
      <ListPage
        title="公文模板"
        unit="个模板"
        search={{ text, onChange: setText, placeholder: '模板或文种名称' }}
        actions={
          mayEdit && (
            <Button type="primary" onClick={() => setAdding(true)}>
              新增模板
            </Button>
          )
        }
        columns={columns}
        minWidth={820}
        rows={rows}
        total={data.length}
        rowKey={({ key }) => key}
        loading={isLoading}
        onOpen={({ key }) => navigate(`/paper-templates/${key}`)}
        empty={<EmptyState text="没有这样的模板，换个词再找。" />}
      />
      {adding && <NewTemplateDialog onClose={() => setAdding(false)} />}
    </>
  );
}
