import { reinspectionProblem, stepsOfResult } from '#shared/rules/findings/reinspection.ts';
import { taskTextOf } from '#shared/rules/findings/task-text.ts';
import { allows, statusAfter } from '#shared/rules/tasks/steps.ts';
import { openStatuses } from '#shared/rules/tasks/model.ts';
import { describe, expect, it } from 'vitest';

const given = openStatuses.filter((status) => status !== 'planned');

describe('a re-inspection', () => {
  it('that is passed leads from any state on the way to accepted, by steps that the state allows', () => {
    for (const status of given) {
      let now: (typeof given)[number] | ReturnType<typeof statusAfter> = status;
      for (const step of stepsOfResult(status, 'passed')) {
        expect(allows(now, step)).toBe(true);
        now = statusAfter(now, step);
      }
      expect(now).toBe('accepted');
    }
  });

  it('that is failed leaves the unit owing', () => {
    for (const status of given) {
      const steps = stepsOfResult(status, 'failed');
      for (const step of steps) expect(allows(status, step)).toBe(true);
      const after = steps.reduce(statusAfter, status);
      expect(['assigned', 'received', 'inProgress', 'returned']).toContain(after);
    }
  });

  it('comes neither before the finding nor after its end', () => {
    const looked = { foundOn: '2026-11-10', status: 'reported', today: '2026-11-20' } as const;
    expect(reinspectionProblem({ ...looked, day: '2026-11-10' })).toBeNull();
    expect(reinspectionProblem({ ...looked, day: '2026-11-09' })).toContain('不能早于发现日期');
    expect(reinspectionProblem({ ...looked, day: '2026-11-21' })).toContain('不能晚于今天');
    expect(reinspectionProblem({ ...looked, day: '2026-11-20', status: 'closed' })).toContain('已经销号');
  });
});

describe('the task of a finding', () => {
  it('is named by place and finding, and keeps all of a long one', () => {
    const place = { place: '河口商场', spot: '二楼', demand: '立即清理' };
    expect(taskTextOf({ ...place, what: '通道\n堆物' })).toEqual({
      title: '河口商场二楼：通道 堆物',
      content: '立即清理',
    });
    const what = '通道堆物'.repeat(100);
    const long = taskTextOf({ ...place, what });
    expect(long.title).toHaveLength(200);
    expect(long.content).toBe(`${what}\n立即清理`);
  });
});
