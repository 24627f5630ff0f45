import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionOf, roundHalfUp } from '#shared/rules/fraction.ts';
import { gradeOf } from '#shared/rules/scoring/grade.ts';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import type { RankedObject, Standing } from '#shared/rules/scoring/rank.ts';
import { rankGroup } from '#shared/rules/scoring/rank.ts';
import { points, someSettings } from '#tests/support/builders/scheme.ts';

function ranked(uid: string, total: number | null, given: Partial<RankedObject> = {}): RankedObject {
  const exact = total === null ? null : fractionOf(points(total));
  return { uid, total: exact, gradeCeiling: 0, complete: true, ...given };
}

function standings(totals: readonly (number | null)[], settings: Partial<SchemeSettings> = {}) {
  return rankGroup(
    totals.map((total, place) => ranked(`o${place}`, total)),
    someSettings(settings),
  );
}

function byUid(list: readonly Standing[]) {
  return list.toSorted((left, right) => left.uid.localeCompare(right.uid));
}

function gradesUnder(totals: readonly number[], bestGradeQuota: number) {
  return standings(totals, { bestGradeQuota }).map(({ grade }) => grade?.name);
}

function gradeName(total: number, ceiling = 0): string {
  return gradeOf(fractionOf(points(total)), someSettings(), ceiling).name;
}

describe('the grade', () => {
  it('includes its lower bound', () => {
    expect([100, 90, 80, 60, 0, -5].map((total) => gradeName(total))).toEqual([
      '优秀',
      '优秀',
      '良好',
      '合格',
      '不合格',
      '不合格',
    ]);
  });

  it('is taken before rounding: 89.95 shown as 90.0 is still 良好', () => {
    expect(gradeName(89.95)).toBe('良好');
  });

  it('is taken from the fraction even where the thousandths already say 90', () => {
    const nearly = fractionOf(90_000 * 7 - 1, 7);
    expect(roundHalfUp(nearly)).toBe(90_000);
    expect(gradeOf(nearly, someSettings(), 0).name).toBe('良好');
  });

  it('is never better than a veto allows', () => {
    expect([gradeName(98, 1), gradeName(70, 1), gradeName(98, 3)]).toEqual(['良好', '合格', '不合格']);
  });

  it('is the last one when no grade takes everything below', () => {
    const grades = [
      { name: '达标', atLeast: points(60) },
      { name: '不达标', atLeast: points(50) },
    ];
    expect(gradeOf(fractionOf(0), someSettings({ grades }), 0)).toEqual({ index: 1, name: '不达标' });
  });
});

describe('the rank', () => {
  it('skips after ties by default and does not where the scheme counts on', () => {
    const totals = [80, 90, 90, 70];
    expect(standings(totals).map(({ rank }) => rank)).toEqual([1, 1, 3, 4]);
    expect(standings(totals, { ties: 'dense' }).map(({ rank }) => rank)).toEqual([1, 1, 2, 3]);
  });

  it('lists the best first and equals as they were given', () => {
    expect(standings([80, 90, 90, 70]).map(({ uid }) => uid)).toEqual(['o1', 'o2', 'o0', 'o3']);
  });

  it('tells totals apart that look alike when rounded', () => {
    const result = rankGroup(
      [
        ranked('a', null, { total: fractionOf(270_000, 3) }),
        ranked('b', null, { total: fractionOf(630_001, 7) }),
      ],
      someSettings(),
    );
    expect(result.map(({ uid, rank }) => [uid, rank])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });

  it('is provisional for an object that is not scored completely', () => {
    const result = rankGroup([ranked('a', 50, { complete: false }), ranked('b', 80)], someSettings());
    expect(result.map(({ uid, rank, provisional }) => [uid, rank, provisional])).toEqual([
      ['b', 1, false],
      ['a', 2, true],
    ]);
  });

  it('is missing, with the grade, without a total', () => {
    expect(standings([null, 80]).at(-1)).toMatchObject({ uid: 'o0', rank: null, grade: null });
  });

  it('does not depend on the order in which objects are given', () => {
    const keyed = fc.array(
      fc.record({ total: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 8 })), key: fc.nat() }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(keyed, fc.constantFrom('skip', 'dense'), (given, ties) => {
        const entered = given.map(({ total, key }, place) => ({
          key,
          object: ranked(`o${place}`, total === null ? null : total * 12.5),
        }));
        const objects = entered.map(({ object }) => object);
        const shuffled = entered.toSorted((left, right) => left.key - right.key).map(({ object }) => object);
        const settings = someSettings({ ties, bestGradeQuota: 20 });
        expect(byUid(rankGroup(shuffled, settings))).toEqual(byUid(rankGroup(objects, settings)));
      }),
    );
  });

  it('counts those that are strictly better when ranks are skipped', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 }), (totals) => {
        for (const { uid, rank } of standings(totals)) {
          const own = totals[Number(uid.slice(1))]!;
          expect(rank).toBe(totals.filter((total) => total > own).length + 1);
        }
      }),
    );
  });
});

