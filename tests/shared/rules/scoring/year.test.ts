import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFractions, type Fraction, fractionOf, ZERO } from '#shared/rules/fraction.ts';
import type { TriggeredVeto } from '#shared/rules/scoring/result.ts';
import {
  type PartScore,
  percentText,
  type WeightedPart,
  weightProblem,
  type YearFrame,
  type YearSettings,
  yearScore,
} from '#shared/rules/scoring/year.ts';
import { aRule, points, someSettings } from '#tests/support/builders/scheme.ts';

const usual: YearSettings = { missing: 'open', bonus: 'weighted', veto: 'year' };
const frame: YearFrame = { full: points(100), negativeTotals: false, settings: someSettings() };

function scored(base: number, given: Partial<PartScore> = {}): PartScore {
  const exact = fractionOf(points(base));
  const bonus = given.bonus ?? ZERO;
  return {
    base: exact,
    bonus,
    vetoed: { base: exact, bonus },
    vetoes: [],
    full: points(100),
    complete: true,
    ...given,
  };
}

function part(percent: number, score: PartScore | null): WeightedPart {
  return { weight: percent * 1000, score };
}

const shown = (value: Fraction | null) => (value === null ? null : value.valueOf() / 1000);
const total = (parts: WeightedPart[], settings: Partial<YearSettings> = {}, of: Partial<YearFrame> = {}) =>
  shown(yearScore(parts, { ...usual, ...settings }, { ...frame, ...of }).total);

const zero: TriggeredVeto = { rule: aRule('veto', { effect: 'zeroTotal' }), count: 1 };
const lowest: TriggeredVeto = { rule: aRule('veto', { effect: 'lowestGrade' }), count: 1 };
const minus20: TriggeredVeto = {
  rule: aRule('veto', { effect: 'deductAndLimit', points: 20_000, bestGrade: 1 }),
  count: 1,
};

describe('a year made of weighted parts', () => {
  it('is their weighted mean', () => {
    expect(total([part(60, scored(90)), part(40, scored(80))])).toBe(86);
  });

  it('takes parts by the share of their own full points', () => {
    expect(total([part(50, scored(24, { full: points(30) })), part(50, scored(90))])).toBe(85);
  });

  it('is exact: three thirds of a third are a whole', () => {
    const third = { ...scored(0), base: fractionOf(100_000, 3) };
    const result = yearScore([part(50, third), part(50, third)], usual, frame);
    expect(result.total?.equals(fractionOf(100_000, 3))).toBe(true);
  });

  it('has no total where an object has no score in a part, or gives its weight to the others', () => {
    const parts = [part(25, null), part(75, scored(80))];
    expect(total(parts)).toBeNull();
    expect(total(parts, { missing: 'rescale' })).toBe(80);
    expect(total([part(100, null)], { missing: 'rescale' })).toBeNull();
  });

  it('counts bonus points with their weight, in full, or not at all, and converts without them', () => {
    const parts = [part(50, scored(90, { bonus: fractionOf(4000) })), part(50, scored(80))];
    expect(total(parts)).toBe(87);
    expect(total(parts, { bonus: 'apart' })).toBe(89);
    expect(total(parts, { bonus: 'none' })).toBe(85);
    const settings = someSettings({ convertTo: points(30), bonusCap: points(1) });
    expect(total(parts, { bonus: 'apart' }, { settings })).toBe(86);
    expect(shown(yearScore(parts, usual, { ...frame, settings }).converted)).toBe(25.5);
  });

  it('lets a veto of a part hold for the year: the strictest of all of them wins', () => {
    const parts = [part(50, scored(95, { vetoes: [minus20] })), part(50, scored(95, { vetoes: [lowest] }))];
    const result = yearScore(parts, usual, frame);
    expect([shown(result.total), result.veto.effect, result.veto.gradeCeiling]).toEqual([
      75,
      'lowestGrade',
      3,
    ]);
    expect(total([...parts, part(0, scored(95, { vetoes: [zero] }))])).toBe(0);
  });

  it('or leaves it to its part, with what it took there', () => {
    const vetoed = { base: ZERO, bonus: ZERO };
    const parts = [part(50, scored(95, { vetoes: [zero], vetoed })), part(50, scored(95))];
    const result = yearScore(parts, { ...usual, veto: 'part' }, frame);
    expect([shown(result.total), result.veto.effect]).toEqual([47.5, null]);
  });

  it('is incomplete while one of its parts is', () => {
    expect(yearScore([part(100, scored(80, { complete: false }))], usual, frame).complete).toBe(false);
  });
});

const someParts = fc
  .array(fc.record({ cut: fc.integer({ min: 1, max: 1000 }), base: fc.integer({ min: 0, max: 100_000 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((given): WeightedPart[] => {
    const sum = given.reduce((all, { cut }) => all + cut, 0);
    const weights = given.map(({ cut }) => Math.floor((cut * 100_000) / sum));
    const rest = 100_000 - weights.reduce((all, weight) => all + weight, 0);
    return given.map(({ base }, place) => ({
      weight: weights[place]! + (place === 0 ? rest : 0),
      score: scored(base / 1000),
    }));
  });

describe('the total of a year', () => {
  it('does not depend on the order of its parts', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const there = yearScore(parts, usual, frame).total;
        const back = yearScore(parts.toReversed(), usual, frame).total;
        expect(there !== null && back !== null && there.equals(back)).toBe(true);
      }),
    );
  });

  it('lies between its worst and its best part, and is each of them where they are all alike', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const result = yearScore(parts, usual, frame).total!;
        const values = parts.map(({ score }) => score!.base).toSorted(compareFractions);
        expect(compareFractions(values[0]!, result)).toBeLessThanOrEqual(0);
        expect(compareFractions(result, values.at(-1)!)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is never raised by one more veto, in whatever part and order', () => {
    const vetoes = fc.array(fc.constantFrom(zero, lowest, minus20), { maxLength: 4 });
    const modes = fc.constantFrom('year' as const, 'part' as const);
    fc.assert(
      fc.property(
        someParts,
        vetoes,
        fc.constantFrom(zero, lowest, minus20),
        modes,
        (parts, own, more, veto) => {
          const withVetoes = (cases: TriggeredVeto[]) =>
            parts.map((one, place) =>
              place === 0 ? { ...one, score: { ...one.score!, vetoes: cases } } : one,
            );
          const settings = { ...usual, veto };
          const before = yearScore(withVetoes(own), settings, frame);
          const after = yearScore(withVetoes([more, ...own]), settings, frame);
          expect(compareFractions(after.total!, before.total!)).toBeLessThanOrEqual(0);
          expect(after.veto.gradeCeiling).toBeGreaterThanOrEqual(before.veto.gradeCeiling);
        },
      ),
    );
  });
});

describe('weights', () => {
  it('have to sum up to a hundred percent, and what is missing or too much is said', () => {
    expect(weightProblem([25_000, 25_000, 25_000, 25_000])).toBeNull();
    expect(weightProblem([33_333, 33_333, 33_334])).toBeNull();
    expect(weightProblem([60_000, 30_000])).toBe('权重合计 90%，还差 10%，请改到正好 100%');
    expect(weightProblem([60_000, 42_500])).toBe('权重合计 102.5%，多出 2.5%，请改到正好 100%');
    expect(percentText(12_500)).toBe('12.5%');
  });
});
