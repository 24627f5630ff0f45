import { Alert, Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import type { Role } from '#shared/rights.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { RoleChoice } from './role-choice.tsx';
import { SetPasswordDialog } from './set-password-dialog.tsx';
import styles from './user-panel.module.css';

interface Values {
  name: string;
  roles: Role[];
}

/** One user beside the list: name, roles, password, whether still in use. */
export function UserPanel({ user, onClose }: { user: User; onClose: () => void }) {
  const formId = useId();
  const [settingPassword, setSettingPassword] = useState(false);
  const mayManage = useRight('manageUsers');
  const mayGrant = useRight('grantRoles');
  const update = useOperation(client.users.update, { success: '已保存用户' });
  const setRoles = useOperation(client.users.setRoles, { success: `已授予“${user.name}”身份` });
  const confirm = useConfirm();
  const isMyself = useSession().user.uid === user.uid;
  const unlock = useOperation(client.users.unlock, { success: `已解除“${user.name}”的锁定` });

  async function save({ name, roles }: Values): Promise<void> {
    if (
      mayManage &&
      name !== user.name &&
      !(await update.run({ uid: user.uid, name, active: user.active })).done
    )
      return;
    if (mayGrant && roles.join() !== user.roles.join()) await setRoles.run({ uid: user.uid, roles });
  }

  async function toggle(): Promise<void> {
    const agreed =
      !user.active ||
      (await confirm({
        title: `停用“${user.name}”?`,
        consequence: '停用后不能再登录；以前的记录都保留，随时可以重新启用。',
        verb: '停用',
      }));
    if (agreed) await update.run({ uid: user.uid, name: user.name, active: !user.active });
  }

  return (
    <SidePanel
      title={user.name}
      onClose={onClose}
      footer={
        <Button type="primary" htmlType="submit" form={formId} loading={update.running || setRoles.running}>
          保存
        </Button>
      }
    >
      {user.lockedUntil !== null && (
        <Alert
          className={styles.locked ?? ''}
          type="warning"
          showIcon
          title={`密码连续输错，锁定到 ${fullInstant(user.lockedUntil)}`}
          action={
            mayManage && (
              <Button
                size="small"
                loading={unlock.running}
                onClick={() => void unlock.run({ uid: user.uid })}
              >
                解除锁定
              </Button>
            )
          }
        />
      )}
      <Form<Values>
        id={formId}
        name={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: user.name, roles: user.roles }}
        onFinish={(values) => void save(values)}
      >
        <Form.Item
          name="name"
          label="姓名"
          rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
        >
          <Input maxLength={30} autoComplete="off" disabled={!mayManage} />
        </Form.Item>
        <Form.Item
          name="roles"
          label="身份(可选几种)"
          {...(mayGrant ? {} : { extra: '身份由安全管理员授予。' })}
        >
          <RoleChoice disabled={!mayGrant} />
        </Form.Item>
      </Form>
      {mayManage && (
        <div className={styles.actions}>
          <Button onClick={() => setSettingPassword(true)}>
            {user.hasPassword ? '重设密码' : '设置密码'}
          </Button>
          {!isMyself && (
            <Button onClick={() => void toggle()}>{user.active ? '停用这位用户' : '重新启用'}</Button>
          )}
        </div>
      )}
      {settingPassword && <SetPasswordDialog user={user} onClose={() => setSettingPassword(false)} />}
    </SidePanel>
  );
}
