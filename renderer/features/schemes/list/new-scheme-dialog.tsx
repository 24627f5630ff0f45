import { Form, Select } from 'antd';
import { useLocation } from 'wouter';
import type { AppliesTo } from '#shared/contract/schemes.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { appliesToOptions } from '../model/names.ts';

interface Values {
  title: string;
  appliesTo: AppliesTo;
}

export function NewSchemeDialog({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation();
  const create = useOperation(client.schemes.create, { success: '已新建方案', undoable: true });

  async function submit(values: Values): Promise<void> {
    const outcome = await create.run(values);
    if (outcome.done) navigate(`/schemes/${outcome.value.uid}`);
  }

  return (
    <FormDialog<Values>
      title="新建考核方案"
      verb="新建"
      busy={create.running}
      initialValues={{ appliesTo: 'county' }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="title" label="方案名称" rules={[{ required: true, message: '请填写方案名称' }]}>
        <FirstField maxLength={100} placeholder="如：县(市、区)消防工作考核方案" />
      </Form.Item>
      <Form.Item name="appliesTo" label="适用对象">
        <Select options={appliesToOptions} />
      </Form.Item>
    </FormDialog>
  );
}
