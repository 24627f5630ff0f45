import { useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { PasswordFields, type PasswordValues } from './password-fields.tsx';

export interface OwnPasswordValues extends PasswordValues {
  current?: string;
}

/** Saves one's own new password, which from then on opens what is kept from the others. */
export function useOwnPassword() {
  const queryClient = useQueryClient();
  const [form] = Form.useForm<OwnPasswordValues>();
  const change = useOperation(client.users.changeOwnPassword, {
    success: '已修改密码',
    onProblem({ code, text }) {
      if (code === 'wrongPassword' || code === 'lockedOut')
        form.setFields([{ name: 'current', errors: [text] }]);
      else if (code === 'badInput') form.setFields([{ name: 'password', errors: [text] }]);
      else return false;
      return true;
    },
  });
  return {
    form,
    running: change.running,
    async run({ current = '', password = '' }: OwnPasswordValues): Promise<boolean> {
      const outcome = await change.run({ current, password });
      if (!outcome.done) return false;
      if (password !== '') await client.session.unlock({ password });
      // Pages may have shown that something is locked.
      void queryClient.invalidateQueries();
      return true;
    },
  };
}

interface OwnPasswordFieldsProps {
  userName: string;
  hasPassword: boolean;
  mayBeNone: boolean;
}

export function OwnPasswordFields({ userName, hasPassword, mayBeNone }: OwnPasswordFieldsProps) {
  return (
    <>
      {hasPassword && (
        <Form.Item name="current" label="现在的密码">
          <FirstField isPassword maxLength={100} autoComplete="off" />
        </Form.Item>
      )}
      <PasswordFields label="新密码" userName={userName} mayBeNone={mayBeNone} />
    </>
  );
}
