import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { lateDays, lightOf, type TaskDays } from '#shared/rules/tasks/light.ts';
import { isOwed, taskStatuses } from '#shared/rules/tasks/model.ts';

const TODAY = '2026-10-20';

function task(fields: Partial<TaskDays>): TaskDays {
  return { status: 'inProgress', dueOn: null, reportedOn: null, closedOn: null, ...fields };
}

describe('the light of a task', () => {
  it.each([
    ['2026-10-24', 'green', '还有 4 天'],
    ['2026-10-23', 'yellow', '还有 3 天'],
    ['2026-10-21', 'yellow', '还有 1 天'],
    ['2026-10-20', 'yellow', '今天到期'],
    ['2026-10-19', 'red', '逾期 1 天'],
    ['2026-09-20', 'red', '逾期 30 天'],
    [null, 'plain', '长期'],
  ])('of what is owed by %s is %s and says %s', (dueOn, light, word) => {
    for (const status of ['assigned', 'received', 'inProgress', 'returned'] as const)
      expect(lightOf(task({ status, dueOn }), TODAY, 3)).toEqual({ light, word });
  });

  it.each([
    [{ status: 'planned', dueOn: '2026-10-01' }, 'plain', '待下达'],
    [{ status: 'reported', dueOn: '2026-10-10', reportedOn: '2026-10-09' }, 'plain', '待验收'],
    [{ status: 'reported', dueOn: '2026-10-10', reportedOn: '2026-10-12' }, 'plain', '待验收(逾期 2 天)'],
    [{ status: 'accepted', dueOn: '2026-10-10', reportedOn: '2026-10-10' }, 'plain', '待销号'],
    [
      { status: 'closed', dueOn: '2026-10-10', reportedOn: '2026-10-09', closedOn: '2026-10-19' },
      'green',
      '已办结',
    ],
    [
      { status: 'closed', dueOn: '2026-10-10', reportedOn: '2026-10-13', closedOn: '2026-10-19' },
      'plain',
      '已办结(逾期 3 天)',
    ],
    [{ status: 'cancelled', dueOn: '2026-10-10', closedOn: '2026-10-19' }, 'plain', '已取消'],
  ] as const)('of %o is %s and says %s', (fields, light, word) => {
    expect(lightOf(task(fields), TODAY, 3)).toEqual({ light, word });
  });

  it('is red exactly while something is owed after its day, whatever the days of warning', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...taskStatuses),
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 0, max: 90 }),
        (status, left, warningDays) => {
          const days = task({ status, dueOn: addDays(TODAY, left) });
          const { light } = lightOf(days, TODAY, warningDays);
          expect(light === 'red').toBe(isOwed(status) && left < 0);
          if (isOwed(status)) expect(light === 'yellow').toBe(left >= 0 && left <= warningDays);
          if (isOwed(status)) expect(lateDays(days, TODAY)).toBe(Math.max(0, -left));
        },
      ),
    );
  });
});
