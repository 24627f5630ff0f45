import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

const award = aRule('discretion', { effect: 'award', min: 0, max: points(8) });

function failedWith(count: number) {
  return anEntry({ inputs: { a: { held: true }, b: { count } } });
}

describe('an indicator', () => {
  it('is empty without an entry, which is neither zero nor full marks', () => {
    const scored = scoreIndicator(anItem(5, [aRule('each')]), null, true);
    expect([scored.status, scored.points]).toEqual(['empty', 0]);
  });

  it('gives full marks when an entry says that nothing occurred', () => {
    expect(scoreIndicator(anItem(5, [aRule('each')]), anEntry(), true).points).toBe(points(5));
  });

  it('does not apply when the condition is not met or the clerk says so', () => {
    const full = anItem(5, [], { notApplicable: 'fullMarks' });
    expect(scoreIndicator(full, null, false)).toMatchObject({ status: 'notApplicable', points: points(5) });
    const out = scoreIndicator(anItem(5, []), anEntry({ direct: 3000, notApplicable: true }), true);
    expect(out).toMatchObject({ status: 'notApplicable', points: 0 });
  });

  it('combines earned points with deductions in one cell', () => {
    const item = anItem(2, [aRule('earn', { id: 'signed' }), aRule('each', { id: 'missing', unit: '个' })]);
    const scored = (held: boolean, count: number) =>
      scoreIndicator(item, anEntry({ inputs: { signed: { held }, missing: { count } } }), true).points / 1000;
    expect([scored(true, 0), scored(true, 1), scored(true, 5), scored(false, 0)]).toEqual([2, 1, 0, 0]);
  });

  it('never exceeds its points although more could be earned', () => {
    const item = anItem(3, [aRule('earn', { id: 'a' }), aRule('earn', { id: 'b' })]);
    const entry = anEntry({ inputs: { a: { held: true }, b: { held: true } } });
    expect(scoreIndicator(item, entry, true).points).toBe(points(3));
  });

  it('stops at zero where deductions are larger than the item', () => {
    const rules = [aRule('failed', { id: 'a' }), aRule('discretion', { id: 'b' })];
    const entry = anEntry({ inputs: { a: { held: true }, b: { points: points(6) } }, reason: '装备不达标' });
    expect(scoreIndicator(anItem(6, rules), entry, true).points).toBe(0);
    expect(scoreIndicator(anItem(6, rules, { floor: 'negative' }), entry, true).points).toBe(points(-3));
  });

  it('takes 不得分 to nothing in whatever order the rules stand, and lets the rest carry over', () => {
    const rules = [
      aRule('failed', { id: 'a', points: 'all' }),
      aRule('each', { id: 'b', points: points(3) }),
    ];
    for (const order of [rules, rules.toReversed()]) {
      const item = anItem(5, order, { floor: 'negative' });
      expect(scoreIndicator(item, failedWith(1), true).points).toBe(0);
      expect(scoreIndicator(item, failedWith(2), true).points).toBe(points(-1));
    }
  });

  it('lists deductions whose sum is what was lost', () => {
    const rules = [aRule('failed', { id: 'a', points: 'all' }), aRule('each', { id: 'b' })];
    const entry = anEntry({ inputs: { a: { held: true }, b: { count: 2 } } });
    const { deductions } = scoreIndicator(anItem(5, rules), entry, true);
    expect(deductions.map(({ ruleId, points: taken }) => [ruleId, Number(taken)])).toEqual([
      ['a', 3000],
      ['b', 2000],
    ]);
  });
});

