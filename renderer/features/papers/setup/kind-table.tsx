import { Button, Checkbox, Form, Radio, Select, Switch, Table } from 'antd';
import { useState } from 'react';
import type { NumberSeries } from '#shared/contract/paper-setup.ts';
import type { PaperKind } from '#shared/contract/papers.ts';
import type { PaperLayout } from '#shared/rules/papers/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';

const layouts: Readonly<Record<PaperLayout, string>> = {
  standard: '文件格式',
  letter: '信函格式',
  minutes: '纪要格式',
  form: '普通表单',
};
const issuers = { office: '办公室', committee: '委员会' } as const;

interface KindTableProps {
  kinds: readonly PaperKind[];
  series: readonly NumberSeries[];
}

/** 文种: layout, in whose name, and from which series its numbers come. */
export function KindTable({ kinds, series }: KindTableProps) {
  const mayEdit = useRight('editPapers');
  const [editing, setEditing] = useState<PaperKind | 'new' | null>(null);
  const nameOf = (uid: string): string => series.find((each) => each.uid === uid)?.name ?? '';
  return (
    <Sheet title="文种" extra={mayEdit && <Button onClick={() => setEditing('new')}>新增文种</Button>}>
      <Table<PaperKind>
        size="small"
        pagination={false}
        rowKey="uid"
        dataSource={[...kinds]}
        columns={[
          { title: '文种', dataIndex: 'name' },
          { title: '格式', width: 110, render: (_, { layout }) => layouts[layout] },
          { title: '以谁的名义', width: 110, render: (_, { issuer }) => issuers[issuer] },
          { title: '文号系列', width: 150, render: (_, { seriesUid }) => nameOf(seriesUid) },
          { title: '主送', width: 90, render: (_, kind) => (kind.needsAddressee ? '必填' : '可不填') },
          { title: '在用', width: 80, render: (_, { active }) => (active ? '在用' : '已停用') },
          {
            title: '',
            width: 70,
            render: (_, kind) =>
              mayEdit && (
                <Button type="link" size="small" onClick={() => setEditing(kind)}>
                  修改
                </Button>
              ),
          },
        ]}
      />
      {editing !== null && (
        <KindDialog
          kind={editing === 'new' ? null : editing}
          series={series}
          onClose={() => setEditing(null)}
        />
      )}
    </Sheet>
  );
}

type Values = Pick<PaperKind, 'name' | 'layout' | 'issuer' | 'seriesUid' | 'needsAddressee' | 'active'>;

interface KindDialogProps {
  kind: PaperKind | null;
  series: readonly NumberSeries[];
  onClose: () => void;
}

function KindDialog({ kind, series, onClose }: KindDialogProps) {
  const add = useOperation(client.papers.addKind, { success: '已新增', undoable: true });
  const update = useOperation(client.papers.updateKind, { success: '已修改', undoable: true });
  const before: Values = kind ?? {
    name: '',
    layout: 'standard',
    issuer: 'office',
    seriesUid: series[0]?.uid ?? '',
    needsAddressee: true,
    active: true,
  };

  async function submit({ active, ...values }: Values): Promise<void> {
    const { name, layout, issuer, seriesUid, needsAddressee } = before;
    const base = { name, layout, issuer, seriesUid, needsAddressee, active: before.active };
    const outcome =
      kind === null
        ? await add.run(values)
        : await update.run({ uid: kind.uid, base, set: { ...values, active } });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={kind === null ? '新增文种' : `修改“${kind.name}”`}
      verb={kind === null ? '新增' : '保存'}
      busy={add.running || update.running}
      initialValues={before}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label="文种名称" rules={[{ required: true, message: '请填写文种名称' }]}>
        <FirstField maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item name="layout" label="格式">
        <Select options={Object.entries(layouts).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="issuer" label="以谁的名义">
        <Radio.Group options={Object.entries(issuers).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      <Form.Item name="seriesUid" label="文号系列">
        <Select
          options={series.map(({ uid, name, format }) => ({ value: uid, label: `${name}  ${format}` }))}
        />
      </Form.Item>
      <Form.Item name="needsAddressee" valuePropName="checked">
        <Checkbox>必须有主送机关</Checkbox>
      </Form.Item>
      <Form.Item name="active" label="在用" valuePropName="checked" hidden={kind === null}>
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
