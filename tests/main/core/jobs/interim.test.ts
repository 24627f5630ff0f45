import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Announcement } from '#main/core/dispatch/ownership.ts';
import { type AllJobs, createJobs, type Job } from '#main/core/jobs/jobs.ts';

/** The thread of a job that tells a first result and then does this. */
function threadThat(does: string): string {
  return `
    import { once } from 'node:events';
    import { parentPort } from 'node:worker_threads';
    const [{ flags }] = await once(parentPort, 'message');
    parentPort.postMessage({ kind: 'progress', progress: null, step: '', interim: 'so far' });
    ${does}
  `;
}

const BREAKS = `setTimeout(() => { throw new Error('out of memory'); }, 10);`;
const GOES_ON = `setInterval(() => undefined, 1000);`;
const LISTENS = `setInterval(() => {
  if (Atomics.load(flags, 1) === 1) parentPort.postMessage({ kind: 'done', result: 'enough' });
}, 10);`;

let folder: string;
let jobs: AllJobs;
let logged: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
});
afterEach(async () => {
  await jobs.close();
  rmSync(folder, { recursive: true });
});

/** Begun, and its first result heard of. */
async function begin(does: string): Promise<Job> {
  writeFileSync(join(folder, 'job.js'), threadThat(does));
  logged = [];
  const publisher = new EventPublisher<{ event: Announcement }>();
  const heard = Promise.withResolvers<void>();
  publisher.subscribe('event', ({ event }) => {
    if (event.kind === 'job' && event.job.interim === 'so far') heard.resolve();
  });
  const never = (): never => {
    throw new Error('these jobs read and print nothing');
  };
  jobs = createJobs(
    { dataFolder: folder, resourcesFolder: folder, threadBundle: folder },
    { spawnReader: never, printPdf: never },
    publisher,
    {
      write(_, line) {
        logged.push(line);
        return '1';
      },
    },
  );
  const job = jobs.start('any', '排日程', null);
  await heard.promise;
  return job;
}

test('a job that is told that it is enough ends with what it has', async () => {
  const job = await begin(LISTENS);
  expect(jobs.enough(job.uid)).toBe(true);
  expect(await job.finished).toMatchObject({ status: 'done', result: 'enough', interim: null });
});

test('a job that does not hear that it is enough is ended, and its best so far is the result', async () => {
  const job = await begin(GOES_ON);
  jobs.enough(job.uid);
  expect(await job.finished).toMatchObject({ status: 'done', result: 'so far' });
});

test('a job whose thread breaks keeps its best so far, and the error is logged', async () => {
  const job = await begin(BREAKS);
  expect(await job.finished).toMatchObject({ status: 'done', result: 'so far', problem: null });
  expect(logged.join()).toContain('out of memory');
});

test('a cancelled job keeps nothing', async () => {
  const job = await begin(GOES_ON);
  jobs.cancel(job.uid);
  expect(await job.finished).toMatchObject({ status: 'cancelled', result: null });
});
