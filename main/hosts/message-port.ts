import { MessagePortHandler } from '@orpc/server/message-port';
import type { Core } from '../core/core.ts';
import type { Session } from '../core/dispatch/sessions.ts';
import { createRpcHandler } from './rpc-handler.ts';

/** What the carrier needs of a port: Electron's MessagePortMain and Node's MessagePort both have it. */
export interface CarrierPort {
  on(event: string, listener: (event: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

export interface PortCarrier {
  /** Opens a session for the page behind the port; a page loaded anew in the same window stays signed in. */
  carry(windowId: number, port: CarrierPort): void;
}

/** Carries the contract over message ports: a session lives as long as its port. */
export function createPortCarrier(core: Core): PortCarrier {
  const rpc = new MessagePortHandler(createRpcHandler(core.router));
  const lastOfWindow = new Map<number, Session>();

  return {
    carry(windowId, port) {
      const session = core.sessions.open('electron');
      const earlier = lastOfWindow.get(windowId);
      lastOfWindow.set(windowId, session);
      port.on('close', () => core.sessions.close(session.id));
      const begin = (): void => {
        rpc.upgrade(port, { context: { session } });
        port.start();
      };
      session.signedOut = earlier?.signedOut === true;
      if (earlier?.user == null) {
        begin();
        return;
      }
      session.user = earlier.user;
      // The earlier session may have missed that its user was dismissed since: nothing is heard before that is known.
      core.refreshSessions().then(begin, () => port.close());
    },
  };
}
