import { QueryClient } from '@tanstack/react-query';
import { ConnectionLost } from './carriers/connection-lost.ts';

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
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The core is on this PC: whether there is a network does not matter.
        networkMode: 'always',
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => error instanceof ConnectionLost && count < REPEATS,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
