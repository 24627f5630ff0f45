import { Alert, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { WaterCheckFields } from '#shared/contract/water-checks.ts';
import { localDay } from '#shared/calendar/days.ts';
import { waterStates } from '#shared/rules/water-sources/states.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './water-checks.module.css';

interface CheckDialogProps {
  sourceUids: readonly string[];
  onDone: () => void;
  onClose: () => void;
}

type Typed = Omit<WaterCheckFields, 'pressure'> & { pressure: number | null };

const MPA_SCALE = 1_000;

/** What was found at one water source, or at each of several. */
export function CheckDialog({ sourceUids, onDone, onClose }: CheckDialogProps) {
  const { user } = useSession();
  const [first] = useState<Typed>(() => blankCheck(user.name));
  const [form] = Form.useForm<Typed>();
  const count = sourceUids.length;
  const enter = useOperation(client.waterChecks.enter, {
    success: ({ checked }) => (checked === 1 ? '已登记检查' : `已登记 ${checked} 处的检查`),
    undoable: true,
  });

  async function submit({ pressure, state, sign, ...typed }: Typed): Promise<void> {
    const check = {
      ...typed,
      state: state ?? null,
      sign: sign ?? null,
      pressure: typeof pressure === 'number' ? Math.round(pressure * MPA_SCALE) : null,
    };
    const outcome = await enter.run({ sourceUids: [...sourceUids], check });
    if (outcome.done) onDone();
  }

  return (
    <FormDialog<Typed>
      title={count === 1 ? '登记检查' : `登记 ${count} 处的检查`}
      verb="登记"
      width={560}
      busy={enter.running}
      form={form}
      initialValues={first}
      onSubmit={(typed) => void submit(typed)}
      onClose={onClose}
    >
      {count > 1 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={`所选的 ${count} 处都按下面的情况登记。`}
        />
      )}
      <div className={styles.pair}>
        <Form.Item name="day" label="检查日期" rules={[{ required: true, message: '请选择检查日期' }]}>
          <DayField label="检查日期" />
        </Form.Item>
        <Form.Item name="checker" label="检查人" rules={[{ required: true, message: '请填写检查人' }]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="state" label="状态">
          <Select
            allowClear
            options={waterStates.map(({ value, name }) => ({ value, label: name }))}
            onChange={(state: Typed['state'] | undefined) => {
              if (state !== undefined) form.setFieldValue('untested', '');
            }}
          />
        </Form.Item>
        <Form.Item name="pressure" label="实测水压">
          <InputNumber min={0} max={10} precision={3} step={0.01} suffix="MPa" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="sign" label="标识">
          <Select
            allowClear
            options={[
              { value: 1, label: '有' },
              { value: 0, label: '无' },
            ]}
          />
        </Form.Item>
        <Form.Item name="untested" label="无法测试的原因">
          <Input
            maxLength={100}
            autoComplete="off"
            placeholder="如 井盖打不开；测试了不用填"
            onChange={({ target }) => {
              if (target.value.trim() !== '') form.setFieldValue('state', null);
            }}
          />
        </Form.Item>
      </div>
      <Form.Item name="note" label="备注(可不填)">
        <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </FormDialog>
  );
}

function blankCheck(checker: string): Typed {
  return {
    day: localDay(Date.now()),
    checker,
    state: 'good',
    pressure: null,
    sign: null,
    untested: '',
    note: '',
  };
}
