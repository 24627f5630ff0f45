import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '#main/core/store/open.ts';
import type { MessageFromCore, MessageToCore } from '#main/shell/core-messages.ts';
import type { Client } from '#tests/support/core.ts';
import { StandInPort } from '#tests/support/electron-stand-in.ts';

type Listener = (event: { data: MessageToCore; ports: StandInPort[] }) => void;

let folder: string;
let listeners: Listener[];
let told: MessageFromCore[];
let exits: unknown[];
const rejections = process.listeners('unhandledRejection');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'office-core-process-'));
  [listeners, told, exits] = [[], [], []];
  const parentPort = {
    on: (_event: string, listener: Listener) => listeners.push(listener),
    postMessage: (message: MessageFromCore) => told.push(message),
  };
  Object.defineProperty(process, 'parentPort', { value: parentPort, configurable: true });
  vi.spyOn(process, 'exit').mockImplementation(((code: unknown) => exits.push(code)) as never);
  vi.resetModules();
  await import('#main/core-process.ts');
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(process, 'parentPort');
  for (const listener of process.listeners('unhandledRejection')) {
    if (!rejections.includes(listener)) process.off('unhandledRejection', listener);
  }
  rmSync(folder, { recursive: true, force: true });
});

function tell(data: MessageToCore, ports: StandInPort[] = []): void {
  for (const listener of listeners) listener({ data, ports });
}

function openWindow(windowId: number) {
  const { port1, port2 } = new MessageChannel();
  tell({ kind: 'window', windowId }, [new StandInPort(port1)]);
  port2.start();
  const client: Client = createORPCClient(new RPCLink({ port: port2 }));
  return { client, port: port2 };
}

const start = (dataFolder = folder) =>
  tell({ kind: 'start', settings: { dataFolder, sample: false, windows: [] } });
const until = (condition: () => boolean) => vi.waitUntil(condition, { interval: 5, timeout: 20_000 });

it('opens the store, serves a window, closes the store and ends', async () => {
  start();
  await until(() => told.length > 1);
  expect(told).toEqual([{ kind: 'windows', windows: [] }, { kind: 'ready' }]);
  const { client, port } = openWindow(1);
  expect(await client.session.state()).toMatchObject({
    host: 'electron',
    dataFolder: folder,
    canOpenFiles: true,
  });
  port.close();
  tell({ kind: 'close' });
  await until(() => exits.length > 0);
  expect(exits).toEqual([0]);
});

it('says in Chinese why the data folder cannot be opened', async () => {
  const file = join(folder, 'not-a-folder');
  writeFileSync(file, '');
  start(file);
  await until(() => told.length > 0);
  const reason = expect.stringContaining('不能使用') as string;
  expect(told).toEqual([{ kind: 'refused', reason, backup: null, isHeld: false }]);
});

it('says that another program has the data open', async () => {
  const data = join(folder, 'held');
  const store = openStore(data);
  start(data);
  await until(() => told.length > 0);
  store.close();
  expect(told).toMatchObject([{ kind: 'refused', isHeld: true }]);
});

it('gives no way in before the store is open', () => {
  const { port } = openWindow(1);
  expect(told).toEqual([]);
  port.close();
});

it('ends at once when it has not started', async () => {
  tell({ kind: 'close' });
  await until(() => exits.length > 0);
  expect(exits).toEqual([0]);
});
