import { Form, Input, InputNumber, Select } from 'antd';
import type { RandomSettings } from '#shared/contract/random-inspection.ts';
import { LEAST_INSPECTORS } from '#shared/rules/random-inspection/pool.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from '../random.module.css';

interface SettingsDialogProps {
  settings: RandomSettings;
  onClose: () => void;
}

/** Rules of the office for all draws. */
export function SettingsDialog({ settings, onClose }: SettingsDialogProps) {
  const save = useOperation(client.randomInspection.setSettings, {
    success: '已修改双随机规则',
    undoable: true,
  });

  async function submit(values: RandomSettings): Promise<void> {
    const publishTerm = { ...settings.publishTerm, ...values.publishTerm };
    const outcome = await save.run({ base: settings, set: { ...values, publishTerm } });
    if (outcome.done) onClose();
  }

  const number = (name: 'perObject' | 'coordinationDays', label: string, unit: string, least: number) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: '请填写整数' }]}>
      <InputNumber min={least} max={730} precision={0} suffix={unit} style={{ width: '100%' }} />
    </Form.Item>
  );
  return (
    <FormDialog<RandomSettings>
      title="双随机规则"
      verb="保存"
      busy={save.running}
      initialValues={settings}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <div className={styles.pair}>
        {number('perObject', '每个对象的检查人员', '人', LEAST_INSPECTORS)}
        {number('coordinationDays', '多少天内不重复检查(0 为不限)', '天', 0)}
      </div>
      <div className={styles.pair}>
        <Form.Item
          name={['publishTerm', 'count']}
          label="结果在月末后多久内公示"
          rules={[{ required: true, message: '请填写整数' }]}
        >
          <InputNumber min={1} max={365} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['publishTerm', 'unit']} label="怎样计">
          <Select
            options={[
              { value: 'day', label: '日' },
              { value: 'workday', label: '工作日' },
            ]}
          />
        </Form.Item>
      </div>
      <Form.Item name="source" label="依据">
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
