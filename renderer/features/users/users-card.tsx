import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '#renderer/app/session.tsx';
import { StepCard } from '#renderer/ui/step-card.tsx';
import { WITHOUT_KEY, useEntryKeyDue } from './entry-key.tsx';
import { EntryKeyDialog } from './entry-key-dialog.tsx';

/** As long as one clerk without a password is the only user; or an administrator has no key to come in again with. */
export function UsersCard() {
  return (
    <>
      <FirstUserCard />
      <EntryKeyCard />
    </>
  );
}

function EntryKeyCard() {
  const [making, setMaking] = useState(false);
  // The dialog stays open when the key has become valid: it closes itself.
  if (!useEntryKeyDue() && !making) return null;
  return (
    <>
      <StepCard
        title="还没有恢复密钥"
        text={WITHOUT_KEY}
        action={<Button onClick={() => setMaking(true)}>生成恢复密钥</Button>}
      />
      {making && <EntryKeyDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function FirstUserCard() {
  const { users } = useSession();
  const [, navigate] = useLocation();
  if (users.length !== 1 || users[0]?.hasPassword !== false) return null;
  return (
    <StepCard
      title="添加同事，设置密码"
      text="现在只有您一人，打开程序不用登录。几个人共用这台电脑时，给每人建一个用户，记录上就分得清是谁做的。"
      action={<Button onClick={() => navigate('/settings/users')}>去添加用户</Button>}
    />
  );
}
