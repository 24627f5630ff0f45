import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { RandomClass, RandomClassFields, RandomItem } from '#shared/contract/random-inspection.ts';
import {
  type FrequencyKind,
  frequencyKindNames,
  frequencyKinds,
} from '#shared/rules/random-inspection/frequency.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { changesBetween } from '#renderer/ui/changes-between.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import styles from '../random.module.css';

const labels: Readonly<Record<keyof RandomClassFields, string>> = {
  name: '类别名称',
  itemUid: '抽查事项',
  frequency: '怎样定应抽数',
  amount: '比例或年数',
  punishedFirst: '受过处罚的先抽',
  source: '依据',
};

/** Tenths of a percent are stored, per cent are shown. */
const PER_PERCENT = 10;

type Values = Omit<RandomClassFields, 'itemUid'> & { itemUid?: string | null };

interface ClassDialogProps {
  /** Null: a new one. */
  own: RandomClass | null;
  items: readonly RandomItem[];
  onClose: () => void;
}

/** A class of objects with how often they are inspected. */
export function ClassDialog({ own, items, onClose }: ClassDialogProps) {
  const [form] = Form.useForm<Values>();
  const seen = own === null ? blank : fieldsOf(own);
  const kind = Form.useWatch<FrequencyKind | undefined>('frequency', form) ?? seen.frequency;
  const add = useOperation(client.randomInspection.addClass, { success: '已新增抽查类别', undoable: true });
  const remove = useOperation(client.randomInspection.removeClass, {
    success: '已删除抽查类别',
    undoable: true,
  });
  const patch = usePatchWithConflicts(client.randomInspection.updateClass, {
    success: '已修改抽查类别',
    labels,
    onSaved: onClose,
  });

  async function submit({ amount, itemUid, ...values }: Values): Promise<void> {
    const fields: RandomClassFields = {
      ...values,
      itemUid: itemUid ?? null,
      amount: values.frequency === 'everyYears' ? amount : Math.round(amount * PER_PERCENT),
    };
    if (own !== null) return patch.save({ uid: own.uid, ...changesBetween(seen, fields) });
    const outcome = await add.run(fields);
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title={own === null ? '新增抽查类别' : '修改抽查类别'}
      verb={own === null ? '新增' : '保存'}
      width={600}
      busy={add.running || patch.saving}
      form={form}
      initialValues={{
        ...seen,
        amount: seen.frequency === 'everyYears' ? seen.amount : seen.amount / PER_PERCENT,
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={labels.name}
        rules={[{ required: true, whitespace: true, message: '请填写类别名称' }]}
      >
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="itemUid" label={labels.itemUid}>
        <Select allowClear options={items.map(({ uid, name }) => ({ value: uid, label: name }))} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="frequency" label={labels.frequency}>
          <Select options={frequencyKinds.map((value) => ({ value, label: frequencyKindNames[value] }))} />
        </Form.Item>
        <Form.Item
          name="amount"
          label={kind === 'everyYears' ? '每几年一次' : '不低于'}
          rules={[{ required: true, message: '请填写数字' }]}
        >
          {kind === 'everyYears' ? (
            <InputNumber min={1} precision={0} suffix="年" style={{ width: '100%' }} />
          ) : (
            <InputNumber min={0.1} precision={1} suffix="%" style={{ width: '100%' }} />
          )}
        </Form.Item>
      </div>
      <Form.Item name="source" label={labels.source}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="punishedFirst" valuePropName="checked">
        <Checkbox>{labels.punishedFirst}</Checkbox>
      </Form.Item>
      {own !== null && own.objects === 0 && (
        <Button
          loading={remove.running}
          onClick={() => void remove.run({ uid: own.uid }).then(({ done }) => done && onClose())}
        >
          删除这个类别
        </Button>
      )}
      {patch.dialog}
    </FormDialog>
  );
}

const blank: RandomClassFields = {
  name: '',
  itemUid: null,
  frequency: 'yearlyRatio',
  amount: 100,
  punishedFirst: true,
  source: '',
};

function fieldsOf(own: RandomClass): RandomClassFields {
  const { name, itemUid, frequency, amount, punishedFirst, source } = own;
  return { name, itemUid, frequency, amount, punishedFirst, source };
}
