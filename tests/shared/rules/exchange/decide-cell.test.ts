import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellDecision, decideCell } from '#shared/rules/exchange/decide-cell.ts';
import type { PackValue } from '#shared/rules/exchange/model.ts';

const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom('甲', '乙', '丙'), fc.constant(null));
const digestOf = (each: PackValue): string => JSON.stringify(each);

/** What each side has had in a cell, the last of them now. */
function decide(ours: readonly PackValue[], theirs: readonly PackValue[], isLoose = false): CellDecision {
  const now = (past: readonly PackValue[]): PackValue => past.at(-1) ?? null;
  const before = (past: readonly PackValue[]) => new Set(past.slice(0, -1).map(digestOf));
  return decideCell({
    ours: now(ours),
    theirs: now(theirs),
    oursBefore: before(ours),
    theirsBefore: before(theirs),
    digestOf,
    isLoose,
  });
}

describe('a cell of two PCs', () => {
  it('is taken from whoever went on from what the other still has', () => {
    expect(decide(['甲'], ['甲', '乙'])).toBe('theirs');
    expect(decide(['甲', '乙'], ['甲'])).toBe('ours');
    expect(decide(['甲', '乙'], ['甲', '丙'])).toBe('conflict');
    expect(decide(['甲'], ['乙'])).toBe('conflict');
    expect(decide(['甲', '乙', '甲'], ['甲', '乙'])).toBe('conflict');
  });

  it('is never taken where what is here was unknown there', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(value, { minLength: 1 }), (ours, theirs) => {
        const isKnownThere = theirs.slice(0, -1).includes(ours.at(-1) ?? null);
        if (!isKnownThere) expect(decide(ours, theirs)).not.toBe('theirs');
      }),
    );
  });

  it('is decided the same by both PCs, seen from the other side', () => {
    const turned = { same: 'same', ours: 'theirs', theirs: 'ours', conflict: 'conflict' } as const;
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(value, { minLength: 1 }), (one, other) => {
        expect(decide(other, one)).toBe(turned[decide(one, other)]);
      }),
    );
  });

  it('does not lose a link that only the other PC could not have', () => {
    expect(decide(['uid-1'], [null], true)).toBe('ours');
    expect(decide([null], ['uid-1'], true)).toBe('theirs');
    expect(decide(['uid-2'], ['uid-1'], true)).toBe('conflict');
  });
});
