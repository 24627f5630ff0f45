import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { PasswordFields, type PasswordValues } from './password-fields.tsx';

interface Values extends PasswordValues {
  current?: string;
}

/** Changing one's own password asks for the current one. */
export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const { user, users } = useSession();
  const hasPassword = users.find(({ uid }) => uid === user.uid)?.hasPassword === true;
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const change = useOperation(client.users.changeOwnPassword, {
    success: '已修改密码',
    onProblem({ code, text }) {
      if (code !== 'wrongPassword') return false;
      form.setFields([{ name: 'current', errors: [text] }]);
      return true;
    },
  });

  async function save({ current = '', password = '' }: Values): Promise<void> {
    const outcome = await change.run({ current, password });
    if (!outcome.done) return;
    if (password !== '') await client.session.unlock({ password });
    // Pages may have shown that something is locked.
    void queryClient.invalidateQueries();
    onClose();
  }

  return (
    <FormDialog<Values>
      title="修改我的密码"
      verb="保存"
      busy={change.running}
      form={form}
      onSubmit={(values) => void save(values)}
      onClose={onClose}
    >
      {hasPassword && (
        <Form.Item name="current" label="现在的密码">
          <FirstField isPassword maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      <PasswordFields label="新密码" />
      {hasPassword && <p>取消密码(留空)以后，您知情的加密暗访就打不开了；只是更换密码，不受影响。</p>}
    </FormDialog>
  );
}
