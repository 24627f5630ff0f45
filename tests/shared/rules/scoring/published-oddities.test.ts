import { describe, expect, it } from 'vitest';
import { scoreObject } from '#shared/rules/scoring/object.ts';
import type { ScoreEntry, ScoringRule } from '#shared/rules/scoring/model.ts';
import { aCategory, anEntry, anItem, aRule, aScheme, points } from '#tests/support/builders/scheme.ts';

/** One item beside another of full marks, as a scheme would hold it. */
function itemAndTotal(
  max: number,
  rules: readonly ScoringRule[],
  inputs: ScoreEntry['inputs'],
  floor: 'zero' | 'negative' = 'zero',
) {
  const scheme = aScheme([anItem(max, rules, { uid: 'odd', floor }), anItem(100 - max, [], { uid: 'rest' })]);
  const entries = new Map([
    ['odd', anEntry({ inputs, reason: '现场核查' })],
    ['rest', anEntry()],
  ]);
  const scored = scoreObject(scheme, entries, new Set());
  return [(scored.indicators.get('odd')?.points ?? 0) / 1000, (scored.totalPoints ?? 0) / 1000];
}

describe('what published schemes do', () => {
  it('takes 3 and up to 6 points off an item of 6, which stops at zero', () => {
    const rules = [aRule('failed', { id: 'a' }), aRule('discretion', { id: 'b' })];
    expect(itemAndTotal(6, rules, { a: { held: true }, b: { points: points(6) } })).toEqual([0, 94]);
  });

  it('takes 14 points off an item of 12, which stops at zero', () => {
    const rules = [aRule('discretion', { min: points(1), max: points(14) })];
    expect(itemAndTotal(12, rules, { rule: { points: points(14) } })).toEqual([0, 88]);
  });

  it('takes what an item lacks from the whole where the scheme carries the rest over', () => {
    const rules = [aRule('each', { unit: '起', points: points(20) })];
    expect(itemAndTotal(20, rules, { rule: { count: 2 } }, 'negative')).toEqual([-20, 60]);
  });

  it('takes one point for every two townships that did not sign, beside a discretion in the same cell', () => {
    const rules = [
      aRule('each', { id: 'a', per: 2, unit: '个' }),
      aRule('discretion', { id: 'b', min: 500, max: 1000 }),
    ];
    expect(itemAndTotal(2, rules, { a: { count: 3 }, b: { points: 500 } })).toEqual([0.5, 98.5]);
  });

  it('takes 5, 6, 7, 8 and on for fires, 8 for each large one, and everything for a death', () => {
    const rules = [
      aRule('growing', { id: 'a', series: [5, 6, 7, 8].map(points) }),
      aRule('each', { id: 'b', points: points(8), unit: '起' }),
      aRule('failed', { id: 'c', points: 'all' }),
    ];
    expect(itemAndTotal(28, rules, { a: { count: 2 }, b: { count: 1 } })).toEqual([9, 81]);
    expect(itemAndTotal(28, rules, { a: { count: 4 } })).toEqual([2, 74]);
    expect(itemAndTotal(28, rules, { a: { count: 5 } })).toEqual([0, 72]);
    expect(itemAndTotal(28, rules, { a: { count: 1 }, c: { held: true } })).toEqual([0, 72]);
  });

  it('takes 0.75 for each element that is missing from an item of 1', () => {
    const rules = [aRule('each', { points: points(0.75), unit: '项' })];
    expect(itemAndTotal(1, rules, { rule: { count: 1 } })).toEqual([0.25, 99.25]);
    expect(itemAndTotal(1, rules, { rule: { count: 2 } })).toEqual([0, 99]);
  });

  it('halves a deduction for a fire that spread from elsewhere, as a class of its own', () => {
    const classes = [
      { name: '责任区内', points: points(5) },
      { name: '区外殃及', points: points(2.5) },
    ];
    const rules = [aRule('each', { classes, unit: '起' })];
    expect(itemAndTotal(30, rules, { rule: { counts: [1, 1] } })).toEqual([22.5, 92.5]);
  });

  it('holds an item of no points that only takes from the whole', () => {
    const rules = [aRule('each', { points: points(2), unit: '次' })];
    expect(itemAndTotal(0, rules, { rule: { count: 1 } }, 'negative')).toEqual([-2, 98]);
  });

  it('adds up a scheme that consists of bonus alone', () => {
    const scheme = aScheme(
      [
        anItem(2, [aRule('bonus', { levels: [{ name: '每篇', points: points(2) }] })], { uid: 'papers' }),
        anItem(5, [aRule('discretion', { effect: 'award', min: points(1), max: points(5) })], {
          uid: 'contest',
        }),
      ],
      { categories: [aCategory({ bonus: true })], settings: { convertTo: points(30) } },
    );
    const entries = new Map([
      ['papers', anEntry({ inputs: { rule: { counts: [3] } } })],
      ['contest', anEntry({ inputs: { rule: { points: points(4) } }, reason: '二等奖' })],
    ]);
    expect(scoreObject(scheme, entries, new Set())).toMatchObject({
      totalPoints: points(10),
      converted: null,
    });
  });

  it('scores by its items when a category states other points than their sum', () => {
    const items = [1, 2, 2, 2].map((max, place) => anItem(max, [], { uid: String(place) }));
    const scheme = aScheme(items, { categories: [aCategory({ maxPoints: points(6) })] });
    const entries = new Map(items.map(({ uid }) => [uid, anEntry()]));
    expect(scoreObject(scheme, entries, new Set()).totalPoints).toBe(points(7));
  });
});
