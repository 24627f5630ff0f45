import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SessionState } from '#shared/contract/session.ts';
import { client } from './client.ts';
import { problemOf } from './problem.ts';
import { takeSession } from './session.tsx';
import { recheckSession } from './query-client.ts';

const MINUTE = 60_000;
const LOOK_EVERY = 5_000;
/** Telling the other windows more often than that says nothing new. */
const TELL_EVERY = 2_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** @returns 0 where there is nobody to come back, no password to come back with, or the screen is covered already */
export function idleMinutesOf({ user, users, locked, idleMinutes }: SessionState): number {
  const own = users.find(({ uid }) => uid === user?.uid);
  return own?.hasPassword === true && !locked ? idleMinutes : 0;
}

/**
 * Covers the screen after so many minutes without a key or the mouse in any window of this program.
 * @param minutes 0: never
 */
export function useIdleLock(minutes: number): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (minutes === 0) return undefined;
    const windows = new BroadcastChannel('office-activity');
    let last = Date.now();
    let told = 0;
    let isAsking = false;
    const onSign = (): void => {
      last = Date.now();
      if (last - told < TELL_EVERY) return;
      told = last;
      windows.postMessage(last);
    };
    windows.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'number') last = Math.max(last, data);
    });
    async function cover(): Promise<void> {
      isAsking = true;
      try {
        takeSession(queryClient, await client.session.lock());
      } catch (error) {
        recheckSession(queryClient, problemOf(error).code);
      } finally {
        isAsking = false;
      }
    }
    const timer = setInterval(() => {
      if (!isAsking && Date.now() - last >= minutes * MINUTE) void cover();
    }, LOOK_EVERY);
    for (const sign of signs) addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      windows.close();
      for (const sign of signs) removeEventListener(sign, onSign, { capture: true });
    };
  }, [minutes, queryClient]);
}
