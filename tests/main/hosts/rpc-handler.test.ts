import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os } from '@orpc/server';
import { MessagePortHandler } from '@orpc/server/message-port';
import { Session } from '#main/core/dispatch/sessions.ts';
import { createRpcHandler } from '#main/hosts/rpc-handler.ts';
import { describe, expect, it } from 'vitest';

async function answered(value: unknown): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  const router = { ask: os.handler(() => value) };
  const session = new Session('', 'browser', () => undefined);
  new MessagePortHandler(createRpcHandler(router)).upgrade(port1, { context: { session } });
  port1.start();
  port2.start();
  try {
    return await createORPCClient<{ ask: () => Promise<unknown> }>(new RPCLink({ port: port2 })).ask();
  } finally {
    port1.close();
  }
}

describe('an answer on its way to the page', () => {
  it('arrives as it was, be it plain JSON or not', async () => {
    const plain = { cells: [[1, 'empty', null], [-0.5]], isFinal: false, name: '“城东区”\n1.1' };
    const odd = { at: new Date(5), marks: new Set(['a']), by: new Map([['a', [1n]]]), none: Number.NaN };
    for (const value of [plain, odd, [plain, odd], { plain, list: [undefined, 1] }, '好', null, undefined]) {
      expect(await answered(value)).toEqual(value);
    }
  });

  it('leaves out fields without a value', async () => {
    expect(Object.keys((await answered({ a: undefined, b: 1 })) as object)).toEqual(['b']);
  });
});
