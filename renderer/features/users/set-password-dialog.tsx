import { Form, Modal } from 'antd';
import type { User } from '#shared/contract/users.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { PasswordFields, type PasswordValues } from './password-fields.tsx';

export function SetPasswordDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [form] = Form.useForm<PasswordValues>();
  const setPassword = useOperation(client.users.setPassword, {
    success: (_, { password }) =>
      password === '' ? `“${user.name}”现在不用密码` : `已设置“${user.name}”的密码`,
  });

  async function save({ password = '' }: PasswordValues): Promise<void> {
    const outcome = await setPassword.run({ uid: user.uid, password });
    if (outcome.done) onClose();
  }

  return (
    <Modal
      open
      title={`设置“${user.name}”的密码`}
      okText="保存"
      cancelText="取消"
      confirmLoading={setPassword.running}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<PasswordValues> form={form} layout="vertical" onFinish={(values) => void save(values)}>
        <PasswordFields label="新密码" />
      </Form>
    </Modal>
  );
}
