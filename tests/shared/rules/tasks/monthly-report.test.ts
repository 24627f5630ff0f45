import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, lastDayOfMonth } from '#shared/calendar/days.ts';
import { taskStatuses } from '#shared/rules/tasks/model.ts';
import { monthOfWords, monthWords, type ReportTask, taskReport } from '#shared/rules/tasks/monthly-report.ts';

const MONTH = '2026-10';

function task(fields: Partial<ReportTask> = {}): ReportTask {
  return {
    uid: 'one',
    title: '校园检查',
    status: 'inProgress',
    dueOn: '2026-10-20',
    firstDueOn: '2026-10-20',
    reportedOn: null,
    closedOn: null,
    leadUids: ['a'],
    supportingUids: [],
    presses: [],
    extensions: [],
    ...fields,
  };
}

function report(fields: Partial<ReportTask>, today = '2026-11-25') {
  return taskReport([task(fields)], { month: MONTH, today, supporting: false });
}

function line(fields: Partial<ReportTask>, today?: string) {
  return report(fields, today).units[0]?.lines[0] ?? null;
}

describe('what counts in a month', () => {
  it.each([
    ['due on its first day', { dueOn: '2026-10-01' }, true],
    ['due on its last day', { dueOn: '2026-10-31' }, true],
    ['due the day after', { dueOn: '2026-11-01' }, false],
    ['due before and still open', { dueOn: '2026-08-31' }, true],
    [
      'due before and delivered in the month',
      { dueOn: '2026-09-30', status: 'closed', reportedOn: '2026-10-01', closedOn: '2026-10-09' },
      true,
    ],
    [
      'due before and delivered before, though closed in the month',
      { dueOn: '2026-09-30', status: 'closed', reportedOn: '2026-09-30', closedOn: '2026-10-09' },
      false,
    ],
    ['without a date', { dueOn: null, firstDueOn: null }, false],
    ['not yet given out', { status: 'planned' }, false],
    ['given up', { status: 'cancelled', closedOn: '2026-10-05' }, false],
  ] as const)('%s', (_what, fields, counts) => {
    expect(report(fields).taskCount).toBe(counts ? 1 : 0);
  });

  it.each([
    ['in time on its very day', { status: 'reported', reportedOn: '2026-10-20' }, 'inTime', 0],
    ['late by a day', { status: 'accepted', reportedOn: '2026-10-21' }, 'late', 1],
    [
      'in time, however long the office took',
      { status: 'closed', reportedOn: '2026-10-19', closedOn: '2026-11-20' },
      'inTime',
      0,
    ],
    ['open, late until the end of the month', {}, 'overdue', 11],
    [
      'delivered only after the month: late until its end',
      { status: 'reported', reportedOn: '2026-11-03' },
      'overdue',
      11,
    ],
    ['sent back: not delivered', { status: 'returned', reportedOn: null }, 'overdue', 11],
  ] as const)('%s', (_what, fields, outcome, lateDays) => {
    expect(line(fields)).toMatchObject({ outcome, lateDays });
  });

  it('holds what fell due on the last day of a month that is over for overdue, and of one that runs for not yet due', () => {
    expect(line({ dueOn: '2026-10-31' }, '2026-11-01')).toMatchObject({ outcome: 'overdue', lateDays: 0 });
    expect(line({ dueOn: '2026-10-31' }, '2026-10-31')).toMatchObject({ outcome: 'notYetDue', lateDays: 0 });
  });

  it('is counted until today while the month runs, and what is not yet due says so', () => {
    expect(line({}, '2026-10-20')).toMatchObject({ outcome: 'notYetDue', lateDays: 0 });
    expect(line({}, '2026-10-22')).toMatchObject({ outcome: 'overdue', lateDays: 2 });
  });

  it('goes by the new day after an extension, with the old one beside it', () => {
    const extended = {
      dueOn: '2026-10-31',
      firstDueOn: '2026-10-20',
      extensions: [{ day: '2026-10-18', oldDueOn: '2026-10-20' }],
      status: 'reported',
      reportedOn: '2026-10-30',
    } as const;
    expect(line(extended)).toMatchObject({
      outcome: 'inTime',
      dueOn: '2026-10-31',
      firstDueOn: '2026-10-20',
      extended: 1,
    });
    expect(line({ ...extended, dueOn: '2026-11-30' })).toBe(null);
  });

  it('stays as it was for a month that had ended before an extension was granted', () => {
    const extensions = [{ day: '2026-11-05', oldDueOn: '2026-10-20' }];
    expect(line({ dueOn: '2026-12-31', extensions })).toMatchObject({
      outcome: 'overdue',
      dueOn: '2026-10-20',
      lateDays: 11,
      extended: 0,
    });
  });

  it('counts a task with each lead unit, and a pressing with the unit that was meant', () => {
    const presses = [
      { day: '2026-10-21', unitUid: null },
      { day: '2026-10-22', unitUid: 'b' },
      { day: '2026-11-02', unitUid: null },
    ];
    const { taskCount, units, totals } = report({ leadUids: ['a', 'b'], presses });
    expect(taskCount).toBe(1);
    expect(units.map(({ unitUid, owed, pressed }) => [unitUid, owed, pressed])).toEqual([
      ['a', 1, 1],
      ['b', 1, 2],
    ]);
    expect([totals.owed, totals.pressed]).toEqual([2, 3]);
  });

  it('leaves supporting units out, or counts them apart from what units lead', () => {
    const both = task({
      leadUids: ['a'],
      supportingUids: ['b'],
      presses: [{ day: '2026-10-22', unitUid: 'b' }],
    });
    const other = task({ uid: 'two', leadUids: ['b'] });
    const counted = (supporting: boolean) =>
      taskReport([both, other], { month: MONTH, today: '2026-11-25', supporting });
    expect(counted(false)).toMatchObject({
      units: [{ unitUid: 'a' }, { unitUid: 'b' }],
      supportingTotals: null,
    });
    const { units, totals, supportingTotals, taskCount } = counted(true);
    expect(units.map(({ unitUid, role, owed, pressed }) => [unitUid, role, owed, pressed])).toEqual([
      ['a', 'lead', 1, 0],
      ['b', 'supporting', 1, 1],
      ['b', 'lead', 1, 0],
    ]);
    expect([taskCount, totals.owed, supportingTotals?.owed]).toEqual([2, 2, 1]);
  });

  it('keeps tasks without a lead unit visible', () => {
    expect(report({ leadUids: [] }).units).toMatchObject([{ unitUid: null, owed: 1 }]);
  });
});

