import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CoreEvent } from '#shared/contract/events.ts';
import { applyChanges } from './changes.ts';
import { api, client } from './client.ts';
import { connection } from './connection.ts';
import { listen, type Word } from './event-line.ts';
import { noteJob, recheckJobs } from './job-store.ts';
import { createStore } from './store.ts';
import { shareLine } from './shared-line.ts';
import { refreshSession } from './session.tsx';

/*
 * A change in any window, also the own one, makes the answers that depend on its tables old; after a break
 * everything is fetched anew, because changes may have been missed.
 */

/** How often this page has heard that a file was opened from the desktop. */
export const handedFiles = createStore(0);

export function useCoreEvents(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const ending = new AbortController();
    const hear = (word: Word) => onWord(queryClient, word);
    const listenHere = (tell: (word: Word) => void, signal: AbortSignal) =>
      listen((until) => client.events.watch(undefined, { signal: until }), tell, signal);
    // Electron's windows have a port each.
    const shared = location.protocol !== 'app:';
    void (shared ? shareLine(listenHere, hear, ending.signal) : listenHere(hear, ending.signal));
    return () => ending.abort();
  }, [queryClient]);
}

function onWord(queryClient: QueryClient, word: Word): void {
  if (word.kind === 'event') {
    onEvent(queryClient, word.event);
    return;
  }
  const before = connection.get();
  if (word.kind === 'connection') connection.set(word.state);
  const isBack = connection.get() === 'open' && (before === 'lost' || before === 'entryLost');
  if (!isBack && word.kind !== 'missed') return;
  void queryClient.invalidateQueries();
  recheckJobs();
}

function onEvent(queryClient: QueryClient, event: CoreEvent): void {
  switch (event.kind) {
    case 'changed':
      void applyChanges(queryClient, event.changes);
      return;
    case 'job':
      noteJob(event.job);
      return;
    case 'session':
      void refreshSession(queryClient);
      return;
    case 'handed':
      handedFiles.set(handedFiles.get() + 1);
      return;
    case 'faults':
      void queryClient.invalidateQueries({ queryKey: api.session.state.key() });
      void queryClient.invalidateQueries({ queryKey: api.recovery.state.key() });
  }
}
