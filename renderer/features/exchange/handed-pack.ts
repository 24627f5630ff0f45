import { App } from 'antd';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { client } from '#renderer/app/client.ts';
import { handedFiles } from '#renderer/app/events.ts';
import { problemOf } from '#renderer/app/problem.ts';
import { useRight } from '#renderer/app/session.tsx';
import { createStore, useStore } from '#renderer/app/store.ts';

/** A file that is with the core already. */
export interface ChosenFile {
  token: string;
  name: string;
}

/** The pack that was opened from the desktop, until the clerk has looked into it or given up. */
export const handedPack = createStore<ChosenFile | null>(null);

/** Goes to the exchange with a pack that was opened from the desktop, now or before this page came. @param locked it waits until then */
export function useHandedPacks(locked: boolean): void {
  const { message } = App.useApp();
  const [, navigate] = useLocation();
  const mayExchange = useRight('exchange');
  const count = useStore(handedFiles);

  useEffect(() => {
    async function take(): Promise<void> {
      const file = await client.exchange.takeHanded();
      if (file === null) return;
      handedPack.set(file);
      navigate('/settings/exchange');
    }
    if (count === 0 || locked) return;
    if (mayExchange) take().catch((error: unknown) => void message.error(problemOf(error).text));
    else void message.warning('您没有合并数据包的权限，双击的数据包没有打开。请换有权限的人登录。');
  }, [count, locked, mayExchange, message, navigate]);
}
