import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { RepeatedPassword } from '#renderer/ui/repeated-password.tsx';
import { passwordHint, passwordProblem } from '#shared/rules/users/password-rules.ts';
import { defaultSecurity, type SecuritySettings } from '#shared/rules/users/security.ts';
import { api } from '#renderer/app/client.ts';
import styles from './password-fields.module.css';

const MOST = 100;

function useSecurity(): SecuritySettings {
  const query = useQuery(api.users.security.queryOptions({ meta: { tables: ['setting'] } }));
  return query.data ?? defaultSecurity;
}

interface PasswordFieldsProps {
  label: string;
  /** Who gets it, which must not be in it. */
  userName: string;
  /** Whether it may stay empty: no password. */
  mayBeNone: boolean;
}

/** A new password and once more the same. Form fields `password` and `repeated`. */
export function PasswordFields({ label, userName, mayBeNone }: PasswordFieldsProps) {
  const rules = useSecurity();

  function problemOf(text: string): string | null {
    if (text === '') return mayBeNone ? null : '请输入新密码';
    // What needs the pinyin of names and the list of common words, the core looks at.
    return passwordProblem(text, { names: [userName], parts: [], office: [] }, rules);
  }

  return (
    <>
      <div className={styles.pair}>
        <Form.Item
          name="password"
          label={label}
          rules={[
            {
              validator: (_, text: string | undefined) => answer(problemOf(text ?? '')),
            },
          ]}
          validateTrigger={['onBlur', 'onSubmit']}
        >
          <Input.Password maxLength={MOST} autoComplete="new-password" />
        </Form.Item>
        <RepeatedPassword most={MOST} validateTrigger={['onBlur', 'onSubmit']} />
      </div>
      <p className={styles.hint}>{passwordHint(rules) + (mayBeNone ? '留空就不设密码，点姓名进入。' : '')}</p>
    </>
  );
}

/** For a password that somebody sets for somebody else. Form field `mustChange`, which is set at first. */
export function MustChangeField() {
  const { administratorsApart } = useSecurity();
  return (
    <Form.Item name="mustChange" valuePropName="checked" className={styles.last ?? ''}>
      <Checkbox disabled={administratorsApart}>
        登录后须先改成自己的密码{administratorsApart && '（三员分立时必须）'}
      </Checkbox>
    </Form.Item>
  );
}

export interface PasswordValues {
  password?: string;
  mustChange?: boolean;
}

function answer(problem: string | null): Promise<void> {
  return problem === null ? Promise.resolve() : Promise.reject(new Error(problem));
}
