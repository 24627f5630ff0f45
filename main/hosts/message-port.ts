import { RPCHandler } from '@orpc/server/message-port';
import { RequestHeadersPlugin } from '@orpc/server/plugins';
import type { Core } from '../core/core.ts';
import type { Session } from '../core/dispatch/sessions.ts';

type CarrierPort = Parameters<RPCHandler<{ session: Session }>['upgrade']>[0];

/** Carries the contract over one message port; the caller closes the session when the port's window is gone. */
export function createPortCarrier(core: Core): (port: CarrierPort, session: Session) => void {
  const rpc = new RPCHandler(core.router, { plugins: [new RequestHeadersPlugin()] });
  return (port, session) => rpc.upgrade(port, { context: { session } });
}
