import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareFractions,
  fractionOf,
  fractionOfDecimal,
  isSameFraction,
  roundHalfUp,
  sumFractions,
} from '#shared/rules/fraction.ts';

const fraction = fc
  .tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 999 }))
  .map(([numerator, denominator]) => fractionOf(numerator, denominator));

describe('exact fractions', () => {
  it('keep 0.19 exactly', () => {
    expect(isSameFraction(fractionOfDecimal('0.19'), fractionOf(19, 100))).toBe(true);
    expect(isSameFraction(fractionOfDecimal('-12.5'), fractionOf(-25, 2))).toBe(true);
  });

  it.each([
    [1, 2, 1],
    [-1, 2, -1],
    [3, 2, 2],
    [-5, 2, -3],
    [1, 3, 0],
    [2, 3, 1],
    [-1, 3, 0],
    [0, 1, 0],
  ])('round %i/%i by magnitude to %i, the half away from zero', (numerator, denominator, expected) => {
    expect(roundHalfUp(fractionOf(numerator, denominator)) + 0).toBe(expected);
  });

  it('sum to the same value whatever the order and however many are integers', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fraction,
            fc.integer().map((value) => fractionOf(value)),
          ),
        ),
        (values) => {
          const oneByOne = values.reduce((sum, value) => sum.add(value), fractionOf(0));
          expect(isSameFraction(sumFractions(values), oneByOne)).toBe(true);
          expect(isSameFraction(sumFractions(values.toReversed()), oneByOne)).toBe(true);
        },
      ),
    );
  });

  it('compare like the difference of their values', () => {
    fc.assert(
      fc.property(fraction, fraction, (left, right) => {
        expect(compareFractions(left, right)).toBe(left.sub(right).compare(0));
        expect(isSameFraction(left, right)).toBe(left.equals(right));
      }),
    );
  });
});
