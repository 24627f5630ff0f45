import { Button, Form, Input, type InputRef, Select } from 'antd';
import { useRef } from 'react';
import type { AttendeeRole } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { roleNames } from '../names.ts';
import styles from './meeting-page.module.css';

interface Values {
  name: string;
  unit?: string;
  post?: string;
  phone?: string;
  role: AttendeeRole;
}

const roles = [
  { value: 'observer', label: roleNames.observer },
  { value: 'member', label: roleNames.member },
];

/** A guest or somebody who is on no roster: typed in one row, Enter adds. */
export function AddAttendee({ meetingUid }: { meetingUid: string }) {
  const [form] = Form.useForm<Values>();
  const first = useRef<InputRef>(null);
  const add = useOperation(client.meetings.addAttendee, { success: '已添加参会人员', undoable: true });

  async function save({ name, unit = '', post = '', phone = '', role }: Values): Promise<void> {
    const outcome = await add.run({ meetingUid, name, unit, post, phone, role });
    if (!outcome.done) return;
    form.resetFields();
    first.current?.focus();
  }

  return (
    <Form
      form={form}
      className={styles.add ?? ''}
      initialValues={{ role: 'observer' }}
      onFinish={(values) => void save(values)}
    >
      <Form.Item
        name="name"
        style={{ width: 130, margin: 0 }}
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        <Input ref={first} aria-label="姓名" placeholder="姓名，回车添加" maxLength={30} />
      </Form.Item>
      <Form.Item name="unit" style={{ flex: 1, margin: 0 }}>
        <Input aria-label="单位" placeholder="单位" maxLength={60} />
      </Form.Item>
      <Form.Item name="post" style={{ width: 180, margin: 0 }}>
        <Input aria-label="职务" placeholder="职务" maxLength={60} />
      </Form.Item>
      <Form.Item name="phone" style={{ width: 140, margin: 0 }}>
        <Input aria-label="电话" placeholder="电话" maxLength={40} />
      </Form.Item>
      <Form.Item name="role" style={{ width: 90, margin: 0 }}>
        <Select aria-label="身份" options={roles} />
      </Form.Item>
      <Button htmlType="submit" loading={add.running}>
        添加
      </Button>
    </Form>
  );
}
