import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Draft } from '#shared/contract/drafts.ts';
import { api, client } from '../client.ts';
import { problemOf } from '../problem.ts';
import { useStore } from '../store.ts';
import { createDraftKeeper, type DraftState } from './draft-keeper.ts';

export interface DraftOfPage {
  state: DraftState;
  /** False until it is known whether something was left behind. */
  known: boolean;
  /** What was typed and not saved before this page was opened, by this user in any window: to be offered. */
  left: Draft | null;
  /** Whatever was left has been taken into the page, which keeps it from now on; or was given up. */
  settle(taken: string | null): Promise<void>;
  /** At every change of what the page holds. */
  type(content: string): void;
  /** Before the page asks others to read what it holds. */
  flush(): Promise<void>;
  /** After the operation that saved it all, which ended the draft in the store: nothing waits any more. */
  saved(): void;
}

/** What pages that were left are still writing: who opens one again at once waits for it. */
const lastKeeps = new Map<string, Promise<void>>();

/**
 * Keeps what is typed in a page at every pause, so that closing the window, a crash or a restart loses nothing.
 * @param document which paper or form: papers/UID
 */
export function useDraft(document: string): DraftOfPage {
  const [keeper] = useState(() =>
    createDraftKeeper(
      async (content) => (await client.drafts.keep({ document, content })).keptAt,
      (error) => problemOf(error).text,
    ),
  );
  const [settled, setSettled] = useState(false);
  const found = useQuery({
    queryKey: api.drafts.of.queryKey({ input: { document } }),
    async queryFn({ signal }) {
      await lastKeeps.get(document);
      return client.drafts.of({ document }, { signal });
    },
    staleTime: Infinity,
    gcTime: 0,
  });

  const flush = useCallback((): Promise<void> => {
    const done = keeper.flush();
    lastKeeps.set(document, done);
    return done;
  }, [keeper, document]);

  useEffect(() => {
    const keepNow = (): void => void flush();
    window.addEventListener('pagehide', keepNow);
    window.document.addEventListener('visibilitychange', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      window.document.removeEventListener('visibilitychange', keepNow);
      keepNow();
    };
  }, [flush]);

  return {
    state: useStore(keeper.state),
    known: found.data !== undefined,
    left: settled ? null : (found.data?.[0] ?? null),
    async settle(taken) {
      setSettled(true);
      if (taken === null) {
        await client.drafts.discard({ document, which: 'own' });
      } else {
        keeper.type(taken);
        await flush();
      }
      // Last, so that what was left is on the disk in one place at every moment.
      await client.drafts.discard({ document, which: 'others' });
    },
    type: (content) => keeper.type(content),
    flush,
    saved: () => keeper.drop(),
  };
}
