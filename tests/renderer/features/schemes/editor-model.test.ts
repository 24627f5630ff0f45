import {
  parseCount,
  parseDecimal,
  parsePoints,
  parsePositivePoints,
  parseSeries,
} from '#renderer/features/schemes/model/parse.ts';
import { moveBy, nextNumber, treeItems } from '#renderer/features/schemes/model/tree-items.ts';
import { indicatorFields } from '#tests/support/builders/scheme-draft.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const tree = {
  categories: [
    { uid: 'a', name: '责任', maxPoints: 10_000, bonus: false },
    { uid: 'b', name: '建设', maxPoints: 6_000, bonus: false },
  ],
  indicators: [
    { ...indicatorFields({ number: '1.1' }), uid: 'a1', categoryUid: 'a' },
    { ...indicatorFields({ number: '1.2', maxPoints: 3_000 }), uid: 'a2', categoryUid: 'a' },
    { ...indicatorFields({ number: '2.9' }), uid: 'b1', categoryUid: 'b' },
  ],
};

describe('the tree of a scheme', () => {
  it('says beside a category whose indicators do not add up how much is missing', () => {
    const lines = treeItems(tree).flatMap((item) => (item.kind === 'category' ? [item.difference] : []));
    expect(lines).toEqual(['差 1 分', '']);
  });

  it('moves an indicator over the edge of its category into the next one', () => {
    expect(moveBy(tree, 'a1', 1)).toEqual({ uid: 'a1', categoryUid: null, afterUid: 'a2' });
    expect(moveBy(tree, 'a2', 1)).toEqual({ uid: 'a2', categoryUid: 'b', afterUid: null });
    expect(moveBy(tree, 'b1', -1)).toEqual({ uid: 'b1', categoryUid: 'a', afterUid: 'a2' });
    expect(moveBy(tree, 'a2', -1)).toEqual({ uid: 'a2', categoryUid: null, afterUid: null });
    expect(moveBy(tree, 'a1', -1)).toBeNull();
    expect(moveBy(tree, 'b', -1)).toEqual({ uid: 'b', categoryUid: null, afterUid: null });
  });

  it('numbers a new indicator after the last one', () => {
    expect(nextNumber(tree, 'a')).toBe('1.3');
    expect(nextNumber(tree, 'b')).toBe('2.10');
    expect(nextNumber({ ...tree, indicators: [] }, 'b')).toBe('2.1');
  });
});

describe('numbers as a clerk types them', () => {
  it('are points of at most three decimals, exact in thousandths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (points) => {
        expect(parsePoints(String(points / 1000))).toEqual({ ok: true, value: points });
      }),
    );
    expect(parsePoints(' ６.５ 分')).toEqual({ ok: true, value: 6_500 });
    for (const text of ['', '-1', '2-4', '0.0001', '10001', '六']) expect(parsePoints(text).ok).toBe(false);
  });

  it('are 10 000 at most, which is said of any larger one', () => {
    for (const text of ['10000.001', '20000', '123456789分'])
      expect(parsePoints(text)).toEqual({ ok: false, problem: '最多 10000 分' });
    expect(parsePositivePoints('20000')).toEqual({ ok: false, problem: '最多 10000 分' });
    expect(parseSeries('5、20000')).toEqual({ ok: false, problem: '每个最多 10000 分' });
    expect(parsePoints('10000.0001')).toEqual({ ok: false, problem: '请输入分数，最多 3 位小数' });
  });

  it('are a series, a count or a measured value', () => {
    expect(parseSeries('5、6,7.5')).toEqual({ ok: true, value: [5_000, 6_000, 7_500] });
    expect(parseSeries('5、六').ok).toBe(false);
    expect(parseDecimal('95%')).toEqual({ ok: true, value: '95' });
    expect(parseCount(1, 10)('11').ok).toBe(false);
  });
});
