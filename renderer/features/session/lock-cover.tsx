import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { refreshSession, takeSession } from '#renderer/app/session.tsx';
import { DoorFrame } from '#renderer/ui/door-frame.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { PROGRAM } from '#renderer/ui/page-title.ts';
import styles from './sign-in-page.module.css';

interface LockCoverProps {
  /** In the document only while everything else is out of it; see taken-away.ts. */
  place: HTMLElement;
  officeName: string;
  userName: string;
}

/**
 * Stands in the place of everything until the password was given. The page keeps its state, unsaved text too; the
 * window's title no longer tells what it is about.
 */
export function LockCover({ place, officeName, userName }: LockCoverProps) {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const unlock = useOperation(client.session.unlock, {
    repeat: false,
    isSave: false,
    onProblem({ text }) {
      setProblem(text);
      return true;
    },
  });

  const signOut = useOperation(client.session.signOut, { isSave: false });

  useEffect(() => {
    const { title } = document;
    document.title = PROGRAM;
    return () => {
      document.title = title;
    };
  }, []);

  async function uncover(password: string): Promise<void> {
    setProblem(null);
    if (!(await unlock.run({ password })).done) return;
    await refreshSession(queryClient);
    // What was asked for meanwhile was refused.
    void queryClient.invalidateQueries();
  }

  async function leave(): Promise<void> {
    const outcome = await signOut.run();
    if (outcome.done) takeSession(queryClient, outcome.value);
  }

  return createPortal(
    <DoorFrame title={officeName} lead={`屏幕已锁定。没有保存的内容还在，${userName}输入密码后接着做。`}>
      <Form onFinish={({ password }: { password?: string }) => void uncover(password ?? '')}>
        <div className={styles.password}>
          <Form.Item name="password" noStyle>
            <FirstField
              isPassword
              size="large"
              aria-label={`${userName}的密码`}
              placeholder={`${userName}的密码`}
              autoComplete="off"
              maxLength={200}
            />
          </Form.Item>
          <Button type="primary" size="large" htmlType="submit" loading={unlock.running}>
            解锁
          </Button>
        </div>
      </Form>
      {problem !== null && <Alert type="warning" showIcon title={problem} className={styles.problem ?? ''} />}
      <p className={styles.other}>
        <Button type="link" onClick={() => void leave()}>
          不是{userName}，退出登录
        </Button>
        没有保存的内容会丢失。
      </p>
    </DoorFrame>,
    place,
  );
}
