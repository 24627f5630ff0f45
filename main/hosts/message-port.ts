import { RPCHandler } from '@orpc/server/message-port';
import { RequestHeadersPlugin } from '@orpc/server/plugins';
import type { Core } from '../core/core.ts';

/** What the carrier needs of a port: Electron's MessagePortMain and Node's MessagePort both have it. */
export interface CarrierPort {
  on(event: string, listener: (event: { data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

export interface PortCarrier {
  /** Opens a session for the window behind the port; an earlier port of the same window is closed with its session. */
  carry(windowId: number, port: CarrierPort): void;
}

/** Carries the contract over message ports: a session lives as long as its port. */
export function createPortCarrier(core: Core): PortCarrier {
  const rpc = new RPCHandler(core.router, { plugins: [new RequestHeadersPlugin()] });
  const ports = new Map<number, CarrierPort>();

  return {
    carry(windowId, port) {
      ports.get(windowId)?.close();
      ports.set(windowId, port);
      const session = core.sessions.open('electron');
      port.on('close', () => {
        core.sessions.close(session.id);
        if (ports.get(windowId) === port) ports.delete(windowId);
      });
      rpc.upgrade(port, { context: { session } });
      port.start();
    },
  };
}
