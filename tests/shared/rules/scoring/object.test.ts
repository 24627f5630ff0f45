import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameFraction, roundHalfUp, sumFractions } from '#shared/rules/fraction.ts';
import type { ScoredScheme, ScoreEntry } from '#shared/rules/scoring/model.ts';
import { scoreObject } from '#shared/rules/scoring/object.ts';
import { aCategory, anEntry, anItem, aRule, aScheme, points } from '#tests/support/builders/scheme.ts';

const NONE: ReadonlySet<string> = new Set();
const BOTH = [aCategory(), aCategory({ uid: 'extra', bonus: true })];

function scoreOf(scheme: ScoredScheme, entries: Record<string, ScoreEntry>, inapplicable = NONE) {
  return scoreObject(scheme, new Map(Object.entries(entries)), inapplicable);
}

function direct(value: number): ScoreEntry {
  return anEntry({ direct: points(value), reason: '现场核查' });
}

function item(uid: string, max: number, given: Parameters<typeof anItem>[2] = {}) {
  return anItem(max, [], { uid, ...given });
}

const schemeWithout = (notApplicable: 'fullMarks' | 'rescale') =>
  aScheme([item('a', 30, { notApplicable }), item('b', 70)]);

const schemeWithBonus = (bonusCap: number | null, convertTo: number | null = null) =>
  aScheme([anItem(100, [aRule('bonus')], { uid: 'a' }), item('x', 10, { categoryUid: 'extra' })], {
    categories: BOTH,
    settings: { bonusCap, convertTo },
  });

describe('the score of an object', () => {
  it('adds up its categories', () => {
    const scheme = aScheme([item('a', 40), item('b', 20), item('c', 40, { categoryUid: 'second' })], {
      categories: [aCategory(), aCategory({ uid: 'second' })],
    });
    const scored = scoreOf(scheme, { a: direct(30.25), b: direct(20), c: direct(38.5) });
    expect(scored.categories.map(({ uid, points: part }) => [uid, part])).toEqual([
      ['category', 50_250],
      ['second', 38_500],
    ]);
    expect(scored).toMatchObject({ totalPoints: 88_750, complete: true, empty: 0 });
  });

  it('is incomplete while an item is 未评, which adds nothing', () => {
    const scored = scoreOf(aScheme([item('a', 40), item('b', 60)]), { a: direct(40) });
    expect(scored).toMatchObject({ totalPoints: points(40), complete: false, empty: 1 });
  });

  it('carries what one item lacks over to the whole where the scheme says so', () => {
    const scheme = aScheme([
      anItem(20, [aRule('each', { points: points(20) })], { uid: 'a', floor: 'negative' }),
      item('b', 80),
    ]);
    const scored = scoreOf(scheme, { a: anEntry({ inputs: { rule: { count: 3 } } }), b: direct(80) });
    expect(scored.totalPoints).toBe(points(40));
  });

  it('has no total when everything is taken out', () => {
    const scored = scoreOf(aScheme([item('a', 40)]), {}, new Set(['a']));
    expect(scored).toMatchObject({ total: null, totalPoints: null, complete: true });
  });
});

