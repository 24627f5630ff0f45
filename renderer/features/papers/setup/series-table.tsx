import { Button, Form, Input, Radio, Switch, Table } from 'antd';
import { useState } from 'react';
import type { NumberSeries } from '#shared/contract/paper-setup.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';

/** Series of numbers with the one that comes next. */
export function SeriesTable({ series }: { series: readonly NumberSeries[] }) {
  const mayEdit = useRight('editPapers');
  const [editing, setEditing] = useState<NumberSeries | 'new' | null>(null);
  return (
    <Sheet title="文号系列" extra={mayEdit && <Button onClick={() => setEditing('new')}>新增系列</Button>}>
      <Table<NumberSeries>
        size="small"
        pagination={false}
        rowKey="uid"
        dataSource={[...series]}
        columns={[
          { title: '名称', dataIndex: 'name', width: 130 },
          { title: '格式', dataIndex: 'format', width: 220 },
          { title: '下一个', width: 190, render: (_, each) => (each.active ? each.next : '已停用') },
          { title: '用于', render: (_, { kinds }) => kinds.join('、') || '—' },
          { title: '已取', width: 70, align: 'right', dataIndex: 'taken' },
          {
            title: '',
            width: 70,
            render: (_, each) =>
              mayEdit && (
                <Button type="link" size="small" onClick={() => setEditing(each)}>
                  修改
                </Button>
              ),
          },
        ]}
      />
      {editing !== null && (
        <SeriesDialog series={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Sheet>
  );
}

interface Values {
  name: string;
  format: string;
  restart: 'yearly' | 'never';
  active: boolean;
}

function SeriesDialog({ series, onClose }: { series: NumberSeries | null; onClose: () => void }) {
  const add = useOperation(client.papers.addSeries, { success: '已新增', undoable: true });
  const update = useOperation(client.papers.updateSeries, { success: '已修改', undoable: true });
  const before: Values = series ?? {
    name: '',
    format: '{地}消安办〔{年}〕{号}号',
    restart: 'yearly',
    active: true,
  };

  async function submit({ active, ...values }: Values): Promise<void> {
    const { name, format, restart } = before;
    const base = { name, format, restart, active: before.active };
    const outcome =
      series === null
        ? await add.run(values)
        : await update.run({ uid: series.uid, base, set: { ...values, active } });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={series === null ? '新增文号系列' : `修改“${series.name}”`}
      verb={series === null ? '新增' : '保存'}
      busy={add.running || update.running}
      initialValues={before}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
        <FirstField maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="format"
        label="格式"
        extra="{地}是机关代字的地名，{年}是年份，{号}是序号；已经取的文号不会改变。"
        rules={[{ required: true, message: '请填写格式' }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="restart" label="编号">
        <Radio.Group
          options={[
            { value: 'yearly', label: '每年从 1 编起' },
            { value: 'never', label: '连续编号' },
          ]}
        />
      </Form.Item>
      <Form.Item name="active" label="在用" valuePropName="checked" hidden={series === null}>
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
