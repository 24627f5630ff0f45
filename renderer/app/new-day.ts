import type { QueryClient } from '@tanstack/react-query';
import { localDay } from '#shared/calendar/days.ts';

const MINUTE = 60_000;

/** What depends on the day, as lights and what has expired, is asked for anew once it has turned. @returns what stops it */
export function askAnewEachDay(queryClient: Pick<QueryClient, 'invalidateQueries'>): () => void {
  let day = localDay(Date.now());
  const timer = setInterval(() => {
    const now = localDay(Date.now());
    if (now === day) return;
    day = now;
    void queryClient.invalidateQueries();
  }, MINUTE);
  return () => clearInterval(timer);
}
