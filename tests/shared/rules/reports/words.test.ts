import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUp, type Measure, valueIn } from '#shared/rules/reports/measure.ts';
import { changeText, differenceText, valueText } from '#shared/rules/reports/words.ts';

const rate: Measure = { key: 'rate', name: '整改率', unit: '%', kind: 'share', part: 'done', whole: 'all' };

const count = { unit: '处', places: 0 };
const share = { unit: '%', places: 2 };

describe('a number of a report', () => {
  it('is a dash where there is nothing to tell, never a 0', () => {
    expect(valueIn(rate, {})).toBeNull();
    expect(valueText(null, share)).toBe('—');
    expect(differenceText(3, null, count)).toBe('—');
    expect(changeText(3, null, count)).toBe('—');
    expect(changeText(3, 0, count)).toBe('—');
  });

  it('says how much more it is, and in per cent of what it was', () => {
    expect([differenceText(15, 12, count), changeText(15, 12, count)]).toEqual(['+3', '+25%']);
    expect([differenceText(9, 12, count), changeText(9, 12, count)]).toEqual(['-3', '-25%']);
    expect([differenceText(12, 12, count), changeText(12, 12, count)]).toEqual(['0', '0%']);
  });

  it('of a share differs in points of per cent and has no per cent of per cent', () => {
    expect(valueText(75 / 102, share)).toBe('73.53%');
    expect(differenceText(0.8, 0.75, share)).toBe('+5个百分点');
    expect(changeText(0.8, 0.75, share)).toBe('—');
  });

  it('is rounded as by hand, without what binary fractions leave over', () => {
    expect(valueText(0.1 + 0.2, { unit: '万元', places: 4 })).toBe('0.3');
    expect(valueText(0.50825, share)).toBe('50.83%');
  });
});

describe('a total', () => {
  const row = fc.nat(50).chain((all) => fc.record({ all: fc.constant(all), done: fc.nat(all) }));

  it('takes a share of everything, which lies between the least and the greatest of its rows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const total = valueIn(rate, addUp(rows));
        const shares = rows.flatMap((each) => valueIn(rate, each) ?? []);
        expect(total === null).toBe(shares.length === 0);
        if (total === null) return;
        expect(total).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(total).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      }),
    );
  });
});
