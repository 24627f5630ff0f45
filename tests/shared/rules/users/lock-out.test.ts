import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockState, withoutJumps } from '#shared/rules/users/lock-out.ts';

const rules = { lockTries: 5, lockMinutes: 10 };
const MINUTE = 60_000;
const five = [0, 1, 2, 3, 4];

describe('locking out', () => {
  it('begins with the fifth wrong try and says when it ends', () => {
    expect(lockState(five.slice(0, 4), rules, 10)).toEqual({ left: 1, until: null });
    expect(lockState(five, rules, 10)).toEqual({ left: 0, until: 4 + 10 * MINUTE });
  });

  it('ends by itself, with as many tries as before', () => {
    expect(lockState(five, rules, 4 + 10 * MINUTE)).toEqual({ left: 5, until: null });
    expect(lockState([...five, 11 * MINUTE], rules, 12 * MINUTE)).toEqual({ left: 4, until: null });
  });

  it('is not prolonged by tries while it lasts', () => {
    expect(lockState([...five, 5 * MINUTE, 6 * MINUTE], rules, 7 * MINUTE).until).toBe(4 + 10 * MINUTE);
  });

  it('never lasts longer than the rule from the last try on, and never leaves no try without an end', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 60 });
    fc.assert(
      fc.property(instants, (unsorted) => {
        const failures = unsorted.toSorted((a, b) => a - b);
        const now = failures.at(-1) ?? 0;
        const { left, until } = lockState(failures, rules, now);
        expect(left === 0).toBe(until !== null);
        if (until !== null) expect(until - now).toBeLessThanOrEqual(10 * MINUTE);
      }),
    );
  });

  it('ends after the same minutes where the clock was set back, and later tries still count', () => {
    const year = 365 * 24 * 60 * MINUTE;
    const before = five.map((at) => at + year);
    const set = 1_000;
    expect(lockState(withoutJumps(before, set), rules, set + MINUTE).until).toBe(set + 10 * MINUTE);
    expect(lockState(withoutJumps(before, set), rules, set + 10 * MINUTE)).toEqual({ left: 5, until: null });
    const across = [...before.slice(0, 3), set, set + 1];
    expect(lockState(withoutJumps(across, set + 1), rules, set + 2).left).toBe(0);
  });

  it('never puts one instant after the next', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (instants, latest) => {
        const ordered = withoutJumps(instants, latest);
        expect(ordered).toEqual(ordered.toSorted((one, other) => one - other));
        expect(ordered.every((at, index) => at <= latest && at <= instants[index]!)).toBe(true);
      }),
    );
  });
});
