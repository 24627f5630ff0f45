import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Select } from 'antd';
import { api } from '#renderer/app/client.ts';

export interface ConfirmValues {
  userUid: string;
  password: string;
}

/** The second person, who gives the own password at this PC. */
export function ConfirmFields() {
  const { data } = useQuery(api.erasure.confirmers.queryOptions({ meta: { tables: ['app_user'] } }));
  if (data?.length === 0)
    return (
      <Alert
        type="warning"
        showIcon
        title="还没有能确认的人。要由另一名审计员当面确认：请先在“设置 › 用户”里指定一名审计员、设好密码，并请本人登录改过一次密码。"
      />
    );
  return (
    <>
      <Form.Item name="userUid" label="确认的审计员" rules={[{ required: true, message: '请选择审计员' }]}>
        <Select
          options={data?.map(({ uid, name }) => ({ value: uid, label: name })) ?? []}
          placeholder="选择审计员"
        />
      </Form.Item>
      <Form.Item
        name="password"
        label="审计员本人输入密码"
        rules={[{ required: true, message: '请审计员输入自己的密码' }]}
      >
        <Input.Password autoComplete="off" maxLength={100} />
      </Form.Item>
    </>
  );
}
