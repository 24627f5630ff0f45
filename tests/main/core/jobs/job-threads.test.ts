import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JobStart } from '#main/core/jobs/job-protocol.ts';
import { createJobThreads, type JobThreads } from '#main/core/jobs/job-threads.ts';

/** Says when it was started, and of which job it was told. */
const THREAD = `
  import { parentPort, threadId } from 'node:worker_threads';
  if (STARTS_BADLY) throw new Error('no memory');
  parentPort.on('message', ({ name }) => parentPort.postMessage({ name, threadId }));
`;

let folder: string;
let threads: JobThreads;
let started: Worker[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'job-threads-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  write({ startsBadly: false });
  threads = createJobThreads(folder);
  started = [];
});
afterEach(async () => {
  threads.close();
  await Promise.all(started.map((worker) => worker.terminate()));
  rmSync(folder, { recursive: true });
});

function write({ startsBadly }: { startsBadly: boolean }): void {
  writeFileSync(join(folder, 'job.js'), THREAD.replace('STARTS_BADLY', String(startsBadly)));
}

interface Told {
  name: string;
  threadId: number;
}

async function start(name: string): Promise<Told> {
  const job: JobStart = {
    name,
    input: null,
    dataFolder: folder,
    resourcesFolder: folder,
    temporaryFolder: folder,
    flags: new Int32Array(new SharedArrayBuffer(8)),
  };
  const worker = threads.start(job);
  started.push(worker);
  worker.on('error', () => undefined);
  const [told] = (await once(worker, 'message')) as [Told];
  return told;
}

test('one waits while files come in and takes the next job; each has a single one', async () => {
  const before = await start('第一项');
  threads.expect();
  const [waited, next] = [await start('第二项'), await start('第三项')];
  expect([before, waited, next].map(({ name }) => name)).toEqual(['第一项', '第二项', '第三项']);
  expect([waited.threadId, next.threadId]).toEqual([before.threadId + 1, before.threadId + 2]);
});

test('no second one is started beside it, however many files come in', async () => {
  const before = await start('第一项');
  threads.expect();
  threads.expect();
  threads.close();
  expect((await start('第二项')).threadId).toBe(before.threadId + 2);
});

test('of one that has broken while it waited nobody hears: the job has another', async () => {
  write({ startsBadly: true });
  threads.expect();
  await pause(500);
  write({ startsBadly: false });
  // A busy machine may need longer to break it: whoever gets it then is told, and asks again.
  expect(await vi.waitFor(() => start('收表'), { timeout: 20_000 })).toMatchObject({ name: '收表' });
});
