import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { toldProgress } from '#main/core/threads/told-progress.ts';
import { signals } from '#main/core/jobs/job-protocol.ts';
import { startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

test('a save is a job from its first report on, which its owner can cancel until it is answered', () => {
  const { jobs } = office.core;
  const uid = randomUUID();
  const followed = jobs.follow(uid, '导入重点单位');
  expect(() => jobs.get(uid)).toThrow('这项任务');
  expect(jobs.cancel(uid)).toBe(false);
  followed.report(0.5, '正在存入');
  expect(jobs.get(uid)).toMatchObject({ label: '导入重点单位', status: 'running', progress: 0.5 });
  expect(jobs.of({ userUid: 'another', sessionId: 's' }).cancel(uid)).toBe(false);
  expect(Atomics.load(followed.flags, signals.cancel)).toBe(0);
  expect(jobs.cancel(uid)).toBe(true);
  expect(Atomics.load(followed.flags, signals.cancel)).toBe(1);
  followed.end();
  expect(jobs.cancel(uid)).toBe(false);
});

test('a save of a moment tells nothing, a long one now and then, and a cancelled one ends', () => {
  const clock = vi.spyOn(performance, 'now');
  try {
    clock.mockReturnValue(1_000);
    const told: unknown[] = [];
    let isCancelled = false;
    const progress = toldProgress(
      (done) => void told.push(done),
      () => isCancelled,
    );
    for (const [now, done] of [
      [1_100, 0.1],
      [1_300, 0.2],
      [1_350, 0.3],
      [1_400, 0.4],
    ] as const) {
      clock.mockReturnValue(now);
      progress(done, '');
    }
    expect(told).toEqual([0.2, 0.4]);
    isCancelled = true;
    expect(() => progress(0.5, '')).toThrow(expect.objectContaining({ code: 'cancelled' }));
  } finally {
    clock.mockRestore();
  }
});
