import { queryOptions } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { SessionState, SignedInUser } from '#shared/contract/session.ts';
import type { Right } from '#shared/rights.ts';
import { api } from './client.ts';

/** The state of somebody who is in. */
export interface Session extends SessionState {
  officeName: string;
  user: SignedInUser;
}

export const sessionQuery = queryOptions({
  ...api.session.state.queryOptions({ meta: { tables: ['app_user', 'setting'] } }),
  staleTime: 10_000,
});

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
