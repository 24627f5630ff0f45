import { Form } from 'antd';
import type { Role } from '#shared/rights.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { MustChangeField, PasswordFields, type PasswordValues } from './password-fields.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Values extends PasswordValues {
  name: string;
  roles?: Role[];
}

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const mayGrant = useRight('grantRoles');
  const [form] = Form.useForm<Values>();
  const name = Form.useWatch('name', form) ?? '';
  const add = useOperation(client.users.add, { success: (_, given) => `已新增用户“${given.name}”` });

  async function save({ password = '', mustChange = false, roles = [], ...values }: Values): Promise<void> {
    const outcome = await add.run({ ...values, roles, password, mustChange });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title="新增用户"
      verb="新增"
      busy={add.running}
      width={600}
      form={form}
      initialValues={{ ...(mayGrant ? { roles: ['clerk'] } : {}), mustChange: true }}
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
      {mayGrant ? (
        <Form.Item name="roles" label="身份(可选几种)">
          <RoleChoice />
        </Form.Item>
      ) : (
        <p>新增以后，请安全管理员授予身份；授予以前，这位用户什么也看不到。</p>
      )}
      <PasswordFields label="密码" userName={name} mayBeNone />
      <MustChangeField />
    </FormDialog>
  );
}
