import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  demandedOf,
  missingOf,
  type ShortfallNumbers,
  sumOfShortfalls,
} from '#shared/rules/shortfalls/shortfall.ts';

const town = { isKeyTown: false, basis: null };

describe('how many of something a place has to have', () => {
  it('is so many at each, or at national key towns alone', () => {
    expect(demandedOf({ rule: 'each', amount: 2 }, town)).toBe(2);
    expect(demandedOf({ rule: 'keyTown', amount: 1 }, town)).toBe(0);
    expect(demandedOf({ rule: 'keyTown', amount: 1 }, { ...town, isKeyTown: true })).toBe(1);
  });

  it('is one for so many of the basis, rounded up', () => {
    expect(demandedOf({ rule: 'share', amount: 7 }, { ...town, basis: 15 })).toBe(3);
    expect(demandedOf({ rule: 'share', amount: 7 }, { ...town, basis: 14 })).toBe(2);
  });

  it('is not known where it has to be entered, or the basis is not known', () => {
    expect(demandedOf({ rule: 'given', amount: 1 }, town)).toBeNull();
    expect(demandedOf({ rule: 'share', amount: 7 }, town)).toBeNull();
  });
});

const count = fc.option(fc.nat({ max: 1_000 }), { nil: null });
const places = fc.array(fc.record<ShortfallNumbers>({ required: count, existing: count }));

describe('what is missing', () => {
  it('is never below 0, and not known where a number is not', () => {
    expect(missingOf({ required: 1, existing: 3 })).toBe(0);
    expect(missingOf({ required: 3, existing: null })).toBeNull();
  });

  it('is the sum over the places: too many at one place make up for none at another', () => {
    const sum = sumOfShortfalls([
      { required: 1, existing: 3 },
      { required: 1, existing: 0 },
    ]);
    expect(sum).toEqual({ required: 2, existing: 3, missing: 1, unknown: 0 });
  });

  it('is at most what there has to be, and leaves out places that are not known', () => {
    fc.assert(
      fc.property(places, (all) => {
        const sum = sumOfShortfalls(all);
        expect(sum.missing).toBeLessThanOrEqual(sum.required);
        expect(sum.missing).toBeGreaterThanOrEqual(sum.required - sum.existing);
        expect(sum.unknown).toBe(all.filter((place) => missingOf(place) === null).length);
      }),
    );
  });
});