const day = fc.integer({ min: -120, max: 120 }).map((days) => addDays('2026-10-15', days));
const anyTask: fc.Arbitrary<ReportTask> = fc.record({
  uid: fc.uuid(),
  title: fc.constant('任务'),
  status: fc.constantFrom(...taskStatuses),
  dueOn: fc.option(day),
  firstDueOn: fc.option(day),
  reportedOn: fc.option(day),
  closedOn: fc.option(day),
  leadUids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  supportingUids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  presses: fc.array(fc.record({ day, unitUid: fc.option(fc.constantFrom('a', 'b')) }), { maxLength: 4 }),
  extensions: fc.array(fc.record({ day, oldDueOn: day }), { maxLength: 2 }),
});

describe('any month of any tasks', () => {
  it('has totals of each role that are the sums over the units, and outcomes that add up to what was owed', () => {
    fc.assert(
      fc.property(fc.array(anyTask, { maxLength: 12 }), day, (tasks, today) => {
        const { units, totals, supportingTotals, taskCount } = taskReport(tasks, {
          month: MONTH,
          today,
          supporting: true,
        });
        for (const key of [
          'owed',
          'carried',
          'inTime',
          'late',
          'overdue',
          'notYetDue',
          'lateDays',
          'pressed',
          'extended',
        ] as const)
          expect(units.reduce((sum, unit) => sum + unit[key], 0)).toBe(
            totals[key] + (supportingTotals?.[key] ?? 0),
          );
        if (today > lastDayOfMonth('2026-10-01')) expect(totals.notYetDue).toBe(0);
        for (const unit of [...units, totals])
          expect(unit.inTime + unit.late + unit.overdue + unit.notYetDue).toBe(unit.owed);
        const counted = new Set(units.flatMap(({ lines }) => lines.map(({ uid }) => uid)));
        expect(counted.size).toBe(taskCount);
      }),
    );
  });

  it('counts exactly what was due by its end and was not delivered before it began', () => {
    fc.assert(
      fc.property(anyTask, (given) => {
        const one = { ...given, extensions: [] };
        const { taskCount } = taskReport([one], { month: MONTH, today: '2027-06-01', supporting: true });
        const isGiven = one.status !== 'planned' && one.status !== 'cancelled';
        const isOpen = ['assigned', 'received', 'inProgress', 'returned'].includes(one.status);
        const delivered = isOpen ? null : (one.reportedOn ?? one.closedOn);
        const isDue = one.dueOn !== null && one.dueOn <= lastDayOfMonth('2026-10-01');
        const wasDone =
          one.dueOn !== null && one.dueOn < '2026-10-01' && delivered !== null && delivered < '2026-10-01';
        expect(taskCount).toBe(isGiven && isDue && !wasDone ? 1 : 0);
      }),
    );
  });
});

describe('a month in words', () => {
  it('is read back as the month that it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = `${year}-${String(number).padStart(2, '0')}`;
        expect(monthOfWords(monthWords(month))).toBe(month);
      }),
    );
  });

  it.each(['', '2026年', '2026年0月', '2026年13月', '2026年01月', '26年1月', '2026-01'])(
    'is none in “%s”',
    (words) => {
      expect(monthOfWords(words)).toBeNull();
    },
  );
});
