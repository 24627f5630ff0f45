import { Form, Modal } from 'antd';
import type { Role } from '#shared/rights.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { PasswordFields, type PasswordValues } from './password-fields.tsx';
import { RoleChoice } from './role-choice.tsx';

interface Values extends PasswordValues {
  name: string;
  role: Role;
}

export function AddUserDialog({ onClose }: { onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const add = useOperation(client.users.add, { success: (_, { name }) => `已新增用户“${name}”` });

  async function save({ name, role, password = '' }: Values): Promise<void> {
    const outcome = await add.run({ name, role, password });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      title="新增用户"
      okText="新增"
      cancelText="取消"
      confirmLoading={add.running}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'clerk' }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item
          name="name"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <FirstField maxLength={30} autoComplete="off" onPressEnter={form.submit} />
        </Form.Item>
        <Form.Item name="role" label="身份">
          <RoleChoice />
        </Form.Item>
        <PasswordFields label="密码" />
      </Form>
    </Modal>
  );
}
