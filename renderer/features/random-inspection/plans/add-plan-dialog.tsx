import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { localDay } from '#shared/calendar/days.ts';
import { frequencyText } from '#shared/rules/random-inspection/frequency.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../random.module.css';
import { useClasses } from '../use-random.ts';

interface Values {
  year: number;
  title: string;
  firstMonth: number;
  classUids: string[];
}

const months = Array.from({ length: 12 }, (_, month) => ({ value: month + 1, label: `${month + 1} 月` }));

interface AddPlanDialogProps {
  onDone: (uid: string) => void;
  onClose: () => void;
}

/** A year's plan; its numbers are worked out, and can be changed afterwards. */
export function AddPlanDialog({ onDone, onClose }: AddPlanDialogProps) {
  const { data: classes } = useClasses();
  const [today] = useState(() => localDay(Date.now()));
  const add = useOperation(client.randomInspection.addPlan, { success: '已新增抽查计划', undoable: true });
  if (classes === undefined) return null;
  const year = Number(today.slice(0, 4));
  const filled = classes.filter(({ objects }) => objects > 0);

  async function submit(values: Values): Promise<void> {
    const outcome = await add.run(values);
    if (outcome.done) onDone(outcome.value.uid);
  }

  return (
    <FormDialog<Values>
      title="新增年度抽查计划"
      verb="新增"
      busy={add.running}
      initialValues={{
        year,
        title: `${year}年度“双随机、一公开”抽查计划`,
        firstMonth: Number(today.slice(5, 7)),
        classUids: filled.map(({ uid }) => uid),
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="title" label="计划名称" rules={[{ required: true, message: '请填写计划名称' }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="year" label="年份" rules={[{ required: true, message: '请填写年份' }]}>
          <InputNumber min={2000} max={2100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="firstMonth" label="从几月开始">
          <Select options={months} />
        </Form.Item>
      </div>
      <Form.Item
        name="classUids"
        label="抽查类别"
        extra="应抽数按比例或频次向上取整，均匀分到各月；名录库里还没有对象的类别算出来是 0。"
        rules={[{ required: true, message: '请至少选择一个类别' }]}
      >
        <Checkbox.Group
          style={{ display: 'grid', gap: 6 }}
          options={classes.map(({ uid, name, objects, frequency, amount }) => ({
            value: uid,
            label: `${name}(${objects} 个对象，${frequencyText({ kind: frequency, amount })})`,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
