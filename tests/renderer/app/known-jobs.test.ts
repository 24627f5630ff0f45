import { ORPCError } from '@orpc/client';
import { beforeEach, expect, it } from 'vitest';
import { createKnownJobs, type KnownJobs } from '#renderer/app/known-jobs.ts';
import type { JobState } from '#shared/contract/events.ts';

const running: JobState = {
  uid: 'one',
  label: '导出机构表',
  status: 'running',
  progress: 0.5,
  step: '过半',
  problem: null,
  interim: null,
  result: null,
};
const done: JobState = { ...running, status: 'done', progress: 1, result: 'file' };

let answer: () => Promise<JobState>;
let jobs: KnownJobs;
beforeEach(() => {
  jobs = createKnownJobs(() => answer());
});
const state = () => jobs.states.get().get('one');

it('asks for a job that ended before this window heard of it', async () => {
  answer = () => Promise.resolve(done);
  jobs.await('one');
  await expect.poll(state).toEqual(done);
});

it('asks again after a break in which the end went by unheard', async () => {
  jobs.note(running);
  jobs.await('one');
  answer = () => Promise.resolve(done);
  jobs.recheck();
  await expect.poll(state).toEqual(done);
});

it('says that a job is lost when the program was started anew meanwhile', async () => {
  jobs.note(running);
  jobs.await('one');
  answer = () => Promise.reject(new ORPCError('notFound', { message: '这项任务已不存在' }));
  jobs.recheck();
  await expect.poll(() => state()?.status).toBe('failed');
  expect(state()).toMatchObject({ label: '导出机构表', problem: expect.stringContaining('请重新开始') });
});

it('never goes back from the end to an older answer, and asks no more for what nobody awaits', async () => {
  const slow = Promise.withResolvers<JobState>();
  let asked = 0;
  answer = () => {
    asked += 1;
    return slow.promise;
  };
  const leave = jobs.await('one');
  jobs.note(done);
  slow.resolve(running);
  await slow.promise;
  await Promise.resolve();
  expect(state()).toEqual(done);
  leave();
  jobs.recheck();
  expect(asked).toBe(1);
});
