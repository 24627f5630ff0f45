import { useQuery } from '@tanstack/react-query';
import { Alert, Button, type TableProps } from 'antd';
import { useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import { roleList } from '#shared/rules/users/administrators.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { AddUserDialog } from './add-user-dialog.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { WITHOUT_KEY, useEntryKeyDue } from './entry-key.tsx';
import { EntryKeyDialog } from './entry-key-dialog.tsx';
import { UserPanel } from './user-panel.tsx';

const columns: NonNullable<TableProps<User>['columns']> = [
  { title: '姓名', dataIndex: 'name', width: 140, ellipsis: true },
  { title: '身份', ellipsis: true, render: (_, user) => roleList(user.roles) },
  { title: '密码', width: 120, render: (_, user) => passwordWord(user) },
  {
    title: '状态',
    width: 120,
    render: (_, user) => <UserState user={user} />,
  },
];

/** Who may sign in on this PC, and as what. */
export function UsersPage() {
  const { data, isLoading } = useQuery(
    api.users.list.queryOptions({ meta: { tables: ['app_user', 'user_secret', 'setting'] } }),
  );
  const [openUid, setOpenUid] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [makingKey, setMakingKey] = useState(false);
  const mayManage = useRight('manageUsers');
  const isKeyDue = useEntryKeyDue();
  const table = useStartedJob(client.users.exportRights);
  const open = data?.find((user) => user.uid === openUid);

  return (
    <>
      <ListPage
        title="用户"
        unit="位用户"
        actions={
          <>
            <Button loading={table.starting} onClick={() => void table.start()}>
              导出权限表
            </Button>
            {mayManage && (
              <>
                <Button onClick={() => setMakingKey(true)}>新的恢复密钥</Button>
                <Button type="primary" onClick={() => setAdding(true)}>
                  新增用户
                </Button>
              </>
            )}
            {table.dialog}
          </>
        }
        {...(isKeyDue
          ? { filters: <Alert type="warning" showIcon title={`还没有恢复密钥：${WITHOUT_KEY}`} /> }
          : {})}
        columns={columns}
        rows={data ?? []}
        rowKey={(user) => user.uid}
        loading={isLoading}
        openKey={openUid}
        onOpen={(user) => setOpenUid(user.uid)}
        empty={<EmptyState text="这里列出可以登录的人。" />}
        side={open !== undefined && <UserPanel key={open.uid} user={open} onClose={() => setOpenUid(null)} />}
      />
      {makingKey && <EntryKeyDialog onClose={() => setMakingKey(false)} />}
      {adding && <AddUserDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function passwordWord({ hasPassword, mustChange }: User): string {
  if (!hasPassword) return '没有密码';
  return mustChange ? '登录后须修改' : '已设置';
}

function UserState({ user }: { user: User }) {
  if (!user.active) return <LightTag light="plain" word="已停用" />;
  return user.lockedUntil === null ? (
    <LightTag light="green" word="在用" />
  ) : (
    <LightTag light="red" word="已锁定" />
  );
}
