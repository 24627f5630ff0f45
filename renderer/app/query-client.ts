import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ConnectionLost } from './carriers/connection-lost.ts';
import { api } from './client.ts';
import { problemOf } from './problem.ts';

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** The tables whose changes make this answer old; ANY_TABLE for every change. */
      tables?: readonly string[];
    };
  }
}

const REPEATS = 4;

/** Answers stay good until the core reports a change of their tables. */
export function createQueryClient(): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => recheckSession(queryClient, problemOf(error).code) }),
    defaultOptions: {
      queries: {
        // The core is on this PC: whether there is a network does not matter.
        networkMode: 'always',
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof ConnectionLost && count < REPEATS,
      },
    },
  });
  return queryClient;
}

/** The core no longer knows who is here, or wants a password first: another door than the workbench stands open. */
export function recheckSession(queryClient: QueryClient, code: string): void {
  const concernsSession = code === 'notSignedIn' || code === 'screenLocked' || code === 'passwordDue';
  if (concernsSession) void queryClient.invalidateQueries({ queryKey: api.session.state.key() });
}
