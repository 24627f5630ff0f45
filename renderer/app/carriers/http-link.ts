import type { ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { CallContext } from './call-context.ts';
import { callHeaders } from './call-headers.ts';
import { EntryLost } from './connection-lost.ts';

/** The contract over HTTP, in the browser host. */
export function httpLink(): ClientLink<CallContext> {
  return new RPCLink<CallContext>({
    url: `${location.origin}/rpc`,
    // Left here by the page that let this browser in (main/hosts/enter-page.ts).
    headers: (options) => ({ ...callHeaders(options), 'x-key': localStorage.getItem('office-key') ?? '' }),
    async fetch(request, init, { context }) {
      const keepalive = context.outlivesPage === true;
      const response = await globalThis.fetch(request, { ...init, keepalive });
      if (response.status === 401) throw new EntryLost();
      return response;
    },
  });
}
