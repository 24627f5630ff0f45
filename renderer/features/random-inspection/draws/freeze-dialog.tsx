import { Checkbox, DatePicker, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { RandomPlan } from '#shared/contract/random-inspection.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { usePlans } from '../use-random.ts';

interface Values {
  planUid: string;
  month: Dayjs;
  classUids: string[];
}

interface FreezeDialogProps {
  onDone: (uid: string) => void;
  onClose: () => void;
}

/** Which plan and month is drawn; the pool is frozen at this moment. */
export function FreezeDialog({ onDone, onClose }: FreezeDialogProps) {
  const { data: plans } = usePlans();
  return plans === undefined ? null : <OfPlans plans={plans} onDone={onDone} onClose={onClose} />;
}

function OfPlans({ plans, onDone, onClose }: FreezeDialogProps & { plans: RandomPlan[] }) {
  const [form] = Form.useForm<Values>();
  const [now] = useState(() => dayjs());
  const planUid = Form.useWatch('planUid', form) ?? plans[0]?.uid;
  const month = Form.useWatch('month', form) ?? now;
  const plan = plans.find(({ uid }) => uid === planUid);
  const freeze = useOperation(client.randomInspection.freeze, { success: '名单已冻结，请当场核对' });
  const lines = (plan?.lines ?? []).map((line) => ({
    ...line,
    left: Math.max(0, (line.numbers[month.month()] ?? 0) - (line.drawn[month.month()] ?? 0)),
  }));

  async function submit({ classUids, ...values }: Values): Promise<void> {
    const outcome = await freeze.run({
      planUid: values.planUid,
      month: values.month.format('YYYY-MM'),
      classUids,
    });
    if (outcome.done) onDone(outcome.value.uid);
  }

  return (
    <FormDialog<Values>
      title="冻结抽取名单"
      verb="冻结名单"
      busy={freeze.running}
      form={form}
      needsButton
      initialValues={{
        planUid: plans[0]?.uid ?? '',
        month: now,
        classUids: (plans[0]?.lines ?? []).map(({ classUid }) => classUid),
      }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="planUid" label="抽查计划" rules={[{ required: true, message: '请选择抽查计划' }]}>
        <Select
          options={plans.map(({ uid, title }) => ({ value: uid, label: title }))}
          onChange={(uid) =>
            form.setFieldValue(
              'classUids',
              (plans.find((each) => each.uid === uid)?.lines ?? []).map(({ classUid }) => classUid),
            )
          }
        />
      </Form.Item>
      <Form.Item name="month" label="抽查月份">
        <DatePicker picker="month" allowClear={false} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="classUids"
        label="抽查类别和应抽数"
        extra="冻结以后名单不再变动：谁在名单里、谁被排除、为什么，都写进名单指纹。"
        rules={[{ required: true, message: '请至少选择一个类别' }]}
      >
        <Checkbox.Group
          style={{ display: 'grid', gap: 6 }}
          options={lines.map(({ classUid, className, left }) => ({
            value: classUid,
            label: `${className}：抽 ${left} 个`,
            disabled: left === 0,
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
