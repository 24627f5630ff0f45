import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

const temporary = () => readdirSync(join(office.dataFolder, 'temporary'));
const owner = { userUid: null, sessionId: 'clerk' };
const exportJob = (after?: (result: unknown) => Promise<unknown>) =>
  office.core.jobs
    .of(owner)
    .start('organizations.exportWorkbook', '导出机构表', { day: '2026-11-23' }, after);

test('a job that breaks shows a number that is in the error log, and no English', async () => {
  const { problem, status } = await office.core.jobs.start('no.such.job', '试验', null).finished;
  expect(status).toBe('failed');
  const number = /编号 ([0-9A-Z]+)/.exec(problem ?? '')?.[1] ?? '';
  expect(problem?.replace(number, '')).not.toMatch(/[A-Za-z]/);
  expect(readFileSync(join(office.dataFolder, 'logs', 'errors.log'), 'utf8')).toContain(`${number} `);
});

test('a job whose result is being put in place is not called cancelled', async () => {
  const placing = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const job = exportJob(async () => {
    placing.resolve();
    await gate.promise;
    return 'placed';
  });
  await placing.promise;
  expect(office.core.jobs.cancel(job.uid)).toBe(false);
  expect(office.core.jobs.busy()).toBe(true);
  gate.resolve();
  expect(await job.finished).toMatchObject({ status: 'done', result: 'placed' });
});

test('what the program does by itself keeps it from no end', async () => {
  const gate = Promise.withResolvers<void>();
  const own = office.core.jobs.track('整理', () => gate.promise);
  expect(office.core.jobs.busy()).toBe(false);
  gate.resolve();
  await own.finished;
});

test('a job that ends, well or not, takes its temporary folder with it', async () => {
  const stopped = exportJob();
  office.core.jobs.cancel(stopped.uid);
  await stopped.finished;
  await exportJob(() => Promise.reject(new Error('no place'))).finished;
  await exportJob().finished;
  expect(temporary()).toEqual([]);
});

test('jobs are ended at any moment of their start, and the program lives on', async () => {
  for (let moment = 0; moment < 240; moment += 40) {
    const jobs = [exportJob(), exportJob()];
    await new Promise((resolve) => {
      setTimeout(resolve, moment);
    });
    await office.core.jobs.close();
    for (const { finished } of jobs) expect(['cancelled', 'done']).toContain((await finished).status);
  }
});

test('closing ends what is still running and removes its folder', async () => {
  const { core } = office;
  const job = exportJob();
  expect(temporary()).toHaveLength(1);
  await core.jobs.close();
  expect((await job.finished).status).toBe('cancelled');
  expect(temporary()).toEqual([]);
});
