import { Button, Checkbox, Form, Input, Segmented } from 'antd';
import type { RandomItem, RandomItemFields } from '#shared/contract/random-inspection.ts';
import { itemKindNames, itemKinds } from '#shared/rules/random-inspection/model.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../random.module.css';

const labels: Readonly<Record<keyof RandomItemFields, string>> = {
  category: '抽查类别',
  name: '抽查事项',
  basis: '实施依据',
  objects: '检查对象',
  content: '检查内容',
  way: '检查方式',
  kind: '事项类别',
  unit: '承办机构',
  joint: '跨部门联合抽查',
  note: '备注',
};

const blank: RandomItemFields = {
  category: '消防监督检查',
  name: '',
  basis: '',
  objects: '',
  content: '',
  way: '现场检查',
  kind: 'general',
  unit: '消防救援机构',
  joint: false,
  note: '',
};

/** One item of 抽查事项清单. */
export function ItemDialog({ item, onClose }: { item: RandomItem | null; onClose: () => void }) {
  const seen = item === null ? blank : fieldsOf(item);
  const add = useOperation(client.randomInspection.addItem, { success: '已新增抽查事项', undoable: true });
  const remove = useOperation(client.randomInspection.removeItem, {
    success: '已删除抽查事项',
    undoable: true,
  });
  const patch = usePatchWithConflicts(client.randomInspection.updateItem, {
    success: '已修改抽查事项',
    labels,
    onSaved: onClose,
  });

  async function submit(fields: RandomItemFields): Promise<void> {
    if (item !== null) return patch.save({ uid: item.uid, ...changesBetween(seen, fields) });
    const outcome = await add.run(fields);
    if (outcome.done) onClose();
  }

  const line = (name: keyof RandomItemFields, limit: number) => (
    <Form.Item name={name} label={labels[name]}>
      <Input maxLength={limit} autoComplete="off" />
    </Form.Item>
  );
  return (
    <FormDialog<RandomItemFields>
      title={item === null ? '新增抽查事项' : '修改抽查事项'}
      verb={item === null ? '新增' : '保存'}
      width={720}
      busy={add.running || patch.saving}
      initialValues={seen}
      onSubmit={(fields) => void submit(fields)}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={labels.name}
        rules={[{ required: true, whitespace: true, message: '请填写抽查事项' }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="basis" label={labels.basis}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <div className={styles.pair}>
        {line('category', 60)}
        {line('objects', 200)}
      </div>
      {line('content', 500)}
      <div className={styles.pair}>
        {line('way', 60)}
        {line('unit', 60)}
        <Form.Item name="kind" label={labels.kind}>
          <Segmented options={itemKinds.map((value) => ({ value, label: itemKindNames[value] }))} />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        {line('note', 200)}
        <Form.Item name="joint" label=" " colon={false} valuePropName="checked">
          <Checkbox>{labels.joint}</Checkbox>
        </Form.Item>
      </div>
      {item !== null && item.usedBy === 0 && (
        <Button
          loading={remove.running}
          onClick={() => void remove.run({ uid: item.uid }).then(({ done }) => done && onClose())}
        >
          删除这个事项
        </Button>
      )}
      {patch.dialog}
    </FormDialog>
  );
}

function fieldsOf({ uid: _uid, usedBy: _usedBy, ...fields }: RandomItem): RandomItemFields {
  return fields;
}
