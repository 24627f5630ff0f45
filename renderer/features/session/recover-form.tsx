import { Button, Form, Input } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { PasswordFields, type PasswordValues } from '#renderer/features/users/password-fields.tsx';

interface Values extends PasswordValues {
  code: string;
}

interface RecoverFormProps {
  user: { uid: string; name: string };
  /** With the new password. */
  onDone: (password: string) => void;
  onProblem: (text: string) => void;
  onClose: () => void;
}

/** A system administrator sets a new password with the key on paper. */
export function RecoverForm({ user, onDone, onProblem, onClose }: RecoverFormProps) {
  const recover = useOperation(client.users.recover, {
    repeat: false,
    onProblem({ text }) {
      onProblem(text);
      return true;
    },
  });

  async function save({ code, password = '' }: Values): Promise<void> {
    if ((await recover.run({ userUid: user.uid, code, password })).done) onDone(password);
  }

  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void save(values)}>
      <Form.Item
        name="code"
        label="恢复密钥(纸上的 14 组，每组 4 位)"
        rules={[{ required: true, whitespace: true, message: '请照着纸上的恢复密钥输入' }]}
      >
        <Input.TextArea rows={2} maxLength={100} autoComplete="off" />
      </Form.Item>
      <PasswordFields label={`${user.name}的新密码`} userName={user.name} mayBeNone={false} />
      <Button type="primary" htmlType="submit" loading={recover.running}>
        重设密码并登录
      </Button>
      <Button type="link" onClick={onClose}>
        取消
      </Button>
    </Form>
  );
}
