import { Button, Input, Segmented, Select, type TableProps } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { ObjectView, RandomObject, RandomObjectFilter } from '#shared/contract/random-inspection.ts';
import { creditLevelNames } from '#shared/rules/random-inspection/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import styles from '../random.module.css';
import { useClasses, useObjects } from '../use-random.ts';
import { objectViewNames } from '../words.ts';
import { ImportDialog } from './import-dialog.tsx';
import { ObjectDialog } from './object-dialog.tsx';
import { SitesDialog } from './sites-dialog.tsx';

type Dialog =
  | { kind: 'object'; object: RandomObject | null }
  | { kind: 'sites' }
  | { kind: 'import'; text: string | null };

const columns: NonNullable<TableProps<RandomObject>['columns']> = [
  { title: '检查对象', dataIndex: 'name', ellipsis: true },
  { title: '类别', key: 'class', dataIndex: 'className', width: 180, ellipsis: true },
  { title: '县(市、区)', key: 'county', dataIndex: 'countyName', width: 110, ellipsis: true },
  { title: '乡镇(街道)', key: 'township', dataIndex: 'townshipName', width: 120, ellipsis: true },
  { title: '信用', key: 'credit', width: 84, render: (_, { credit }) => creditLevelNames[credit] },
  { title: '受过处罚', key: 'punished', width: 84, render: (_, { punished }) => (punished ? '是' : '') },
  { title: '本轮抽到', key: 'drawn', dataIndex: 'drawnOn', width: 108 },
  {
    title: '说明',
    key: 'state',
    width: 190,
    ellipsis: true,
    render: (_, { closedOn, heldReason, validUntil, siteUid }) => {
      if (closedOn !== null) return `${closedOn} 退出`;
      if (heldReason !== '') return `暂不抽取：${heldReason}`;
      if (validUntil !== null) return `有效期至 ${validUntil}`;
      return siteUid === null ? '' : '重点单位';
    },
  },
];

const views: readonly ObjectView[] = ['active', 'held', 'punished', 'closed', 'all'];

/** 检查对象名录库: key sites and others, by class. */
export function ObjectsPart({ mayEdit }: { mayEdit: boolean }) {
  const [filter, setFilter] = useState<RandomObjectFilter>({ view: 'active', classUid: null, text: '' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { data: classes = [] } = useClasses();
  const { list, rows, total } = useObjects(useDeferredValue(filter));
  const remove = useOperation(client.randomInspection.removeObjects, {
    success: ({ removed }) => `已删除 ${removed} 个检查对象`,
    undoable: true,
  });
  usePastedTable(mayEdit && dialog === null, (text) => setDialog({ kind: 'import', text }));
  const close = () => setDialog(null);

  async function removeChosen(): Promise<void> {
    const outcome = await remove.run({ uids: [...chosen] });
    if (outcome.done) setChosen([]);
  }

  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Input.Search
          allowClear
          aria-label="在检查对象里查找"
          placeholder="名称或拼音首字母"
          className={styles.search ?? ''}
          value={filter.text}
          onChange={({ target }) => setFilter({ ...filter, text: target.value })}
        />
        <Select<string | null>
          allowClear
          aria-label="按类别"
          placeholder="按类别"
          className={styles.filter ?? ''}
          value={filter.classUid}
          options={classes.map(({ uid, name }) => ({ value: uid, label: name }))}
          onChange={(classUid) => setFilter({ ...filter, classUid: classUid ?? null })}
        />
        <Segmented<ObjectView>
          aria-label="查看范围"
          value={filter.view}
          options={views.map((value) => ({ value, label: objectViewNames[value] }))}
          onChange={(view) => setFilter({ ...filter, view })}
        />
        <span>共 {total} 个</span>
        <span className={styles.right}>
          {mayEdit && chosen.length > 0 && (
            <Button loading={remove.running} onClick={() => void removeChosen()}>
              删除选中的 {chosen.length} 个
            </Button>
          )}
          {mayEdit && (
            <SplitButton
              primary
              more={[
                { key: 'object', label: '新增一个对象' },
                { key: 'import', label: '从 Excel 导入或粘贴' },
              ]}
              moreLabel="其他加入办法"
              onMore={(key) =>
                setDialog(
                  key === 'import' ? { kind: 'import', text: null } : { kind: 'object', object: null },
                )
              }
              onClick={() => setDialog({ kind: 'sites' })}
            >
              从重点单位加入
            </SplitButton>
          )}
        </span>
      </div>
      <div className={styles.list}>
        <ListTable<RandomObject>
          label="检查对象名录库"
          columns={columns}
          rows={rows}
          rowKey={({ uid }) => uid}
          loading={list.isLoading}
          minWidth={1_060}
          {...(mayEdit
            ? {
                onOpen: (object: RandomObject) => setDialog({ kind: 'object', object }),
                selection: { keys: chosen, onChange: setChosen },
              }
            : {})}
          empty={
            <EmptyState
              text={
                filter.text === '' && filter.classUid === null && filter.view === 'active'
                  ? '这里列出可以抽查的单位。\n重点单位可以按类别一次加入；不在台账里的，在 Excel 里复制、粘贴到这个页面。'
                  : '没有符合条件的对象。'
              }
            />
          }
          {...(list.hasNextPage
            ? {
                more: {
                  text: '显示更多对象',
                  busy: list.isFetchingNextPage,
                  onMore: () => void list.fetchNextPage(),
                },
              }
            : {})}
        />
      </div>
      {dialog?.kind === 'object' && <ObjectDialog object={dialog.object} classes={classes} onClose={close} />}
      {dialog?.kind === 'sites' && <SitesDialog classes={classes} onClose={close} />}
      {dialog?.kind === 'import' && (
        <ImportDialog classes={classes} classUid={filter.classUid} text={dialog.text} onClose={close} />
      )}
    </div>
  );
}