describe('a score typed in place of the rules', () => {
  it('replaces them but leaves bonus and veto', () => {
    const item = anItem(5, [
      aRule('failed', { id: 'a' }),
      aRule('bonus', { id: 'b' }),
      aRule('veto', { id: 'c' }),
    ]);
    const inputs = { a: { held: true }, b: { counts: [1] }, c: { count: 1 } };
    const scored = scoreIndicator(item, anEntry({ direct: points(4.5), inputs }), true);
    expect(scored).toMatchObject({ points: points(4.5), bonus: points(3), vetoes: [{ count: 1 }] });
    expect(scored.deductions.map(({ text }) => text)).toEqual(['扣0.5分']);
  });

  it.each([
    ['above the item', 6, points(5)],
    ['below zero', -1, 0],
  ])('is bounded and reported when it lies %s', (_, direct, bounded) => {
    const scored = scoreIndicator(anItem(5, [aRule('each')]), anEntry({ direct: points(direct) }), true);
    expect(scored).toMatchObject({
      points: bounded,
      problems: [{ code: 'directOutOfRange', ruleId: null }],
    });
  });

  it('may lie below zero where the item carries over', () => {
    const item = anItem(5, [aRule('each')], { floor: 'negative' });
    const scored = scoreIndicator(item, anEntry({ direct: points(-2) }), true);
    expect(scored).toMatchObject({ points: points(-2), problems: [] });
  });

  it.each([
    ['below full without any rule', [], 4, true],
    ['full without any rule', [], 8, false],
    ['below full beside a discretion', [aRule('discretion')], 4, true],
    ['below full beside plain rules only', [aRule('each')], 4, false],
    ['below full beside only a bonus', [aRule('bonus')], 4, true],
    ['any for points given at discretion', [award], 8, true],
  ])('%s: whether a reason is asked for', (_, rules, direct, asked) => {
    const item = anItem(8, rules);
    const codes = (reason: string) =>
      scoreIndicator(item, anEntry({ direct: points(direct), reason }), true).problems.map(
        ({ code }) => code,
      );
    expect(codes(' ')).toEqual(asked ? ['reasonMissing'] : []);
    expect(codes('现场核查')).toEqual([]);
  });
});

describe('in a bonus category', () => {
  it('nothing is there before it is earned', () => {
    const bonusItem = anItem(3, [aRule('bonus')]);
    const scored = scoreIndicator(bonusItem, anEntry({ inputs: { rule: { counts: [1] } } }), true, true);
    expect([scored.points, scored.bonus]).toEqual([0, points(3)]);
    expect(scoreIndicator(anItem(3, []), anEntry(), true, true).points).toBe(0);
  });

  it('nothing is granted for what does not apply', () => {
    const item = anItem(3, [], { notApplicable: 'fullMarks' });
    expect(scoreIndicator(item, null, false, true).points).toBe(0);
  });
});

describe('invariants of one cell', () => {
  const item = anItem(20, [
    aRule('each', { id: 'each', cap: points(9) }),
    aRule('growing', { id: 'growing' }),
    aRule('belowMinimum', { id: 'minimum', minimum: '5', points: points(1) }),
    aRule('rate', { id: 'rate' }),
  ]);
  const inputs = fc.record({
    each: fc.record({ count: fc.nat(20) }),
    growing: fc.record({ count: fc.nat(5) }),
    minimum: fc.record({ value: fc.nat(8).map(String) }),
    rate: fc.record({ numerator: fc.nat(100).map(String), denominator: fc.constantFrom('100', '97', '130') }),
  });

  it('stays within zero and the full points', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const scored = scoreIndicator(item, anEntry({ inputs: given }), true);
        expect(scored.points).toBeGreaterThanOrEqual(0);
        expect(scored.points).toBeLessThanOrEqual(item.maxPoints);
      }),
    );
  });

  it('never rises when one more thing goes wrong', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom('each', 'growing'), (given, rule) => {
        const worse = { ...given, [rule]: { count: given[rule === 'each' ? 'each' : 'growing'].count + 1 } };
        const before = scoreIndicator(item, anEntry({ inputs: given }), true).score;
        expect(scoreIndicator(item, anEntry({ inputs: worse }), true).score.lte(before)).toBe(true);
      }),
    );
  });
});
