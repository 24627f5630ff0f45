import type { QueryClient } from '@tanstack/react-query';
import { onNewDay } from '#renderer/ui/use-current-day.ts';

/** What depends on the day, as lights and what has expired, is asked for anew once it has turned. @returns what stops it */
export function askAnewEachDay(queryClient: Pick<QueryClient, 'invalidateQueries'>): () => void {
  return onNewDay(() => void queryClient.invalidateQueries());
}
