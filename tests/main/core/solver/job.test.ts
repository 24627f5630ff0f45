import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { ScheduleResult } from '#shared/rules/schedule/result.ts';
import { aCampaign, aProblem } from '#tests/support/builders/schedule.ts';
import { startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

test('a schedule is solved in a job, up to the proof', async () => {
  const job = office.core.jobs.start('schedule.solve', '排日程', { problem: aProblem(), seconds: 60 });
  expect(await job.finished).toMatchObject({
    status: 'done',
    problem: null,
    result: { ended: 'proven', status: 'complete', violations: [] },
  });
});

test('the job tells the best plan so far while it goes on, and that is kept when it is enough', async () => {
  const problem = aCampaign(1, { counties: 12, places: 180, teams: 8, workdays: 10, inspectors: 40 });
  const { jobs } = office.core;
  const job = jobs.start('schedule.solve', '排日程', { problem, seconds: 600 });
  await expect.poll(() => jobs.get(job.uid).interim, { timeout: 20_000 }).not.toBeNull();
  const interim = jobs.get(job.uid).interim as ScheduleResult;
  expect(interim.ended).toBeNull();
  expect(checkPlan(problem, interim.plan)).toEqual([]);
  jobs.enough(job.uid);
  const { result, status } = await job.finished;
  expect(status).toBe('done');
  expect(checkPlan(problem, (result as ScheduleResult).plan)).toEqual([]);
});
