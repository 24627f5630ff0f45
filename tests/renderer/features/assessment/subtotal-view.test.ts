import { describe, expect, it } from 'vitest';
import { createScoreBook } from '#renderer/features/assessment/book/score-book.ts';
import { subtotalViews } from '#renderer/features/assessment/grid/subtotal-view.ts';
import { aFrame } from '#tests/support/builders/frame.ts';
import { anEntry, anItem, points } from '#tests/support/builders/scheme.ts';

const frame = aFrame([anItem(50, [], { uid: 'i1' }), anItem(50, [], { uid: 'i2' })]);
const { categoryUid } = frame.scheme.indicators[0]!;

describe('the subtotal of a category in the grid', () => {
  const book = createScoreBook(frame, { keys: {}, byObject: ['', ''] });
  const textOf = () => subtotalViews(frame, book.scorer)('object0', categoryUid).text;

  it('is empty while nothing in the category is scored', () => {
    expect(textOf()).toBe('');
  });

  it('is the sum so far from the first score on, a zero too', () => {
    const cell = { objectUid: 'object0', indicatorUid: 'i1' };
    book.begin([{ ...cell, entry: anEntry({ direct: points(0), reason: '未开展' }) }]);
    expect(Number(textOf())).toBe(0);
    expect(textOf()).not.toBe('');
    book.begin([{ ...cell, entry: anEntry({ direct: points(45.5), reason: '见记录' }) }]);
    expect(Number(textOf())).toBe(45.5);
  });
});
