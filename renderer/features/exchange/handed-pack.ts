import { App } from 'antd';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { client } from '#renderer/app/client.ts';
import { handedFiles } from '#renderer/app/events.ts';
import { problemOf } from '#renderer/app/problem.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { createStore, useStore } from '#renderer/app/store.ts';

/** A file that is with the core already. */
export interface ChosenFile {
  token: string;
  name: string;
}

interface HandedPack extends ChosenFile {
  /** Whose it is: the next user has not opened it. */
  userUid: string;
}

const handedPack = createStore<HandedPack | null>(null);

/** The pack that the user has opened from the desktop, until it has been looked into or given up. */
export function useHandedPack(): { handed: ChosenFile | null; giveUp: () => void } {
  const pack = useStore(handedPack);
  const { user } = useSession();
  return { handed: pack?.userUid === user.uid ? pack : null, giveUp: () => handedPack.set(null) };
}

/** Goes to the exchange with a pack that was opened from the desktop, now or before this page came. @param locked it waits until then */
export function useHandedPacks(locked: boolean): void {
  const { message } = App.useApp();
  const [, navigate] = useLocation();
  const mayExchange = useRight('exchange');
  const count = useStore(handedFiles);
  const userUid = useSession().user.uid;

  useEffect(() => {
    async function take(): Promise<void> {
      const file = await client.exchange.takeHanded();
      if (file === null) return;
      handedPack.set({ ...file, userUid });
      navigate('/settings/exchange');
    }
    if (count === 0 || locked) return;
    // Answered once: the next user, or the same one after a break, has asked for nothing.
    handedFiles.set(0);
    if (mayExchange) take().catch((error: unknown) => void message.error(problemOf(error).text));
    else
      void message.warning(
        '有人双击打开了数据包。您没有合并数据包的权限，这个窗口没有打开它，请换有权限的人登录后再双击一次。',
      );
  }, [count, locked, mayExchange, message, navigate, userUid]);
}
