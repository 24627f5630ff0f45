import { App } from 'antd';
import { useEffect } from 'react';
import { navigate } from 'wouter/use-hash-location';
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
  /** It was opened, and is being merged. */
  isOpened: boolean;
}

const handedPack = createStore<HandedPack | null>(null);
const taking = createStore(false);

/** Several may have been opened at once: the next one comes when this one is done with. */
function askForNext(): void {
  handedPack.set(null);
  handedFiles.set(handedFiles.get() + 1);
}

function setOpened(): void {
  const pack = handedPack.get();
  if (pack !== null) handedPack.set({ ...pack, isOpened: true });
}

function leave(): void {
  if (handedPack.get()?.isOpened === true) askForNext();
}

interface Handed {
  /** Until it has been looked into or given up. */
  handed: ChosenFile | null;
  setOpened: () => void;
  /** It was given up, or merged. */
  end: () => void;
}

/** The pack that the user has opened from the desktop. */
export function useHandedPack(): Handed {
  const pack = useStore(handedPack);
  const { user } = useSession();
  useEffect(() => leave, []);
  const isWaiting = pack?.userUid === user.uid && !pack.isOpened;
  return { handed: isWaiting ? pack : null, setOpened, end: askForNext };
}

/** Goes to the exchange with a pack that was opened from the desktop, now or before this page came. @param locked it waits until then */
export function useHandedPacks(locked: boolean): void {
  const { message } = App.useApp();
  const mayExchange = useRight('exchange');
  const count = useStore(handedFiles);
  const userUid = useSession().user.uid;
  const isBusy = useStore(handedPack)?.userUid === userUid;
  const isTaking = useStore(taking);

  useEffect(() => {
    async function take(): Promise<void> {
      taking.set(true);
      try {
        const file = await client.exchange.takeHanded();
        if (file === null) return;
        handedPack.set({ ...file, userUid, isOpened: false });
        navigate('/settings/exchange');
      } catch (error) {
        void message.error(problemOf(error).text);
        askForNext();
      } finally {
        taking.set(false);
      }
    }
    if (count === 0 || locked || isBusy || isTaking) return;
    // Answered once: the next user, or the same one after a break, has asked for nothing.
    handedFiles.set(0);
    if (mayExchange) void take();
    else
      void message.warning(
        '有人双击打开了数据包。您没有合并数据包的权限，这个窗口没有打开它，请换有权限的人登录后再双击一次。',
      );
  }, [count, isBusy, isTaking, locked, mayExchange, message, userUid]);
}
