import { Form } from 'antd';
import type { Role } from '#shared/rights.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { PasswordFields, type PasswordValues } from './password-fields.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Values extends PasswordValues {
  name: string;
  role: Role;
}

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const add = useOperation(client.users.add, { success: (_, { name }) => `已新增用户“${name}”` });

  async function save({ name, role, password = '' }: Values): Promise<void> {
    const outcome = await add.run({ name, role, password });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title="新增用户"
      verb="新增"
      busy={add.running}
      initialValues={{ role: 'clerk' }}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label="姓名"
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        <FirstField maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label="身份">
        <RoleChoice />
      </Form.Item>
      <PasswordFields label="密码" />
    </FormDialog>
  );
}
