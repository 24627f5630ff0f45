import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGroupScorer } from '#shared/rules/scoring/group.ts';
import type { EntryEdit, GroupObject } from '#shared/rules/scoring/group.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { scoreObject } from '#shared/rules/scoring/object.ts';
import { aCategory, anEntry, anItem, aRule, aScheme, points } from '#tests/support/builders/scheme.ts';

const scheme = aScheme(
  [
    anItem(10, [aRule('each'), aRule('veto', { id: 'veto', effect: 'lowestGrade' })], { uid: 'i0' }),
    anItem(10, [aRule('rate', { target: '100', points: points(0.1) })], { uid: 'i1' }),
    anItem(10, [], { uid: 'i2', floor: 'negative' }),
    anItem(2, [aRule('bonus')], { uid: 'i3', categoryUid: 'extra' }),
  ],
  { categories: [aCategory(), aCategory({ uid: 'extra', bonus: true })], settings: { bestGradeQuota: 50 } },
);

function group(size: number): GroupObject[] {
  return Array.from({ length: size }, (_, place) => ({
    uid: `o${place}`,
    entries: new Map(scheme.indicators.map(({ uid }) => [uid, anEntry({ direct: points(1) })])),
    inapplicable: place % 3 === 2 ? new Set(['i1']) : new Set<string>(),
  }));
}

const entry: fc.Arbitrary<ScoreEntry | null> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -2, max: 10 }).map((direct) => anEntry({ direct: points(direct) })),
  fc
    .record({ count: fc.nat(4), value: fc.integer({ min: 90, max: 100 }).map(String), vetoed: fc.nat(9) })
    .map(({ count, value, vetoed }) =>
      anEntry({
        inputs: { rule: { count, value, counts: [count % 2, 1] }, veto: { count: vetoed === 0 ? 1 : 0 } },
      }),
    ),
  fc.constant(anEntry({ notApplicable: true })),
);

const edits: fc.Arbitrary<EntryEdit[]> = fc.array(
  fc.record({
    objectUid: fc.nat(5).map((place) => `o${place}`),
    indicatorUid: fc.nat(3).map((place) => `i${place}`),
    entry,
  }),
  { maxLength: 40 },
);

function edited(objects: readonly GroupObject[], given: readonly EntryEdit[]): GroupObject[] {
  return objects.map((object) => {
    const entries = new Map(object.entries);
    for (const edit of given.filter(({ objectUid }) => objectUid === object.uid)) {
      if (edit.entry === null) entries.delete(edit.indicatorUid);
      else entries.set(edit.indicatorUid, edit.entry);
    }
    return { ...object, entries };
  });
}

describe('a group that follows edits', () => {
  it('stands after single edits as if it were scored from scratch', () => {
    fc.assert(
      fc.property(edits, (given) => {
        const scorer = createGroupScorer(scheme, group(6));
        for (const edit of given) scorer.setEntries([edit]);
        const fresh = edited(group(6), given);
        expect(scorer.standings()).toEqual(createGroupScorer(scheme, fresh).standings());
        for (const { uid, entries, inapplicable } of fresh) {
          expect(scorer.score(uid)).toEqual(scoreObject(scheme, entries, inapplicable));
        }
      }),
    );
  });

  it('stands after edits in bulk as after the same edits one by one', () => {
    fc.assert(
      fc.property(edits, (given) => {
        const bulk = createGroupScorer(scheme, group(6));
        bulk.setEntries(given);
        const single = createGroupScorer(scheme, group(6));
        for (const edit of given) single.setEntries([edit]);
        expect(bulk.standings()).toEqual(single.standings());
      }),
    );
  });

  it('leaves results that were handed out as they were', () => {
    const scorer = createGroupScorer(scheme, group(2));
    const [before, ranks] = [scorer.score('o0'), scorer.standings()];
    scorer.setEntries([{ objectUid: 'o0', indicatorUid: 'i0', entry: anEntry() }]);
    expect(before.indicators.get('i0')?.points).toBe(points(1));
    expect(ranks.map(({ rank }) => rank)).toEqual([1, 1]);
    expect(scorer.standing('o0').rank).toBe(1);
    expect(scorer.standing('o1').rank).toBe(2);
  });

  it('changes nothing when one of several edits is for an object or indicator it does not have', () => {
    const scorer = createGroupScorer(scheme, group(2));
    const before = scorer.standings();
    const good = { objectUid: 'o0', indicatorUid: 'i0', entry: anEntry() };
    expect(() => scorer.setEntries([good, { ...good, objectUid: 'gone' }])).toThrow(RangeError);
    expect(() => scorer.setEntries([good, { ...good, indicatorUid: 'gone' }])).toThrow(RangeError);
    expect(scorer.standings()).toEqual(before);
    expect(scorer.score('o0').indicators.get('i0')?.points).toBe(points(1));
  });

  it('may be empty', () => {
    expect(createGroupScorer(scheme, []).standings()).toEqual([]);
  });
});
