import { useSyncExternalStore } from 'react';
import { localDay } from '#shared/calendar/days.ts';

const MINUTE = 60_000;

/** The day it is, for what stays open over midnight: a minute later it is the next one. */
export function useCurrentDay(): string {
  return useSyncExternalStore(eachMinute, today, today);
}

function today(): string {
  return localDay(Date.now());
}

function eachMinute(look: () => void): () => void {
  const timer = setInterval(look, MINUTE);
  return () => clearInterval(timer);
}
