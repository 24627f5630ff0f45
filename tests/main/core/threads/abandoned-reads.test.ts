import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestOffice } from '#tests/support/core.ts';

/* With one reader thread, what comes while it reads waits its turn. */

let office: Awaited<ReturnType<typeof startTestOffice>>;
const asked: string[] = [];
const workers: Worker[] = [];
const remember = (worker: Worker): void => void workers.push(worker);
const nobody = { userUid: null, userName: '', roles: null, windowUid: 'core', host: 'browser' } as const;

beforeAll(async () => {
  process.on('worker', remember);
  office = await startTestOffice(undefined, { readers: 1 });
  process.off('worker', remember);
  const reader = workers[1]!;
  const send = reader.postMessage.bind(reader);
  reader.postMessage = (request: { path: string }) => {
    asked.push(request.path);
    send(request);
  };
});
beforeEach(() => void asked.splice(0));
afterAll(() => office.close());

const read = (path: string, signal?: AbortSignal) => office.core.read(path, { day: null }, nobody, signal);

it('never reads what its caller has given up while it waited, and answers the others', async () => {
  const caller = new AbortController();
  const first = read('office.settings');
  const abandoned = read('organizations.tree', caller.signal);
  const last = read('campaigns.choices');
  const refused = expect(abandoned).rejects.toThrow('a newer question');
  caller.abort(new Error('a newer question'));
  await Promise.all([first, last, refused]);
  expect(asked).toEqual(['office.settings', 'campaigns.choices']);
});

it('reads to its end what it has begun', async () => {
  const caller = new AbortController();
  const begun = read('office.settings', caller.signal);
  caller.abort();
  await expect(begun).resolves.toMatchObject({ name: '临川市消防安全委员会办公室' });
});

it('does not begin with what was given up on its way through the contract', async () => {
  const tree = office.client.organizations.tree({ day: null }, { signal: AbortSignal.abort() });
  await expect(tree).rejects.toThrow();
  expect(asked).toEqual([]);
});
