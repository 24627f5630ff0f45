import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { SessionState, SignedInUser } from '#shared/contract/session.ts';
import type { Right } from '#shared/rights.ts';
import { api, client } from './client.ts';

/** The state of somebody who is in. */
export interface Session extends SessionState {
  officeName: string;
  user: SignedInUser;
}

export const sessionQuery = queryOptions({
  ...api.session.state.queryOptions({ meta: { tables: ['app_user', 'setting'] } }),
  staleTime: 10_000,
});

/** Uid of the last one who was in. */
let lastIn: string | undefined;

/** Takes over who is signed in now. The next user must not see what the last one was shown, and may not have his page. */
export function takeSession(queryClient: QueryClient, state: SessionState): void {
  const before = queryClient.getQueryData(sessionQuery.queryKey)?.user?.uid;
  const now = state.user?.uid;
  lastIn ??= before;
  if (now !== undefined && now !== lastIn) {
    navigate('/', { replace: true });
    lastIn = now;
  }
  queryClient.setQueryData(sessionQuery.queryKey, state);
  if (before === undefined || before === now) return;
  const [kept] = sessionQuery.queryKey;
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== kept });
}

/** Somebody came or went in another window of this browser. */
export async function refreshSession(queryClient: QueryClient): Promise<void> {
  try {
    takeSession(queryClient, await client.session.state());
  } catch {
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

/** Who is signed in, what the office is called, what the host can do. For everything inside the shell. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession is only for pages inside the shell');
  return session;
}

/** Whether the user may do it: hide or disable what the core would refuse. */
export function useRight(right: Right): boolean {
  return useSession().user.rights.includes(right);
}
