import { MessagePortHandler } from '@orpc/server/message-port';
import type { Core } from '../core/core.ts';
import type { KeptSession, Session } from '../core/dispatch/sessions.ts';
import { createRpcHandler } from './rpc-handler.ts';

/** What the carrier needs of a port: Electron's MessagePortMain and Node's MessagePort both have it. */
export interface CarrierPort {
  on(event: string, listener: (event: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

export interface KeptWindow extends KeptSession {
  windowId: number;
}

export interface PortCarrier {
  /** Opens a session for the page behind the port; a page loaded anew in the same window stays signed in. */
  carry(windowId: number, port: CarrierPort): void;
  /** What the next process needs to know of the windows if this one dies. */
  windows(): KeptWindow[];
}

/**
 * Carries the contract over message ports: a session lives as long as its port.
 * @param ofDead windows of a process that died before
 */
export function createPortCarrier(core: Core, ofDead: readonly KeptWindow[] = []): PortCarrier {
  const rpc = new MessagePortHandler(createRpcHandler(core.router));
  const lastOfWindow = new Map<number, Session>();

  return {
    carry(windowId, port) {
      const session = core.sessions.open('electron');
      const earlier =
        lastOfWindow.get(windowId)?.kept() ?? ofDead.find((window) => window.windowId === windowId);
      lastOfWindow.set(windowId, session);
      port.on('close', () => core.sessions.close(session.id));
      const begin = (): void => {
        rpc.upgrade(port, { context: { session } });
        port.start();
      };
      if (earlier === undefined) begin();
      // Nothing is heard before it is known whether the user was dismissed since.
      else core.continueSession(session, earlier).then(begin, () => port.close());
    },
    windows: () => [...lastOfWindow].map(([windowId, session]) => ({ windowId, ...session.kept() })),
  };
}
