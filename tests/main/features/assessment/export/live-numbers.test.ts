import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf, roundHalfUp } from '#shared/rules/fraction.ts';
import { exactNumber, roundedNumber } from '#main/features/assessment/export/live-numbers.ts';
import { rankNumbers } from '#main/features/assessment/export/rank-numbers.ts';

describe('a score in its cell', () => {
  it('is a number where it is a thousandth of a point', () => {
    expect(exactNumber(fractionOf(6250))).toBe(6.25);
    expect(exactNumber(fractionOf(-1))).toBe(-0.001);
  });

  it('is the exact fraction as a formula where it is none', () => {
    expect(exactNumber(fractionOf(17_000, 3))).toEqual({ formula: '17/3', result: 17 / 3 });
    expect(exactNumber(fractionOf(-1, 2))).toEqual({ formula: '-1/2000', result: -0.0005 });
  });
});

describe('a rounded result', () => {
  it('is a live formula that carries what the program worked out', () => {
    expect(roundedNumber('SUM(G5:G9)', fractionOf(89_950))).toEqual({
      content: { formula: 'ROUND(SUM(G5:G9),3)', result: 89.95 },
    });
  });

  it('keeps a half thousandth through the calculation', () => {
    expect(roundedNumber('G5*100/80', fractionOf(77_502_500, 1000)).content).toEqual({
      formula: 'ROUND(ROUND(G5*100/80,10),3)',
      result: 77.503,
    });
  });

  it('is a plain number with a note where a spreadsheet may fall on the other side of the half', () => {
    const nearly = fractionOf(10n ** 12n * 77_502n + 10n ** 12n / 2n - 1n, 10n ** 12n);
    const { content, note } = roundedNumber('SUM(G5:G9)', nearly);
    expect(content).toBe(77.502);
    expect(note).toContain('四舍五入');
  });

  it('always carries the program’s own rounding', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt(1n, 10n ** 7n), (n, d) => {
        const exact = fractionOf(n, d);
        const { content } = roundedNumber('A1', exact);
        const carried = typeof content === 'number' ? content : content.result;
        expect(carried).toBe(roundHalfUp(exact) / 1000);
      }),
    );
  });
});

describe('ranks over rounded totals', () => {
  const place = { firstRow: 5, totalColumn: 6, rankColumn: 1 };
  const totals = [
    { total: 90_000, rank: 1 },
    { total: 90_000, rank: 1 },
    { total: 80_000, rank: 3 },
  ];

  it('skip after a tie, or count on, as the scheme says', () => {
    expect(rankNumbers(totals, 'skip', place).map(({ content }) => content)).toEqual([
      { formula: 'ROUND(RANK(F5,$F$5:$F$7,0),3)', result: 1 },
      { formula: 'ROUND(RANK(F6,$F$5:$F$7,0),3)', result: 1 },
      { formula: 'ROUND(RANK(F7,$F$5:$F$7,0),3)', result: 3 },
    ]);
    const dense = totals.map(({ total, rank }) => ({ total, rank: Math.min(rank, 2) }));
    expect(rankNumbers(dense, 'dense', place)[2]!.content).toEqual({
      formula: 'ROUND(SUMPRODUCT(($F$5:$F$7>F7)/COUNTIF($F$5:$F$7,$F$5:$F$7))+1,3)',
      result: 2,
    });
  });

  it('give the program’s rank as a number with a note where only the exact totals tell two objects apart', () => {
    const apart = [
      { total: 90_000, rank: 1 },
      { total: 90_000, rank: 2 },
      { total: 80_000, rank: 3 },
    ];
    const [first, second, third] = rankNumbers(apart, 'skip', place);
    expect(first!.content).toMatchObject({ result: 1 });
    expect(second).toEqual({ content: 2, note: expect.stringContaining('未四舍五入') });
    expect(third!.content).toMatchObject({ result: 3 });
  });

  it('follow the row above where a group is too large to compare each with each', () => {
    const many = Array.from({ length: 400 }, (_, index) => ({ total: 400 - index, rank: index + 1 }));
    const ranks = rankNumbers(many, 'dense', place);
    expect(ranks[0]!.content).toEqual({ formula: 'ROUND(1,3)', result: 1 });
    expect(ranks[1]!.content).toEqual({ formula: 'ROUND(A5+IF(F6<F5,1,0),3)', result: 2 });
  });
});
