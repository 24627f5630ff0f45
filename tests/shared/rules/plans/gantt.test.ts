import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { type GanttTask, ganttBar, ganttRange } from '#shared/rules/plans/gantt.ts';
import { taskStatuses } from '#shared/rules/tasks/model.ts';

const today = '2026-11-16';

function task(fields: Partial<GanttTask> = {}): GanttTask {
  return {
    status: 'assigned',
    assignedOn: '2026-11-01',
    startOn: null,
    dueOn: '2026-11-30',
    reportedOn: null,
    closedOn: null,
    ...fields,
  };
}

/** In days of the range, which is easier to read than fractions. */
function bar(one: GanttTask, on = today) {
  const range = ganttRange([task(), one], on)!;
  const days = Math.round(1 / (range.months[0]!.width / 30));
  const { left, width, late } = ganttBar(one, range, on);
  const rounded = (value: number) => Math.round(value * days);
  return {
    from: rounded(left),
    days: rounded(width),
    late: late === null ? null : [rounded(late.left), rounded(late.width)],
  };
}

describe('the picture of a plan', () => {
  it('covers whole months, each with its name, the year where it begins', () => {
    const range = ganttRange([task({ dueOn: '2027-02-10' })], today)!;
    expect([range.first, range.last]).toEqual(['2026-11-01', '2027-02-28']);
    expect(range.months.map(({ title }) => title)).toEqual(['2026年11月', '12月', '2027年1月', '2月']);
    expect(ganttRange([], today)).toBeNull();
  });

  it('shows today only where it lies within, and always while something is owed', () => {
    expect(ganttRange([task()], today)?.today).toBeCloseTo(15.5 / 30);
    expect(ganttRange([task()], '2027-01-05')?.last).toBe('2027-01-31');
    const done = task({ status: 'closed', closedOn: '2026-11-20' });
    expect(ganttRange([done], '2027-01-05')?.today).toBeNull();
  });

  it('draws a task from its beginning to its due day', () => {
    expect(bar(task())).toEqual({ from: 0, days: 30, late: null });
    expect(bar(task({ startOn: '2026-11-11' }))).toEqual({ from: 10, days: 20, late: null });
  });

  it('ends at the day of delivery, and marks what came or is late', () => {
    const reported = { status: 'closed', reportedOn: '2026-11-10', closedOn: '2026-11-28' } as const;
    expect(bar(task(reported))).toEqual({ from: 0, days: 10, late: null });
    expect(bar(task({ ...reported, dueOn: '2026-11-05' }))).toEqual({ from: 0, days: 5, late: [5, 5] });
    expect(bar(task({ dueOn: '2026-11-10' }))).toEqual({ from: 0, days: 10, late: [10, 6] });
  });

  it('never leaves the picture', () => {
    const day = fc.nat(500).map((days) => addDays('2026-01-01', days));
    const anyTask = fc.record({
      status: fc.constantFrom(...taskStatuses),
      assignedOn: day,
      startOn: fc.option(day),
      dueOn: fc.option(day),
      reportedOn: fc.option(day),
      closedOn: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(anyTask, { minLength: 1, maxLength: 6 }), day, (tasks, on) => {
        const range = ganttRange(tasks, on)!;
        for (const each of tasks) {
          const { left, width, late } = ganttBar(each, range, on);
          for (const piece of [{ left, width }, ...(late === null ? [] : [late])]) {
            expect(piece.left).toBeGreaterThanOrEqual(0);
            expect(piece.width).toBeGreaterThan(0);
            expect(piece.left + piece.width).toBeLessThanOrEqual(1 + 1e-9);
          }
        }
      }),
    );
  });
});
