import { describe, expect, it } from 'vitest';
import { earlierPeriods } from '#shared/rules/assessment/analysis/earlier-periods.ts';
import { movementOf, placesWord } from '#shared/rules/assessment/analysis/movement.ts';

const quarter = (code: string, firstDay: string, lastDay: string) => ({
  code,
  kind: 'quarter' as const,
  firstDay,
  lastDay,
});
const known = [
  quarter('2025Q3', '2025-07-01', '2025-09-30'),
  quarter('2026Q1', '2026-01-01', '2026-03-31'),
  quarter('2026Q2', '2026-04-01', '2026-06-30'),
  quarter('2026Q3', '2026-07-01', '2026-09-30'),
  quarter('2026Q4', '2026-10-01', '2026-12-31'),
  { code: '2025Y', kind: 'year' as const, firstDay: '2025-01-01', lastDay: '2025-12-31' },
  { code: '2026S1', kind: 'spotCheck' as const, firstDay: '2026-05-01', lastDay: '2026-05-01' },
];

describe('what a period is compared with', () => {
  const codes = (period: (typeof known)[number]) => {
    const { previous, lastYear } = earlierPeriods(period, known);
    return [previous?.code ?? null, lastYear?.code ?? null];
  };

  it('is the last period of its kind and the one of the same name a year before', () => {
    expect(codes(quarter('2026Q3', '2026-07-01', '2026-09-30'))).toEqual(['2026Q2', '2025Q3']);
    expect(codes(quarter('2026Q2', '2026-04-01', '2026-06-30'))).toEqual(['2026Q1', null]);
    expect(codes(quarter('2025Q3', '2025-07-01', '2025-09-30'))).toEqual([null, null]);
  });

  it('is for a year and a spot check only the last one', () => {
    expect(
      codes({ code: '2026Y', kind: 'year' as const, firstDay: '2026-01-01', lastDay: '2026-12-31' }),
    ).toEqual(['2025Y', null]);
    expect(
      codes({ code: '2026S2', kind: 'spotCheck' as const, firstDay: '2026-08-01', lastDay: '2026-08-01' }),
    ).toEqual(['2026S1', null]);
  });

  it('is named once where the last period is that of a year ago', () => {
    const only = known.slice(0, 1);
    expect(earlierPeriods(quarter('2026Q3', '2026-07-01', '2026-09-30'), only)).toEqual({
      previous: only[0],
      lastYear: null,
    });
  });
});

describe('the change of an object', () => {
  it('is places won and points won', () => {
    expect(movementOf({ total: 95_000, rank: 2 }, { total: 90_500, rank: 5 }, true)).toEqual({
      places: 3,
      points: 4_500,
    });
  });

  it('says nothing of points where the full points differ, nor of ranks where there was none', () => {
    expect(movementOf({ total: 95_000, rank: 2 }, { total: null, rank: null }, false)).toEqual({
      places: null,
      points: null,
    });
  });

  it('is told in words', () => {
    expect([3, 0, -1, null].map(placesWord)).toEqual(['上升3名', '名次持平', '下降1名', '']);
  });
});
