import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOfFigures } from '#shared/rules/fire-figures/figures.ts';
import { excessOf, leftOver } from '#shared/rules/fire-figures/parts.ts';

const count = fc.integer({ min: 0, max: 1_000 });
const figures = fc.record({ fires: count, deaths: count, injuries: count, loss: count });
const parts = fc.array(
  figures.map((each) => ({ wordUid: '', ...each })),
  { maxLength: 8 },
);

describe('figures parted by trade and cause', () => {
  it('and what is left over are the whole together', () => {
    fc.assert(
      fc.property(figures, parts, (whole, given) => {
        expect(sumOfFigures([...given, leftOver(whole, given)])).toEqual(whole);
      }),
    );
  });

  it('are more than the whole exactly where less than nothing is left over', () => {
    fc.assert(
      fc.property(figures, parts, (whole, cause) => {
        const isOver = Object.values(leftOver(whole, cause)).some((rest) => rest < 0);
        expect(excessOf(whole, { trade: [], cause }) !== null).toBe(isOver);
      }),
    );
  });

  it('say in words what is too much, money in 万元', () => {
    const whole = { fires: 3, deaths: 0, injuries: 0, loss: 10_000_000 };
    const cause = [{ wordUid: 'a', fires: 1, deaths: 0, injuries: 0, loss: 12_500_000 }];
    expect(excessOf(whole, { trade: [], cause })).toBe(
      '按起火原因填的直接财产损失合计 12.5 万元，比总数 10 万元 多，请核对。',
    );
  });
});
