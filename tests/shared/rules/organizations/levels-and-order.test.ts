import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultShortName, siblingShortNames } from '#shared/rules/organizations/default-short-name.ts';
import { childLevels, mayStandUnder, organizationLevels } from '#shared/rules/organizations/levels.ts';
import { ORDER_STEP, ordersBetween } from '#shared/rules/organizations/order.ts';

describe('levels', () => {
  test('a chain of parents always ends: no level can stand under itself through others', () => {
    for (const start of organizationLevels) {
      let reached = organizationLevels.filter((level) => mayStandUnder(start, level));
      for (let step = 0; step < organizationLevels.length; step += 1) {
        expect(reached).not.toContain(start);
        reached = organizationLevels.filter((level) => reached.some((child) => mayStandUnder(child, level)));
      }
      expect(reached).toEqual([]);
    }
  });

  test('the usual child comes first', () => {
    expect(childLevels('county')[0]).toBe('township');
    expect(childLevels('township')).toEqual(['village']);
    expect(childLevels('village')).toEqual([]);
  });
});

describe('protocol order', () => {
  test('newcomers stand between their neighbours in the given order, or all are numbered anew', () => {
    const neighbour = fc.option(fc.integer({ min: -5_000, max: 5_000 }));
    fc.assert(
      fc.property(
        neighbour,
        fc.integer({ min: 1, max: 3_000 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (before, gap, last, count) => {
          const after = last ? null : (before ?? 0) + gap;
          const orders = ordersBetween(before, after, count);
          if (orders === null) {
            expect(gap).toBeLessThanOrEqual(count);
            return;
          }
          expect(orders).toHaveLength(count);
          const all = [...(before === null ? [] : [before]), ...orders, ...(after === null ? [] : [after])];
          expect(all).toEqual([...new Set(all)].toSorted((one, other) => one - other));
        },
      ),
    );
  });

  test('the first ones are numbered in steps', () => {
    expect(ordersBetween(null, null, 2)).toEqual([ORDER_STEP, 2 * ORDER_STEP]);
  });
});

describe('proposed short names', () => {
  test.each([
    ['江州市发展和改革委员会', 'memberUnit', '发改委'],
    ['江州市公安局', 'memberUnit', '公安局'],
    ['市公安局', 'memberUnit', '市公安局'],
    ['国网供电公司', 'memberUnit', '国网供电公司'],
    ['城东区', 'county', '城东'],
    ['柳林镇', 'township', '柳林'],
  ] as const)('%s (%s) is called %s', (name, level, short) => {
    expect(defaultShortName(name, level)).toBe(short);
  });

  test('siblings that would share one keep their full names', () => {
    expect(siblingShortNames(['城关镇', '城关街道', '柳林镇'], 'township')).toEqual([
      '城关镇',
      '城关街道',
      '柳林',
    ]);
  });

  test('a very long name is cut to what a short name may have', () => {
    expect(defaultShortName('长'.repeat(50), 'memberUnit')).toHaveLength(30);
  });
});
