import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { Client } from '#tests/support/core.ts';
import { signedIn } from '#tests/support/five-years.ts';
import { httpLink } from './http-link.ts';
import { officeBundle } from './shared-data.ts';
import { root } from '../run-steps.ts';
import type { FromOffice, OfficeTask, ToOffice } from './office-process.ts';

export interface OfficeProcess {
  /** As a page of the browser host: over kept connections, with the cookie. */
  http: Client;
  /** Over the pipe between the two processes, with the code of the message port's carrier. */
  pipe: Client;
  ask<Answer>(task: OfficeTask): Promise<Answer>;
  close(): Promise<void>;
}

/** @param signIn false for an office that is still to be set up */
export async function startOfficeProcess(folder: string, signIn = true): Promise<OfficeProcess> {
  const entry = join(await officeBundle(), 'office-process.js');
  const child = fork(entry, [folder, join(root, 'resources')], {
    execArgv: ['--expose-gc'],
    serialization: 'advanced',
  });
  const { port, token } = await greeting(child);
  const http = await httpClient(port, token);
  const pipe = createORPCClient<Client>(new PortLink({ port: portOf(child), headers: ownHeaders() }));
  if (signIn) for (const client of [http, pipe]) await signedIn(client);
  const ask = async <Answer>(task: OfficeTask) => (await answered(child, task)) as Answer;
  return {
    http,
    pipe,
    ask,
    async close() {
      await ask({ kind: 'close' });
      child.disconnect();
    },
  };
}

/** Calls the listener until it has what it waited for. */
function until<Found>(child: ChildProcess, find: (message: FromOffice) => Found | undefined): Promise<Found> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`the office's process ended with ${code}`));
    function onMessage(message: FromOffice): void {
      if ('failed' in message) reject(new Error(message.failed));
      const found = find(message);
      if (found === undefined && !('failed' in message)) return;
      child.off('message', onMessage);
      child.off('exit', onExit);
      if (found !== undefined) resolve(found);
    }
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

function greeting(child: ChildProcess) {
  return until(child, (message) => ('ready' in message ? message.ready : undefined));
}

async function answered(child: ChildProcess, task: OfficeTask): Promise<unknown> {
  const answer = until(child, (message) => ('answer' in message ? { value: message.answer } : undefined));
  child.send({ task } satisfies ToOffice);
  return (await answer).value;
}

function portOf(child: ChildProcess) {
  return {
    on(event: string, listener: (event: { data: unknown }) => void): void {
      if (event !== 'message') return;
      child.on('message', (message: FromOffice) => {
        if ('port' in message) listener({ data: message.port });
      });
    },
    postMessage: (port: unknown) => void child.send({ port } satisfies ToOffice),
  };
}

async function httpClient(port: number, token: string): Promise<Client> {
  const origin = `http://127.0.0.1:${port}`;
  const entered = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { key } = (await entered.json()) as { key: string };
  return createORPCClient<Client>(httpLink(origin, { cookie, 'x-key': key, origin, ...ownHeaders() }));
}

function ownHeaders(): Record<string, string> {
  return { 'x-window': crypto.randomUUID() };
}
