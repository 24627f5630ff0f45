import { MessageChannel } from 'node:worker_threads';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { createORPCClient } from '@orpc/client';
import { createPortCarrier } from '#main/hosts/message-port.ts';
import type { Client } from './core.ts';
import type { HttpOffice } from './http-office.ts';

/** Calls any operation by its dotted path, so that a table of all operations can drive it. */
export type AnyCall = (path: string, input: unknown) => Promise<unknown>;

interface Carrier {
  name: string;
  client: Client;
  call: AnyCall;
  close(): void;
}

export async function httpCarrier(office: HttpOffice): Promise<Carrier> {
  const cookie = await office.enter();
  const origin = `http://127.0.0.1:${office.server.port}`;
  const link = new HttpLink({
    url: `${origin}/rpc`,
    headers: { ...office.keyOf(cookie), cookie, origin, ...ownHeaders() },
  });
  return carrierOf('HTTP', createORPCClient<Client>(link), () => undefined);
}

export function portCarrier(office: HttpOffice, windowId = 1): Carrier {
  const { port1, port2 } = new MessageChannel();
  createPortCarrier(office.core).carry(windowId, port1);
  port2.start();
  return carrierOf(
    'message port',
    createORPCClient<Client>(new PortLink({ port: port2, headers: ownHeaders() })),
    () => port2.close(),
  );
}

function ownHeaders(): Record<string, string> {
  return { 'x-window': crypto.randomUUID() };
}

function carrierOf(name: string, client: Client, close: () => void): Carrier {
  return {
    name,
    client,
    async call(path, input) {
      let part: unknown = client;
      for (const step of path.split('.')) part = Reflect.get(Object(part), step);
      if (typeof part !== 'function') throw new Error(`${path} is no operation`);
      const answer: unknown = await part(input);
      return answer;
    },
    close,
  };
}
