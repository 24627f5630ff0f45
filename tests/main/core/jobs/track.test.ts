import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { startTestCore, type TestCore } from '#tests/support/core.ts';

let office: TestCore;
beforeAll(async () => {
  office = await startTestCore();
});
afterAll(() => office.close());

test('tracked work reports how far it is and ends with its result', async () => {
  const { jobs } = office.core;
  const gate = Promise.withResolvers<void>();
  const job = jobs.track('整理', async (report) => {
    report(0.5, '过半');
    await gate.promise;
    return { count: 3 };
  });
  expect(jobs.get(job.uid)).toMatchObject({ label: '整理', status: 'running', progress: 0.5, step: '过半' });
  gate.resolve();
  expect(await job.finished).toMatchObject({ status: 'done', progress: 1, result: { count: 3 } });
});

test('tracked work cannot be cancelled, because what it has written stays', async () => {
  const { jobs } = office.core;
  const gate = Promise.withResolvers<void>();
  const job = jobs.track('整理', () => gate.promise);
  expect(jobs.cancel(job.uid)).toBe(false);
  expect(jobs.get(job.uid).status).toBe('running');
  gate.resolve();
  expect((await job.finished).status).toBe('done');
});

test('tracked work that fails says why in Chinese', async () => {
  const refused = office.core.jobs.track('整理', () =>
    Promise.reject(new AppError('refused', { reason: '没有可整理的内容。' })),
  );
  expect(await refused.finished).toMatchObject({ status: 'failed', problem: '没有可整理的内容。' });
  const broken = office.core.jobs.track('整理', () => Promise.reject(new Error('broken')));
  expect((await broken.finished).problem).toContain('程序内部出错');
});
