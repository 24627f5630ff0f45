import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, MOST_SEED, type Pool } from '#shared/rules/campaigns/draw.ts';

const seeds = fc.integer({ min: 0, max: MOST_SEED });
const items = fc.uniqueArray(fc.stringMatching(/^[a-e]{1,4}$/u), { maxLength: 30 });
const pools: fc.Arbitrary<Pool[]> = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[A-D]{1,3}$/u), count: fc.integer({ min: 1, max: 12 }), items }),
  { selector: ({ name }) => name, maxLength: 6 },
);

describe('a drawing', () => {
  it('gives the same result for the same seed and pools, in whatever order they are handed in', () => {
    fc.assert(
      fc.property(seeds, pools, (seed, given) => {
        const turned = given.map((pool) => ({ ...pool, items: pool.items.toReversed() }));
        expect(draw(seed, turned)).toEqual(draw(seed, given));
      }),
    );
  });

  it('takes nothing twice, and nothing that is not in its pool', () => {
    fc.assert(
      fc.property(seeds, pools, (seed, given) => {
        const results = draw(seed, given);
        const all = results.flatMap(({ drawn }) => drawn);
        expect(new Set(all).size).toBe(all.length);
        for (const [index, { drawn }] of results.entries())
          expect(given[index]?.items).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  it('takes as many as were asked for, or says how many are missing', () => {
    fc.assert(
      fc.property(seeds, pools, (seed, given) => {
        for (const [index, { drawn, available, missing }] of draw(seed, given).entries()) {
          expect(drawn.length + missing).toBe(given[index]?.count);
          expect(drawn.length).toBe(Math.min(given[index]?.count ?? 0, available));
        }
      }),
    );
  });

  it('of one county does not depend on what another county has to draw from', () => {
    fc.assert(
      fc.property(seeds, items, items, (seed, here, there) => {
        const own = { name: '城东区', count: 3, items: here.map((item) => `1${item}`) };
        const other = { name: '城西区', count: 3, items: there.map((item) => `2${item}`) };
        expect(draw(seed, [other, own])[1]).toEqual(draw(seed, [own])[0]);
      }),
    );
  });

  it('gives each of a pool the same chance over many seeds', () => {
    const ten = Array.from({ length: 10 }, (_item, index) => `单位${index}`);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2_000; seed += 1) {
      for (const item of draw(seed, [{ name: '城东区', count: 2, items: ten }])[0]?.drawn ?? [])
        times.set(item, (times.get(item) ?? 0) + 1);
    }
    // 400 are expected of each; ± 5 standard deviations.
    for (const item of ten) expect(Math.abs((times.get(item) ?? 0) - 400)).toBeLessThan(90);
  });

  it('is what it was when the records in the cupboard were printed', () => {
    const result = draw(20261101, [
      { name: '城东区 1 乡镇(街道)', count: 1, items: ['甲镇', '乙镇', '丙镇'] },
      { name: '城东区 2 人员密集场所', count: 2, items: ['商场', '医院', '学校', '影院'] },
    ]);
    expect(result.map(({ drawn }) => drawn)).toEqual([['乙镇'], ['学校', '商场']]);
  });
});
