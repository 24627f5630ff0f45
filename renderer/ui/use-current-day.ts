import { useSyncExternalStore } from 'react';
import { localDay } from '#shared/calendar/days.ts';

const MINUTE = 60_000;

/** The day it is, for what stays open over midnight: a minute later it is the next one. */
export function useCurrentDay(): string {
  return useSyncExternalStore(onNewDay, today, today);
}

function today(): string {
  return localDay(Date.now());
}

/** @param tell that another day has begun, within a minute. @returns what stops it */
export function onNewDay(tell: () => void): () => void {
  let day = today();
  const timer = setInterval(() => {
    if (today() === day) return;
    day = today();
    tell();
  }, MINUTE);
  return () => clearInterval(timer);
}
