import { Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import type { Role } from '#shared/rights.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useSession } from '#renderer/app/session.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { RoleChoice } from './role-choice.tsx';
import { SetPasswordDialog } from './set-password-dialog.tsx';
import styles from './user-panel.module.css';

interface Values {
  name: string;
  role: Role;
}

/** One user beside the list: name, role, password, whether still in use. */
export function UserPanel({ user, onClose }: { user: User; onClose: () => void }) {
  const formId = useId();
  const [settingPassword, setSettingPassword] = useState(false);
  const update = useOperation(client.users.update, { success: '已保存用户' });
  const confirm = useConfirm();
  const isMyself = useSession().user.uid === user.uid;

  async function toggle(): Promise<void> {
    const agreed =
      !user.active ||
      (await confirm({
        title: `停用“${user.name}”?`,
        consequence: '停用后不能再登录；以前的记录都保留，随时可以重新启用。',
        verb: '停用',
      }));
    if (agreed) await update.run({ uid: user.uid, name: user.name, role: user.role, active: !user.active });
  }

  return (
    <SidePanel
      title={user.name}
      onClose={onClose}
      footer={
        <Button type="primary" htmlType="submit" form={formId} loading={update.running}>
          保存
        </Button>
      }
    >
      <Form<Values>
        id={formId}
        name={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: user.name, role: user.role }}
        onFinish={({ name, role }) => void update.run({ uid: user.uid, name, role, active: user.active })}
      >
        <Form.Item
          name="name"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label="身份">
          <RoleChoice />
        </Form.Item>
      </Form>
      <div className={styles.actions}>
        <Button onClick={() => setSettingPassword(true)}>{user.hasPassword ? '重设密码' : '设置密码'}</Button>
        {!isMyself && (
          <Button onClick={() => void toggle()}>{user.active ? '停用这位用户' : '重新启用'}</Button>
        )}
      </div>
      {settingPassword && <SetPasswordDialog user={user} onClose={() => setSettingPassword(false)} />}
    </SidePanel>
  );
}
