import { Form, Input } from 'antd';

interface RepeatedPasswordProps {
  /** Most characters. */
  most: number;
  /** When it is looked at; default: while it is typed. */
  validateTrigger?: string[];
}

/** Form field `repeated`: what stands in `password`, typed once more. */
export function RepeatedPassword({ most, validateTrigger }: RepeatedPasswordProps) {
  return (
    <Form.Item
      name="repeated"
      label="再输一遍"
      dependencies={['password']}
      {...(validateTrigger === undefined ? {} : { validateTrigger })}
      rules={[
        ({ getFieldValue }) => ({
          validator: (_, text: string | undefined) =>
            (text ?? '') === (getFieldValue('password') ?? '')
              ? Promise.resolve()
              : Promise.reject(new Error('两次输入不一样')),
        }),
      ]}
    >
      <Input.Password maxLength={most} autoComplete="new-password" />
    </Form.Item>
  );
}
