import { useQuery } from '@tanstack/react-query';
import { Button, type TableProps } from 'antd';
import { useState } from 'react';
import type { User } from '#shared/contract/users.ts';
import { roleNames } from '#shared/rights.ts';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { AddUserDialog } from './add-user-dialog.tsx';
import { UserPanel } from './user-panel.tsx';

const columns: NonNullable<TableProps<User>['columns']> = [
  { title: '姓名', dataIndex: 'name', ellipsis: true },
  { title: '身份', width: 120, render: (_, user) => roleNames[user.role] },
  { title: '密码', width: 120, render: (_, user) => (user.hasPassword ? '已设置' : '没有密码') },
  {
    title: '状态',
    width: 120,
    render: (_, user) => (
      <LightTag light={user.active ? 'green' : 'plain'} word={user.active ? '在用' : '已停用'} />
    ),
  },
];

/** Who may sign in on this PC, and as what. */
export function UsersPage() {
  const { data, isLoading } = useQuery(
    api.users.list.queryOptions({ meta: { tables: ['app_user', 'user_secret'] } }),
  );
  const [openUid, setOpenUid] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const open = data?.find((user) => user.uid === openUid);

  return (
    <>
      <ListPage
        title="用户"
        unit="位用户"
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            新增用户
          </Button>
        }
        columns={columns}
        rows={data ?? []}
        rowKey={(user) => user.uid}
        loading={isLoading}
        openKey={openUid}
        onOpen={(user) => setOpenUid(user.uid)}
        empty={<EmptyState text="这里列出可以登录的人。" />}
        side={open !== undefined && <UserPanel key={open.uid} user={open} onClose={() => setOpenUid(null)} />}
      />
      {adding && <AddUserDialog onClose={() => setAdding(false)} />}
    </>
  );
}
