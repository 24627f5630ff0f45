import { Button, Table, type TableProps } from 'antd';
import { useState } from 'react';
import type { RandomClass, RandomItem } from '#shared/contract/random-inspection.ts';
import { termText } from '#shared/rules/calendar/term.ts';
import { frequencyText } from '#shared/rules/random-inspection/frequency.ts';
import { itemKindNames } from '#shared/rules/random-inspection/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import styles from '../random.module.css';
import { useClasses, useItems, useSettings } from '../use-random.ts';
import { ClassDialog } from './class-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

type Dialog =
  | { kind: 'item'; item: RandomItem | null }
  | { kind: 'class'; own: RandomClass | null }
  | { kind: 'settings' };

const itemColumns: NonNullable<TableProps<RandomItem>['columns']> = [
  { title: '抽查类别', dataIndex: 'category', width: 120 },
  { title: '抽查事项', dataIndex: 'name', width: 220 },
  { title: '实施依据', dataIndex: 'basis' },
  { title: '检查方式', dataIndex: 'way', width: 140 },
  { title: '事项类别', width: 120, render: (_, { kind }) => itemKindNames[kind] },
  { title: '承办机构', dataIndex: 'unit', width: 120 },
  { title: '跨部门', width: 72, render: (_, { joint }) => (joint ? '是' : '否') },
];

/** 事项、类别和规则: what is set up once and changed when the rules do. */
export function ItemsPart({ mayEdit }: { mayEdit: boolean }) {
  const { data: items = [] } = useItems();
  const { data: classes = [] } = useClasses();
  const { data: settings } = useSettings();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  return (
    <div className={styles.scroll}>
      <Sheet
        title="抽取规则"
        extra={mayEdit && <Button onClick={() => setDialog({ kind: 'settings' })}>修改规则</Button>}
      >
        {settings !== undefined && (
          <p className={styles.hint} style={{ margin: 0 }}>
            每个对象抽 {settings.perObject} 名持有效执法证的检查人员，先回避再抽；{settings.coordinationDays}{' '}
            天内抽取过、专项督查查过或要查的不重复检查；计划在当月开始前公示，结果在月末后{' '}
            {termText(settings.publishTerm)}内公示。依据：{settings.source}
          </p>
        )}
      </Sheet>
      <ClassSheet classes={classes} mayEdit={mayEdit} onOpen={(own) => setDialog({ kind: 'class', own })} />
      <Sheet
        title="抽查事项清单"
        extra={mayEdit && <Button onClick={() => setDialog({ kind: 'item', item: null })}>新增事项</Button>}
      >
        <Table<RandomItem>
          size="small"
          pagination={false}
          columns={itemColumns}
          dataSource={items}
          rowKey={({ uid }) => uid}
          onRow={(item) => (mayEdit ? { onClick: () => setDialog({ kind: 'item', item }) } : {})}
        />
      </Sheet>
      {dialog?.kind === 'item' && <ItemDialog item={dialog.item} onClose={close} />}
      {dialog?.kind === 'class' && <ClassDialog own={dialog.own} items={items} onClose={close} />}
      {dialog?.kind === 'settings' && settings !== undefined && (
        <SettingsDialog settings={settings} onClose={close} />
      )}
    </div>
  );
}

interface ClassSheetProps {
  classes: readonly RandomClass[];
  mayEdit: boolean;
  onOpen: (own: RandomClass | null) => void;
}

function ClassSheet({ classes, mayEdit, onOpen }: ClassSheetProps) {
  const confirm = useConfirm();
  const begin = useOperation(client.randomInspection.beginRound, {
    success: '新一轮已开始，这一类的对象都可以再抽',
    undoable: true,
  });

  async function beginRound({ uid, name, left }: RandomClass): Promise<void> {
    const isSure =
      left === 0 ||
      (await confirm({
        title: `“${name}”开始新一轮?`,
        consequence: `本轮还有 ${left} 个没有抽到；开始新一轮以后，除了近期查过的，全部对象重新参加抽取。要先抽完这 ${left} 个的，请取消，把本月计划数改成抽完为止，抽取以后再开始新一轮。`,
        verb: '开始新一轮',
      }));
    if (isSure) await begin.run({ uid });
  }

  const columns: NonNullable<TableProps<RandomClass>['columns']> = [
    { title: '类别', dataIndex: 'name', width: 180 },
    {
      title: '比例、频次',
      width: 130,
      render: (_, { frequency, amount }) => frequencyText({ kind: frequency, amount }),
    },
    { title: '抽查事项', dataIndex: 'itemName', ellipsis: true },
    { title: '对象', dataIndex: 'objects', width: 64, align: 'right' },
    { title: '本轮未抽', dataIndex: 'left', width: 84, align: 'right' },
    { title: '受罚先抽', width: 84, render: (_, { punishedFirst }) => (punishedFirst ? '是' : '否') },
    { title: '依据', dataIndex: 'source', ellipsis: true },
    {
      title: '操作',
      width: 116,
      render: (_, own) =>
        mayEdit && (
          <Button
            size="small"
            onClick={(event) => {
              event.stopPropagation();
              void beginRound(own);
            }}
          >
            开始新一轮
          </Button>
        ),
    },
  ];
  return (
    <Sheet title="抽查类别" extra={mayEdit && <Button onClick={() => onOpen(null)}>新增类别</Button>}>
      <Table<RandomClass>
        size="small"
        pagination={false}
        columns={columns}
        dataSource={[...classes]}
        rowKey={({ uid }) => uid}
        onRow={(own) => (mayEdit ? { onClick: () => onOpen(own) } : {})}
      />
    </Sheet>
  );
}
