import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Collection } from '#shared/contract/collections.ts';
import { localDay } from '#shared/calendar/days.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { CreateDialog } from './create/create-dialog.tsx';
import { useCollections } from './use-collections.ts';
import { countWords } from './words.ts';

const columns: NonNullable<TableProps<Collection>['columns']> = [
  { title: '名称', dataIndex: 'title', ellipsis: true },
  { title: '内容', dataIndex: 'originName', width: 170, ellipsis: true },
  { title: '状态', width: 150, render: (_, row) => <LightTag {...stateOf(row)} /> },
  { title: '进度', width: 210, render: (_, row) => countWords(row) },
  { title: '交回时间', dataIndex: 'dueOn', width: 120 },
  { title: '经办人', dataIndex: 'createdBy', width: 100 },
];

function stateOf({ closedOn, dueOn, counts }: Collection): Parameters<typeof LightTag>[0] {
  if (closedOn !== null) return { light: 'plain', word: '已结束' };
  const isOwed = counts.notHanded + counts.handedOut + counts.mustCorrect > 0;
  if (!isOwed) return { light: 'green', word: '已收齐' };
  return dueOn < localDay(Date.now())
    ? { light: 'red', word: '收集中，逾期' }
    : { light: 'yellow', word: '收集中' };
}

/** Rounds of handing out workbooks and collecting them, the latest first. */
export function CollectionsPage() {
  const [, navigate] = useLocation();
  const [isCreating, setIsCreating] = useState(false);
  const mayEdit = useRight('editTasks');
  const list = useCollections();
  const create = (
    <Button type="primary" disabled={!mayEdit} onClick={() => setIsCreating(true)}>
      新增下发
    </Button>
  );

  return (
    <>
      <ListPage
        title="下发收集"
        unit="次"
        actions={create}
        columns={columns}
        rows={list.data ?? []}
        rowKey={({ uid }) => uid}
        loading={list.isLoading}
        minWidth={1_000}
        onOpen={({ uid }) => navigate(`/collections/${uid}`)}
        empty={
          <EmptyState
            text={
              '要各单位填的表从这里下发：每个单位一个 Excel，已知的内容填好、锁定，写明怎样填、何时交。\n交回的表一次收进来，逐格核对；谁没交、谁要改正一目了然，核对无误的一步汇总。'
            }
            action={create}
          />
        }
      />
      {isCreating && (
        <CreateDialog
          onCreated={(uid) => navigate(`/collections/${uid}`)}
          onClose={() => setIsCreating(false)}
        />
      )}
    </>
  );
}
