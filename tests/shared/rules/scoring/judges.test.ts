import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFractions, fractionOf, fractionOfText, fractionText } from '#shared/rules/fraction.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import { judgedEntry, judgesDiffer, leftOut, meanOf } from '#shared/rules/scoring/judges.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

const item = anItem(10, []);
const gives = (...values: (number | null)[]) =>
  values.map((value, place) => ({
    name: `评委${place + 1}`,
    entry: value === null ? null : anEntry({ direct: points(value) }),
  }));
const judged = (
  said: ReturnType<typeof gives>,
  way: 'mean' | 'trimmed' = 'mean',
  indicator = item,
): ScoreEntry | null => judgedEntry(indicator, said, { way, inBonusCategory: false });

describe('the scores of several judges', () => {
  it('come to their exact mean, which no rounding has touched', () => {
    const entry = judged(gives(4, 4.1, 4.1));
    expect(entry?.mean).toBe('12200/3');
    expect(scoreIndicator(item, entry, true)).toMatchObject({ status: 'scored', points: 4067, problems: [] });
    expect(scoreIndicator(item, entry, true).score.equals(fractionOf(12_200, 3))).toBe(true);
  });

  it('come to the mean without one highest and one lowest where the scheme says so', () => {
    expect(judged(gives(10, 4, 5, 6, 0), 'trimmed')?.mean).toBe('5000/1');
    expect(judged(gives(6, 6, 6), 'trimmed')?.mean).toBe('6000/1');
  });

  it('come to nothing while one judge has given none: that is no zero', () => {
    expect(judged(gives(4, null, 5))).toBeNull();
    expect(judged(gives(null))).toBeNull();
    expect(judged(gives(4, 0, 5))?.mean).toBe('3000/1');
  });

  it('come to nothing without extremes where there are fewer than three', () => {
    expect(judged(gives(4, 6), 'trimmed')).toBeNull();
    expect(judged(gives(), 'mean')).toBeNull();
  });

  it('are each worked out by the rules first, with the reason of each under the name', () => {
    const indicator = anItem(10, [aRule('each', { id: 'a', points: points(3) })]);
    const said = [
      { name: '张三', entry: anEntry({ inputs: { a: { count: 1 } }, reason: '少一次例会' }) },
      { name: '李四', entry: anEntry({ inputs: { a: { count: 0 } } }) },
    ];
    expect(judged(said, 'mean', indicator)).toMatchObject({ mean: '8500/1', reason: '张三：少一次例会' });
  });

  it('keep the reasons of many judges within what a cell holds', () => {
    const said = Array.from({ length: 8 }, (_, place) => ({
      name: `评委${place}`,
      entry: anEntry({ direct: points(1), reason: '不'.repeat(900) }),
    }));
    expect(judged(said)!.reason).toHaveLength(1_000);
  });

  it('let every veto stand until judges agree, and only the bonus that all have given', () => {
    const indicator = anItem(10, [aRule('bonus', { id: 'b' }), aRule('veto', { id: 'v' })]);
    const [one, other] = [
      anEntry({ direct: 10_000, inputs: { b: { counts: [1, 2] }, v: { count: 1 } } }),
      anEntry({ direct: 10_000, inputs: { b: { counts: [0, 1] } } }),
    ];
    const said = [
      { name: '甲', entry: one },
      { name: '乙', entry: other },
    ];
    expect(judged(said, 'mean', indicator)?.inputs).toEqual({ b: { counts: [0, 1] }, v: { count: 1 } });
    expect(judgesDiffer(indicator, [one, other])).toBe(true);
    expect(judgesDiffer(indicator, [one, one])).toBe(false);
    expect(
      judgesDiffer(indicator, [other, anEntry({ inputs: { b: { counts: [0, 1] }, v: { count: 0 } } })]),
    ).toBe(false);
  });

  it('are written in the cell as their rounded mean', () => {
    expect(entryText(item, judged(gives(4, 4.1, 4.1)))).toBe('4.067');
  });
});

describe('the mean of judges', () => {
  const scores = fc.array(
    fc.tuple(fc.integer({ min: -20_000, max: 100_000 }), fc.integer({ min: 1, max: 97 })),
    { minLength: 3, maxLength: 9 },
  );
  const ways = fc.constantFrom('mean' as const, 'trimmed' as const);

  it('does not depend on the order of the judges', () => {
    fc.assert(
      fc.property(
        scores.chain((given) =>
          fc.tuple(
            fc.constant(given),
            fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
          ),
        ),
        ways,
        ([given, shuffled], way) => {
          const [one, other] = [given, shuffled].map((list) =>
            meanOf(
              list.map(([n, d]) => fractionOf(n, d)),
              way,
            ),
          );
          expect(one!.equals(other!)).toBe(true);
        },
      ),
    );
  });

  it('lies between the lowest and the highest, and without extremes between those that count', () => {
    fc.assert(
      fc.property(scores, ways, (given, way) => {
        const all = given.map(([n, d]) => fractionOf(n, d));
        const left = new Set(leftOut(all, way));
        const counted = all.filter((_, place) => !left.has(place)).toSorted(compareFractions);
        const mean = meanOf(all, way)!;
        expect(compareFractions(mean, counted[0]!)).toBeGreaterThanOrEqual(0);
        expect(compareFractions(mean, counted.at(-1)!)).toBeLessThanOrEqual(0);
        expect(left.size).toBe(way === 'trimmed' ? 2 : 0);
      }),
    );
  });

  it('survives being written down', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const mean = meanOf(
          given.map(([n, d]) => fractionOf(n, d)),
          'mean',
        )!;
        expect(fractionOfText(fractionText(mean)).equals(mean)).toBe(true);
      }),
    );
  });
});
