import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber } from 'antd';
import type { BrigadeStandard } from '#shared/rules/brigades/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import styles from './brigades.module.css';
import { brigadeTables } from './words.ts';

/** What a brigade has to have at least, with where that is from. */
export function StandardDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(api.brigades.standard.queryOptions({ meta: { tables: brigadeTables } }));
  const save = useOperation(client.brigades.setStandard, { success: '已修改建队标准', undoable: true });

  async function submit(values: BrigadeStandard): Promise<void> {
    if (data === undefined) return;
    const outcome = await save.run({ base: data, set: values });
    if (outcome.done) onClose();
  }

  if (data === undefined) return null;
  const number = (name: keyof BrigadeStandard, label: string, unit: string) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: '请填写整数' }]}>
      <InputNumber min={0} max={999} precision={0} suffix={unit} style={{ width: '100%' }} />
    </Form.Item>
  );
  return (
    <FormDialog<BrigadeStandard>
      title="专职消防队建队标准"
      verb="保存"
      busy={save.running}
      initialValues={data}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <div className={styles.pair}>
        {number('people', '人员不少于', '人')}
        {number('drivers', '其中驾驶员不少于', '人')}
        {number('tenders', '水罐车不少于', '辆')}
      </div>
      <Form.Item name="source" label="依据">
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  );
}
