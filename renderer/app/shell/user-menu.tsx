import DownOutlined from '@ant-design/icons/DownOutlined';
import UserOutlined from '@ant-design/icons/UserOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { roleList } from '#shared/rules/users/administrators.ts';
import { client } from '../client.ts';
import { useOperation } from '../operations/use-operation.tsx';
import { takeSession, useSession } from '../session.tsx';

const OwnPasswordDialog = lazy(async () => ({
  default: (await import('../../features/users/own-password-dialog.tsx')).OwnPasswordDialog,
}));

/** Who is here: change the own password, sign out. */
export function UserMenu() {
  const { user, users } = useSession();
  const queryClient = useQueryClient();
  const hasPassword = users.find(({ uid }) => uid === user.uid)?.hasPassword === true;
  const [changing, setChanging] = useState(false);
  // Who leaves must not stay in because the program was just starting again.
  const signOut = useOperation(client.session.signOut, { isSave: false });
  const lock = useOperation(client.session.lock, { isSave: false });

  async function cover(): Promise<void> {
    const outcome = await lock.run();
    if (outcome.done) takeSession(queryClient, outcome.value);
  }

  async function leave(): Promise<void> {
    const outcome = await signOut.run();
    if (outcome.done) takeSession(queryClient, outcome.value);
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'role', label: `身份：${roleList(user.roles)}`, disabled: true },
            { key: 'password', label: '修改我的密码', onClick: () => setChanging(true) },
            ...(hasPassword ? [{ key: 'lock', label: '锁屏', onClick: () => void cover() }] : []),
            { type: 'divider' },
            { key: 'leave', label: '退出登录', onClick: () => void leave() },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined aria-hidden />}>
          {user.name}
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      <Suspense>{changing && <OwnPasswordDialog onClose={() => setChanging(false)} />}</Suspense>
    </>
  );
}
