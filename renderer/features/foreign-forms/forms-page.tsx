import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ForeignForm } from '#shared/contract/foreign-forms.ts';
import { localDay } from '#shared/calendar/days.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { sizeText } from '#shared/size-text.ts';
import { AddDialog } from './add-dialog.tsx';
import { useForeignForms } from './use-forms.ts';

const columns: NonNullable<TableProps<ForeignForm>['columns']> = [
  { title: '表格', dataIndex: 'name', ellipsis: true },
  { title: '文件', dataIndex: 'fileName', width: 320, ellipsis: true },
  { title: '大小', width: 100, align: 'right', render: (_, { bytes }) => sizeText(bytes) },
  {
    title: '已指定',
    width: 110,
    align: 'right',
    render: (_, { pointed }) => (pointed === 0 ? '还没有指定' : `${pointed} 处`),
  },
  { title: '放入日期', width: 120, render: (_, { addedAt }) => localDay(addedAt) },
  { title: '经办人', dataIndex: 'addedBy', width: 100 },
];

/** Forms of other offices, the latest first. */
export function ForeignFormsPage() {
  const [, navigate] = useLocation();
  const [isAdding, setIsAdding] = useState(false);
  const list = useForeignForms();
  const add = (
    <Button type="primary" onClick={() => setIsAdding(true)}>
      放入表格
    </Button>
  );

  return (
    <>
      <ListPage
        title="上级表格"
        unit="张表格"
        actions={add}
        columns={columns}
        rows={list.data ?? []}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={900}
        onOpen={({ uid }) => navigate(`/foreign-forms/${uid}`)}
        empty={
          <EmptyState
            text={
              '上级发来的 Excel 表格放在这里，指一下哪一格填什么、哪一行按单位重复，程序就按选定的时间填好。\n原表的格式、公式、图表、打印设置都不变；下个季度直接再填，表格改版了会指出哪里对不上。'
            }
            action={add}
          />
        }
      />
      {isAdding && (
        <AddDialog onAdded={(uid) => navigate(`/foreign-forms/${uid}`)} onClose={() => setIsAdding(false)} />
      )}
    </>
  );
}
