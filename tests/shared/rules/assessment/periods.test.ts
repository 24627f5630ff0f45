import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import type { PeriodKind } from '#shared/contract/assessment.ts';
import { nextPeriod } from '#shared/rules/assessment/next-period.ts';
import { codeName, periodCode } from '#shared/rules/assessment/period-code.ts';

describe('period codes', () => {
  it('follow from the first day, and number the spot checks of a year', () => {
    expect(periodCode('quarter', '2026-07-01', [])).toBe('2026Q3');
    expect(periodCode('halfYear', '2026-07-01', [])).toBe('2026H2');
    expect(periodCode('year', '2026-01-01', [])).toBe('2026Y');
    expect(periodCode('spotCheck', '2026-05-04', ['2026S1', '2026S9', '2025S30', '2026Y'])).toBe('2026S10');
  });

  it('have Chinese names', () => {
    expect(['2026Q3', '2026H1', '2026Y', '2026S2'].map(codeName)).toEqual([
      '2026年第三季度',
      '2026年上半年',
      '2026年度',
      '2026年第2次抽查',
    ]);
  });
});

describe('the next period', () => {
  it('is the one of today where there is none of its kind', () => {
    expect(nextPeriod('quarter', [], '2026-11-23')).toEqual({
      title: '2026年第四季度消防工作考核',
      firstDay: '2026-10-01',
      lastDay: '2026-12-31',
    });
  });

  it('follows the last one of its kind, over the end of the year, whatever today is', () => {
    const known = [
      { kind: 'quarter' as const, code: '2026Q4', lastDay: '2026-12-31' },
      { kind: 'quarter' as const, code: '2026Q3', lastDay: '2026-09-30' },
      { kind: 'year' as const, code: '2030Y', lastDay: '2030-12-31' },
    ];
    expect(nextPeriod('quarter', known, '2026-11-23')).toMatchObject({
      firstDay: '2027-01-01',
      lastDay: '2027-03-31',
    });
  });

  it('always begins the day after the one before, for every regular kind', () => {
    const kinds = fc.constantFrom<PeriodKind>('quarter', 'halfYear', 'year');
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count));
    fc.assert(
      fc.property(kinds, days, (kind, today) => {
        const first = nextPeriod(kind, [], today);
        const second = nextPeriod(kind, [{ kind, code: 'x', lastDay: first.lastDay }], today);
        expect(first.firstDay <= today && today <= first.lastDay).toBe(true);
        expect(second.firstDay).toBe(addDays(first.lastDay, 1));
      }),
    );
  });

  it('is today for a spot check', () => {
    const known = [{ kind: 'spotCheck' as const, code: '2026S1', lastDay: '2026-03-01' }];
    expect(nextPeriod('spotCheck', known, '2026-11-23')).toEqual({
      title: '2026年第2次抽查消防工作考核',
      firstDay: '2026-11-23',
      lastDay: '2026-11-23',
    });
  });
});
