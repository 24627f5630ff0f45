import { Button } from 'antd';
import { useLocation } from 'wouter';
import { useSession } from '#renderer/app/session.tsx';
import { StepCard } from '#renderer/ui/step-card.tsx';

/** As long as one clerk without a password is the only user. */
export function UsersCard() {
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
