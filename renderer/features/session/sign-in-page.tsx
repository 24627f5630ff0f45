import LockOutlined from '@ant-design/icons/LockOutlined';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { takeSession } from '#renderer/app/session.tsx';
import { DoorFrame } from '#renderer/ui/door-frame.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { RecoverForm } from './recover-form.tsx';
import styles from './sign-in-page.module.css';

type Enterer = SessionState['users'][number];

interface SignInPageProps {
  officeName: string;
  users: readonly Enterer[];
  /** The key on paper was used up. */
  onRecovered: () => void;
}

/** Who works now: one click, and the password where there is one. */
export function SignInPage({ officeName, users, onRecovered }: SignInPageProps) {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<Enterer | null>(users.length === 1 ? (users[0] ?? null) : null);
  const [recovering, setRecovering] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const signIn = useOperation(client.session.signIn, {
    repeat: false,
    isSave: false,
    onProblem({ text }) {
      setProblem(text);
      return true;
    },
  });

  async function enter(user: Enterer, password: string): Promise<void> {
    setProblem(null);
    const outcome = await signIn.run({ userUid: user.uid, password });
    if (outcome.done) takeSession(queryClient, outcome.value);
  }

  function choose(user: Enterer): void {
    setProblem(null);
    setRecovering(false);
    setChosen(user);
    if (!user.hasPassword) void enter(user, '');
  }

  return (
    <DoorFrame title={officeName} lead="请选择您的姓名。">
      <ul className={styles.cards}>
        {users.map((user) => (
          <li key={user.uid}>
            <button
              type="button"
              className={styles.card}
              aria-pressed={user.uid === chosen?.uid}
              onClick={() => choose(user)}
            >
              {user.name}
              {user.hasPassword && <LockOutlined aria-label="需要密码" />}
            </button>
          </li>
        ))}
      </ul>
      {chosen !== null && recovering && (
        <RecoverForm
          key={chosen.uid}
          user={chosen}
          onDone={(password) => {
            onRecovered();
            void enter(chosen, password);
          }}
          onProblem={setProblem}
          onClose={() => setRecovering(false)}
        />
      )}
      {chosen?.hasPassword === true && !recovering && (
        <Form
          key={chosen.uid}
          onFinish={({ password }: { password?: string }) => void enter(chosen, password ?? '')}
        >
          <div className={styles.password}>
            <Form.Item name="password" noStyle>
              <FirstField
                isPassword
                size="large"
                aria-label={`${chosen.name}的密码`}
                placeholder={`${chosen.name}的密码`}
                autoComplete="off"
                maxLength={200}
              />
            </Form.Item>
            <Button type="primary" size="large" htmlType="submit" loading={signIn.running}>
              登录
            </Button>
          </div>
        </Form>
      )}
      {chosen?.hasPassword === true && !recovering && (
        <p className={styles.other}>
          忘了密码？请系统管理员重设。
          <Button type="link" onClick={() => setRecovering(true)}>
            我是系统管理员，用恢复密钥重设密码
          </Button>
        </p>
      )}
      {problem !== null && <Alert type="warning" showIcon title={problem} className={styles.problem ?? ''} />}
    </DoorFrame>
  );
}
