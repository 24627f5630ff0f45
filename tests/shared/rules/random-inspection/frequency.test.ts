import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Frequency,
  frequencyKinds,
  frequencyProblem,
  frequencyText,
  monthlyNumbers,
  planShortfall,
  requiredOf,
} from '#shared/rules/random-inspection/frequency.ts';

const frequencies: fc.Arbitrary<Frequency> = fc
  .tuple(fc.constantFrom(...frequencyKinds), fc.integer({ min: 1, max: 1_000 }))
  .map(([kind, amount]) => ({ kind, amount: kind === 'everyYears' ? 1 + (amount % 10) : amount }));
const sizes = fc.integer({ min: 0, max: 5_000 });
const firsts = fc.integer({ min: 1, max: 12 });

describe('the required number', () => {
  it('is rounded up, so that the ratio is really met', () => {
    expect(requiredOf({ kind: 'monthlyRatio', amount: 100 }, 101)).toBe(11);
    expect(requiredOf({ kind: 'monthlyRatio', amount: 50 }, 100)).toBe(5);
    expect(requiredOf({ kind: 'everyYears', amount: 3 }, 10)).toBe(4);
    expect(requiredOf({ kind: 'yearlyRatio', amount: 1_000 }, 7)).toBe(7);
  });

  it('of a ratio over 100 % does not exist', () => {
    expect(frequencyProblem({ kind: 'yearlyRatio', amount: 1_001 })).toBe('比例不能超过 100%');
    expect(frequencyProblem({ kind: 'yearlyRatio', amount: 0 })).toBe('比例要大于 0');
    expect(frequencyProblem({ kind: 'everyYears', amount: 0 })).toBe('年数至少是 1');
    fc.assert(fc.property(frequencies, (frequency) => frequencyProblem(frequency) === null));
  });
});

describe('the numbers of the months', () => {
  it('meet every ratio, differ by one at most and begin with the first month', () => {
    fc.assert(
      fc.property(frequencies, sizes, firsts, (frequency, size, first) => {
        const numbers = monthlyNumbers(frequency, size, first);
        const asked = numbers.slice(first - 1);
        expect(numbers).toHaveLength(12);
        expect(numbers.slice(0, first - 1).every((number) => number === 0)).toBe(true);
        expect(Math.max(...asked) - Math.min(...asked)).toBeLessThanOrEqual(1);
        expect(planShortfall(frequency, size, numbers, first)).toBeNull();
        const sum = asked.reduce((total, number) => total + number, 0);
        const required = requiredOf(frequency, size);
        expect(sum).toBe(frequency.kind === 'monthlyRatio' ? required * asked.length : required);
      }),
    );
  });

  it('that a clerk made too small say how many are missing', () => {
    const yearly = { kind: 'everyYears', amount: 2 } as const;
    expect(planShortfall(yearly, 24, [...monthlyNumbers(yearly, 24).slice(0, 11), 0])).toBe(
      '全年应抽 12 个，还差 1 个',
    );
    const monthly = { kind: 'monthlyRatio', amount: 100 } as const;
    expect(planShortfall(monthly, 50, [5, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 0])).toBe('2、12 月不足 5 个');
  });
});

describe('a frequency in words', () => {
  it.each([
    [{ kind: 'monthlyRatio', amount: 100 }, '每月不低于 10%'],
    [{ kind: 'yearlyRatio', amount: 25 }, '每年不低于 2.5%'],
    [{ kind: 'everyYears', amount: 1 }, '每年一次'],
    [{ kind: 'everyYears', amount: 3 }, '每 3 年一次'],
  ] as const)('%j', (frequency, text) => {
    expect(frequencyText(frequency)).toBe(text);
  });
});
