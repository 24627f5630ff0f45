import { Form, Input } from 'antd';

const LEAST = 6;
const MOST = 100;

/** A new password and once more the same; empty means none. Form fields `password` and `repeated`. */
export function PasswordFields({ label }: { label: string }) {
  return (
    <>
      <Form.Item
        name="password"
        label={label}
        extra="至少 6 个字符；留空表示不设密码，点姓名就能进入。"
        rules={[
          {
            validator: (_, text: string | undefined) =>
              (text ?? '') === '' || (text ?? '').length >= LEAST
                ? Promise.resolve()
                : Promise.reject(new Error('密码至少 6 个字符，留空表示不设密码')),
          },
        ]}
      >
        <Input.Password maxLength={MOST} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label="再输一遍"
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, text: string | undefined) =>
              (text ?? '') === (getFieldValue('password') ?? '')
                ? Promise.resolve()
                : Promise.reject(new Error('两次输入不一样')),
          }),
        ]}
      >
        <Input.Password maxLength={MOST} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

export interface PasswordValues {
  password?: string;
}
