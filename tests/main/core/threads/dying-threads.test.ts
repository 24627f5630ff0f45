import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startTestCore, type TestCore } from '#tests/support/core.ts';

/* The threads as the program starts them; a test ends one from outside, as when its memory is used up. */

let office: TestCore;
const workers: Worker[] = [];
const writerDied = vi.fn<() => void>();
const remember = (worker: Worker): void => void workers.push(worker);

beforeEach(async () => {
  process.on('worker', remember);
  office = await startTestCore(undefined, { onWriterDeath: writerDied });
});
afterEach(async () => {
  process.off('worker', remember);
  await office.close();
  workers.length = 0;
  writerDied.mockClear();
});

const city = {
  officeName: '临川市消安办',
  userName: '李明',
  cityName: '临川市',
  cityCode: null,
  memberUnits: false,
};

it('goes on reading when a reader thread has died, and when the one in its place has', async () => {
  const client = office.window();
  await client.office.setUp(city);
  await workers[1]!.terminate();
  for (let time = 0; time < 4; time += 1)
    expect((await client.session.state()).officeName).toBe('临川市消安办');
  await workers[2]!.terminate();
  expect((await client.session.state()).officeName).toBe('临川市消安办');
});

it('starts a second reader thread for what waits behind a long report, and goes on when both have died', async () => {
  const client = office.window();
  await client.office.setUp(city);
  const [, first] = workers;
  const send = first!.postMessage.bind(first);
  let finishReport = (): void => undefined;
  first!.postMessage = (request: unknown) => {
    finishReport = () => send(request);
  };
  const report = office.core.read('office.settings', null, nobody);
  expect(await office.core.read('office.nameForSessions', null, nobody)).toBe('临川市消安办');
  expect(workers).toHaveLength(3);
  finishReport();
  await expect(report).resolves.toMatchObject({ name: '临川市消安办' });
  await first!.terminate();
  await workers[2]!.terminate();
  expect((await client.session.state()).officeName).toBe('临川市消安办');
});

it('tells the host when the writer thread has died, refuses every later write in Chinese, and goes on reading', async () => {
  const client = office.window();
  await client.office.setUp(city);
  await client.session.state();
  await workers[0]!.terminate();
  expect(writerDied).toHaveBeenCalledOnce();
  await expect(client.office.update({ name: '临川市', exportFolder: '' })).rejects.toMatchObject({
    code: 'storeUnavailable',
    message: expect.stringContaining('请重新打开程序'),
  });
  expect((await client.office.settings()).name).toBe('临川市消安办');
});

it('closes in good order and calls nothing a death', async () => {
  await office.core.close();
  expect(writerDied).not.toHaveBeenCalled();
  await expect(office.core.read('office.nameForSessions', null, nobody)).rejects.toThrow(/\p{Script=Han}/u);
});

const nobody = { userUid: null, userName: '', roles: null, windowUid: 'core', host: 'browser' } as const;
