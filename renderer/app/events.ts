import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CoreEvent } from '#shared/contract/events.ts';
import { EntryLost } from './carriers/connection-lost.ts';
import { applyChanges } from './changes.ts';
import { api, client } from './client.ts';
import { connection } from './connection.ts';
import { noteJob } from './job-store.ts';

/*
 * One subscription per window. A change in any window, also the own one, makes the answers that depend on
 * its tables old; after a break everything is fetched anew, because changes may have been missed.
 */

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

export function useCoreEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const ending = new AbortController();
    void watch(queryClient, ending.signal);
    return () => ending.abort();
  }, [queryClient]);
}

async function watch(queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE;
  while (!signal.aborted) {
    try {
      const events = await client.events.watch(undefined, { signal });
      const again = connection.get() === 'lost';
      connection.set('open');
      pause = FIRST_PAUSE;
      if (again) await queryClient.invalidateQueries();
      for await (const event of events) onEvent(queryClient, event);
    } catch (error) {
      if (error instanceof EntryLost) {
        connection.set('entryLost');
        return;
      }
    }
    if (signal.aborted) return;
    connection.set('lost');
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
}

function onEvent(queryClient: QueryClient, event: CoreEvent): void {
  switch (event.kind) {
    case 'changed':
      void applyChanges(queryClient, event.changes);
      return;
    case 'job':
      noteJob(event.job);
      return;
    case 'faults':
    case 'session':
      void queryClient.invalidateQueries({ queryKey: api.session.state.key() });
  }
}
