import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupLosses } from '#shared/rules/assessment/analysis/losses.ts';
import { lostByMost, lostByNobody } from '#shared/rules/assessment/analysis/spread.ts';
import { scorerOf } from '#shared/rules/assessment/group-scores.ts';
import type { ScoredIndicator, ScoreEntry } from '#shared/rules/scoring/model.ts';
import { aFrame } from '#tests/support/builders/frame.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

function lossesOf(
  indicators: readonly ScoredIndicator[],
  entries: Record<string, Record<string, ScoreEntry>>,
  change: (frame: ReturnType<typeof aFrame>) => void = () => undefined,
) {
  const frame = aFrame(indicators);
  change(frame);
  const maps = new Map(Object.entries(entries).map(([uid, own]) => [uid, new Map(Object.entries(own))]));
  return groupLosses(frame, scorerOf(frame, maps));
}

describe('what was lost where', () => {
  const each = anItem(10, [aRule('each', { points: points(3) })], { uid: 'a' });
  const plain = anItem(5, [], { uid: 'b' });

  it('is what is missing to full marks of each scored cell, by object, category and indicator', () => {
    const { objects, indicators } = lossesOf([each, plain], {
      object0: { a: anEntry({ inputs: { rule: { count: 2 } } }), b: anEntry({ direct: points(5) }) },
      object1: { a: anEntry(), b: anEntry({ direct: points(4.5) }) },
    });
    expect(objects).toEqual([
      { objectUid: 'object1', lost: points(0.5), byCategory: [points(0.5)], cells: [0, points(0.5)] },
      { objectUid: 'object0', lost: points(6), byCategory: [points(6)], cells: [points(6), 0] },
    ]);
    expect(indicators).toMatchObject([
      { uid: 'a', counted: 2, losing: 1, lost: points(6) },
      { uid: 'b', counted: 2, losing: 1, lost: points(0.5) },
    ]);
  });

  it('counts neither what is not scored yet nor what does not apply, and tells them apart', () => {
    const { objects, indicators } = lossesOf([each, plain], {
      object0: { a: anEntry({ notApplicable: true }) },
      object1: { a: anEntry({ inputs: { rule: { count: 1 } } }) },
    });
    const cells = Object.fromEntries(objects.map((object) => [object.objectUid, object.cells]));
    expect(cells).toEqual({ object0: ['notApplicable', 'empty'], object1: [points(3), 'empty'] });
    expect(indicators.map(({ counted, lost }) => [counted, lost])).toEqual([
      [1, points(3)],
      [0, 0],
    ]);
  });

  it('leaves out bonus categories and indicators that are there for a veto alone', () => {
    const veto = anItem(0, [aRule('veto')], { uid: 'v' });
    const bonus = anItem(3, [aRule('bonus')], { uid: 'x', categoryUid: 'extra' });
    const { indicators, categories, fullPoints } = lossesOf([each, veto, bonus], {}, ({ scheme }) => {
      scheme.categories.push({ uid: 'extra', name: '加分', maxPoints: points(5), bonus: true });
    });
    expect(indicators.map(({ uid }) => uid)).toEqual(['a']);
    expect(categories.map(({ uid }) => uid)).toEqual(['category']);
    expect(fullPoints).toBe(points(10));
  });

  it('adds up exactly before it is rounded', () => {
    const thirds = ['a', 'b', 'c'].map((uid) =>
      anItem(1, [aRule('rate', { per: '3', points: points(1), target: '100' })], { uid }),
    );
    const missed = anEntry({ inputs: { rule: { value: '99' } } });
    const [first] = lossesOf(thirds, { object0: { a: missed, b: missed, c: missed } }).objects;
    expect(first).toMatchObject({ lost: points(1), cells: [333, 333, 333] });
  });

  it('is the same for an object as for the indicators that it lost on', () => {
    const indicators = ['a', 'b', 'c'].map((uid) => anItem(10, [], { uid }));
    const sheet = fc.record({
      a: fc.integer({ min: 0, max: 10_000 }),
      b: fc.integer({ min: 0, max: 10_000 }),
      c: fc.integer({ min: 0, max: 10_000 }),
    });
    fc.assert(
      fc.property(sheet, sheet, (one, other) => {
        const entered = (scores: typeof one) =>
          Object.fromEntries(Object.entries(scores).map(([uid, direct]) => [uid, anEntry({ direct })]));
        const found = lossesOf(indicators, { object0: entered(one), object1: entered(other) });
        const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
        expect(sum(found.objects.map(({ lost }) => lost))).toBe(
          sum(found.indicators.map(({ lost }) => lost)),
        );
      }),
    );
  });
});

describe('how widely an indicator takes points', () => {
  const indicators = [
    { uid: 'all', counted: 4, losing: 4 },
    { uid: 'most', counted: 10, losing: 9 },
    { uid: 'few', counted: 10, losing: 1 },
    { uid: 'nobody', counted: 10, losing: 0 },
    { uid: 'unscored', counted: 0, losing: 0 },
  ];

  it('is asked for by a share of those scored on it, the bound included', () => {
    expect(lostByMost(indicators, 90).map(({ uid }) => uid)).toEqual(['all', 'most']);
    expect(lostByMost(indicators, 91).map(({ uid }) => uid)).toEqual(['all']);
  });

  it('names what nobody loses on, not what nobody is scored on', () => {
    expect(lostByNobody(indicators).map(({ uid }) => uid)).toEqual(['nobody']);
  });
});
