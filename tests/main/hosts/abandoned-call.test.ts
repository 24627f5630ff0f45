import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createPortCarrier } from '#main/hosts/message-port.ts';
import type { Client } from '#tests/support/core.ts';
import { StandInPort } from '#tests/support/electron-stand-in.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';

/* A page that gives a question up says so to the core, over either carrier. */

let office: HttpOffice;
let cookie: string;
let client: Client;
const channel = new MessageChannel();
const given = Promise.withResolvers<void>();
let begun = Promise.withResolvers<AbortSignal | undefined>();

beforeAll(async () => {
  office = await startHttpOffice();
  const names = { officeName: '临川市消安办', userName: '李明', cityName: '临川市', cityCode: null };
  await office.window().office.setUp({ ...names, memberUnits: false });
  createPortCarrier(office.core).carry(1, new StandInPort(channel.port1));
  channel.port2.start();
  client = createORPCClient(new RPCLink({ port: channel.port2 }));
  cookie = await office.enter();
  // The one clerk has no password: the first call signs him in.
  await Promise.all([post('session/state'), client.session.state()]);
  vi.spyOn(office.core, 'read').mockImplementation((_path, _input, _caller, signal) => {
    begun.resolve(signal);
    return given.promise;
  });
});
beforeEach(() => {
  begun = Promise.withResolvers();
});
afterAll(async () => {
  given.resolve();
  channel.port2.close();
  await office.close();
});

function post(path: string, signal: AbortSignal | null = null): Promise<unknown> {
  const headers = { 'content-type': 'application/json', cookie };
  return office.fetch(`/rpc/${path}`, { method: 'POST', headers, body: '{}', signal });
}

const overHttp = (signal: AbortSignal): Promise<unknown> => post('office/settings', signal);
const overPort = (signal: AbortSignal): Promise<unknown> => client.office.settings(undefined, { signal });

it.each([
  ['HTTP', overHttp],
  ['the message port', overPort],
])('hears over %s that nobody waits any more', async (_name, ask) => {
  const page = new AbortController();
  const answer = ask(page.signal);
  const refused = expect(answer).rejects.toThrow();
  const signal = await begun.promise;
  expect(signal?.aborted).toBe(false);
  const heard = new Promise((resolve) => {
    signal?.addEventListener('abort', resolve, { once: true });
  });
  page.abort();
  await Promise.all([heard, refused]);
});