describe('the quota of the best grade', () => {
  it('lets those beyond it fall to the next grade', () => {
    const result = standings([99, 98, 97, 96, 70], { bestGradeQuota: 40 });
    expect(result.map(({ grade }) => grade?.name)).toEqual(['优秀', '优秀', '良好', '良好', '合格']);
    expect(result.map(({ beyondQuota }) => beyondQuota)).toEqual([false, false, true, true, false]);
  });

  it('is rounded down', () => {
    expect(gradesUnder([99, 98, 97], 50)).toEqual(['优秀', '良好', '良好']);
    expect(gradesUnder([99, 98, 97], 30)).toEqual(['良好', '良好', '良好']);
  });

  it('is kept by none of those tied across its edge', () => {
    expect(gradesUnder([99, 98, 98, 97], 50)).toEqual(['优秀', '良好', '良好', '良好']);
    expect(gradesUnder([99, 98, 98, 97], 75)).toEqual(['优秀', '优秀', '优秀', '良好']);
  });

  it('may be a number of objects; beside a percentage the smaller counts', () => {
    const best = (settings: Partial<SchemeSettings>) =>
      standings([99, 98, 97, 96], settings).filter(({ grade }) => grade?.index === 0).length;
    expect(best({ bestGradeMost: 3 })).toBe(3);
    expect(best({ bestGradeMost: 3, bestGradeQuota: 50 })).toBe(2);
    expect(best({ bestGradeMost: 1, bestGradeQuota: 50 })).toBe(1);
  });

  it('says of those tied across its edge that they are tied, and of nobody else', () => {
    const tied = (totals: number[], bestGradeMost: number) =>
      standings(totals, { bestGradeMost }).map(({ tiedAtQuota }) => tiedAtQuota);
    expect(tied([99, 98, 98, 97], 2)).toEqual([false, true, true, false]);
    expect(tied([99, 98, 98, 97], 3)).toEqual([false, false, false, false]);
  });

  it('is never exceeded, and no object below another one holds a better grade', () => {
    const totals = fc.array(fc.integer({ min: 85, max: 100 }), { maxLength: 30 });
    fc.assert(
      fc.property(totals, fc.integer({ min: 1, max: 10 }), (given, bestGradeMost) => {
        const grades = standings(given, { bestGradeMost }).map(({ grade }) => grade?.index ?? 0);
        expect(grades.filter((index) => index === 0).length).toBeLessThanOrEqual(bestGradeMost);
        expect(grades).toEqual(grades.toSorted((left, right) => left - right));
      }),
    );
  });

  it('is not used up by those whom a veto bars', () => {
    const result = rankGroup(
      [ranked('barred', 99, { gradeCeiling: 1 }), ranked('next', 95)],
      someSettings({ bestGradeQuota: 50 }),
    );
    expect(result.map(({ uid, grade }) => [uid, grade?.name])).toEqual([
      ['barred', '良好'],
      ['next', '优秀'],
    ]);
  });

  it('changes nothing where there is but one grade', () => {
    const only = [{ name: '参评', atLeast: null }];
    expect(standings([99, 98], { bestGradeQuota: 1, grades: only })[0]).toMatchObject({
      grade: { name: '参评' },
      beyondQuota: false,
    });
  });
});
