import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import {
  cycleText,
  type FeedbackCycle,
  feedbackDueFrom,
  nextFeedbackDue,
} from '#shared/rules/tasks/feedback-cycle.ts';

const monthly30: FeedbackCycle = { kind: 'monthly', day: 30 };

describe('a feedback cycle', () => {
  it.each([
    [{ kind: 'none' }, '2026-10-20', null, '不定期'],
    // 2026-10-20 is a Tuesday.
    [{ kind: 'weekly', day: 5 }, '2026-10-20', '2026-10-23', '每周五前'],
    [{ kind: 'weekly', day: 1 }, '2026-10-20', '2026-10-26', '每周一前'],
    [{ kind: 'weekly', day: 2 }, '2026-10-20', '2026-10-20', '每周二前'],
    [monthly30, '2026-10-20', '2026-10-30', '每月 30 日前'],
    [monthly30, '2026-10-31', '2026-11-30', '每月 30 日前'],
    [monthly30, '2026-02-01', '2026-02-28', '每月 30 日前'],
    [{ kind: 'monthly', day: 31 }, '2028-02-10', '2028-02-29', '每月底前'],
    [{ kind: 'quarterly', day: 25 }, '2026-10-20', '2026-12-25', '每季度末月 25 日前'],
    [{ kind: 'quarterly', day: 25 }, '2026-12-26', '2027-03-25', '每季度末月 25 日前'],
    [{ kind: 'halfYearly', day: 31 }, '2026-07-01', '2026-12-31', '每半年末月底前'],
  ] as const)('%o from %s on is due on %s and is called %s', (cycle, day, due, words) => {
    expect(feedbackDueFrom(cycle, day)).toBe(due);
    expect(cycleText(cycle)).toBe(words);
  });

  it.each([
    ['in time', '2026-10-30', '2026-10-28', '2026-11-30'],
    ['on the day', '2026-10-30', '2026-10-30', '2026-11-30'],
    ['late: what was missed is settled, this period stays owed', '2026-10-30', '2026-11-03', '2026-11-30'],
    ['several periods late', '2026-08-30', '2026-11-03', '2026-11-30'],
    ['a second time within one period', '2026-11-30', '2026-10-29', '2026-11-30'],
  ])('asks again after feedback that came %s', (_how, due, cameOn, next) => {
    expect(nextFeedbackDue(monthly30, due, cameOn)).toBe(next);
  });

  it('never asks again for a day that has passed, and never moves back', () => {
    const cycles = fc.oneof(
      fc.record({ kind: fc.constant('weekly' as const), day: fc.integer({ min: 1, max: 7 }) }),
      fc.record({
        kind: fc.constantFrom('monthly' as const, 'quarterly' as const, 'halfYearly' as const),
        day: fc.integer({ min: 1, max: 31 }),
      }),
    );
    const offsets = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 });
    fc.assert(
      fc.property(cycles, offsets, (cycle, gaps) => {
        let day = '2026-01-01';
        let due = feedbackDueFrom(cycle, day);
        for (const gap of gaps) {
          day = addDays(day, gap);
          const next = nextFeedbackDue(cycle, due, day);
          expect(next! >= day).toBe(true);
          expect(next! >= due!).toBe(true);
          due = next;
        }
      }),
    );
  });
});