describe('items that do not apply', () => {
  it('count in full where the scheme gives full marks', () => {
    expect(scoreOf(schemeWithout('fullMarks'), { b: direct(35) }, new Set(['a'])).totalPoints).toBe(
      points(65),
    );
  });

  it('are taken out and the rest is rescaled to the full points', () => {
    const scored = scoreOf(schemeWithout('rescale'), { b: direct(20) }, new Set(['a']));
    expect(scored.total?.toFraction()).toBe('200000/7');
    expect(scored.totalPoints).toBe(28_571);
    expect(scored.categories[0]?.points).toBe(points(20));
  });

  it('give full points whichever are taken out when the rest has full marks', () => {
    const parts = fc.array(fc.record({ max: fc.integer({ min: 1, max: 30 }), out: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(parts, (given) => {
        const indicators = given.map(({ max }, place) => item(String(place), max));
        const out = new Set(given.flatMap((part, place) => (part.out ? [String(place)] : [])));
        const entries = Object.fromEntries(given.map(({ max }, place) => [String(place), direct(max)]));
        const scored = scoreOf(aScheme(indicators), entries, out);
        const full = given.reduce((sum, { max }) => sum + points(max), 0);
        expect(scored.totalPoints).toBe(out.size === given.length ? null : full);
      }),
    );
  });
});

describe('bonus', () => {
  const entries = {
    a: anEntry({ direct: points(90), inputs: { rule: { counts: [1, 1] } }, reason: '现场核查' }),
    x: direct(6),
  };

  it('of rules and of bonus categories comes on top of the total', () => {
    const scored = scoreOf(schemeWithBonus(null), entries);
    expect(scored).toMatchObject({ bonusPoints: points(10), totalPoints: points(100) });
    expect(scored.categories.map(({ points: part }) => part)).toEqual([points(90), points(6)]);
  });

  it('stops at the cap of the scheme', () => {
    expect(scoreOf(schemeWithBonus(points(5)), entries)).toMatchObject({
      bonusPoints: 5000,
      totalPoints: 95_000,
    });
  });

  it('is not converted with the total', () => {
    expect(scoreOf(schemeWithBonus(null, points(30)), entries)).toMatchObject({
      convertedPoints: points(27),
      totalPoints: points(100),
    });
  });
});

describe('vetoes', () => {
  const rules = [
    aRule('veto', { id: 'zero', effect: 'zeroTotal' }),
    aRule('veto', { id: 'lowest', effect: 'lowestGrade' }),
    aRule('veto', { id: 'deaths', effect: 'deductAndLimit', points: points(20), bestGrade: 1 }),
    aRule('veto', { id: 'injured', effect: 'deductAndLimit', points: points(5), bestGrade: 2 }),
  ];
  const scheme = aScheme([anItem(100, rules, { uid: 'a' })], { settings: { convertTo: points(30) } });
  const vetoed = (counts: Record<string, number>, score = 95) =>
    scoreOf(scheme, {
      a: anEntry({
        direct: points(score),
        inputs: Object.fromEntries(Object.entries(counts).map(([id, count]) => [id, { count }])),
      }),
    });

  it('take 20 points for each grave fire and bar 优秀', () => {
    const scored = vetoed({ deaths: 2 });
    expect(scored).toMatchObject({ totalPoints: points(55), convertedPoints: points(16.5) });
    expect(scored.veto).toMatchObject({ effect: 'deductAndLimit', gradeCeiling: 1, deducted: points(40) });
  });

  it('add up, and the strictest limit holds', () => {
    expect(vetoed({ deaths: 1, injured: 1 })).toMatchObject({
      totalPoints: points(70),
      veto: { gradeCeiling: 2 },
    });
  });

  it('leave the total and give the lowest grade', () => {
    expect(vetoed({ lowest: 1 })).toMatchObject({ totalPoints: points(95), veto: { gradeCeiling: 3 } });
  });

  it('never let a graver event raise the total', () => {
    expect(vetoed({ lowest: 1, deaths: 1 })).toMatchObject({
      totalPoints: points(75),
      veto: { effect: 'lowestGrade', gradeCeiling: 3 },
    });
  });

  it('take the whole total, converted or not, when the strictest applies', () => {
    expect(vetoed({ zero: 1, lowest: 1, deaths: 1 })).toMatchObject({
      totalPoints: 0,
      convertedPoints: 0,
      veto: { effect: 'zeroTotal', gradeCeiling: 3 },
    });
  });

  it('do not lift a total that is below zero', () => {
    const negative = aScheme([anItem(100, rules, { uid: 'a', floor: 'negative' })]);
    const entry = anEntry({ direct: points(-10), inputs: { zero: { count: 1 } } });
    expect(scoreOf(negative, { a: entry }).totalPoints).toBe(points(-10));
  });

  it('stop at zero unless the scheme knows totals below zero', () => {
    expect(vetoed({ deaths: 1 }, 10).totalPoints).toBe(0);
    const negative = aScheme([anItem(100, rules, { uid: 'a', floor: 'negative' })]);
    const entry = anEntry({ direct: points(10), inputs: { deaths: { count: 1 } } });
    expect(scoreOf(negative, { a: entry }).totalPoints).toBe(points(-10));
  });
});

describe('rounding', () => {
  it('happens once: three thirds make a whole', () => {
    const rate = aRule('rate', { target: '100', points: points(0.01) });
    const indicators = ['a', 'b', 'c'].map((uid) => anItem(10, [rate], { uid }));
    const entry = anEntry({ inputs: { rule: { numerator: '2', denominator: '3' } } });
    const scored = scoreOf(aScheme(indicators), { a: entry, b: entry, c: entry });
    expect(scored.indicators.get('a')?.points).toBe(9667);
    expect(scored.totalPoints).toBe(29_000);
  });

  it('leaves the exact total equal to the sum of the exact parts', () => {
    const rate = aRule('rate', { target: '100', points: points(0.05) });
    const indicators = ['a', 'b', 'c', 'd'].map((uid) => anItem(10, [rate], { uid }));
    const quotient = fc.tuple(fc.nat(50), fc.integer({ min: 51, max: 99 }));
    fc.assert(
      fc.property(fc.array(quotient, { minLength: 4, maxLength: 4 }), (quotients) => {
        const entries = Object.fromEntries(
          quotients.map(([numerator, denominator], place) => [
            indicators[place]!.uid,
            anEntry({ inputs: { rule: { numerator: String(numerator), denominator: String(denominator) } } }),
          ]),
        );
        const scored = scoreOf(aScheme(indicators), entries);
        const sum = sumFractions([...scored.indicators.values()].map(({ score }) => score));
        expect(isSameFraction(scored.total!, sum)).toBe(true);
        expect(scored.totalPoints).toBe(roundHalfUp(sum));
      }),
    );
  });
});
