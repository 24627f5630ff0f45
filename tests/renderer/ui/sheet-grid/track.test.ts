import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitAt } from '#renderer/ui/sheet-grid/model/hit.ts';
import { offsetsOf, scrollToShow, spanOf, trackAt, windowOf } from '#renderer/ui/sheet-grid/model/track.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 150 });

test('the track at a position is the one that covers it', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), (list, number) => {
      const offsets = offsetsOf(list);
      const position = number % spanOf(offsets, 0, list.length - 1);
      const track = trackAt(offsets, position);
      expect(offsets[track]).toBeLessThanOrEqual(position);
      expect(offsets[track + 1]).toBeGreaterThan(position);
    }),
  );
});

test('the drawn window covers everything in sight', () => {
  fc.assert(
    fc.property(sizes, fc.nat(), fc.integer({ min: 1, max: 900 }), (list, number, length) => {
      const offsets = offsetsOf(list);
      const start = number % spanOf(offsets, 0, list.length - 1);
      const { first, last } = windowOf(offsets, start, length, 4);
      expect(first).toBeLessThanOrEqual(trackAt(offsets, start));
      expect(last).toBeGreaterThanOrEqual(trackAt(offsets, start + length));
    }),
  );
});

test('no tracks make an empty window', () => {
  const { first, last } = windowOf(offsetsOf([]), 0, 500, 4);
  expect(last).toBeLessThan(first);
});

describe('scrolling a track into sight', () => {
  const offsets = offsetsOf([50, 50, 50, 50, 300]);

  test('moves no further than needed', () => {
    expect(scrollToShow(offsets, 1, 0, 100)).toBe(0);
    expect(scrollToShow(offsets, 2, 0, 100)).toBe(50);
    expect(scrollToShow(offsets, 0, 120, 100)).toBe(0);
  });

  test('shows the start of a track that is wider than the viewport', () => {
    expect(scrollToShow(offsets, 4, 0, 100)).toBe(200);
  });
});

describe('what lies under the pointer', () => {
  const geometry = {
    rowOffsets: offsetsOf([28, 28, 28]),
    columnOffsets: offsetsOf([70, 70, 140]),
    headOffsets: offsetsOf([28, 40]),
    leadWidth: 100,
    headHeight: 68,
  };
  const still = { x: 0, y: 0 };

  test('frozen parts cover the body wherever it is scrolled to', () => {
    const scrolled = { x: 70, y: 28 };
    expect(hitAt({ x: 10, y: 10 }, scrolled, geometry).area).toBe('corner');
    expect(hitAt({ x: 110, y: 30 }, scrolled, geometry)).toMatchObject({ area: 'head', headLevel: 1 });
    expect(hitAt({ x: 10, y: 70 }, scrolled, geometry)).toMatchObject({ area: 'lead', cell: { row: 1 } });
    expect(hitAt({ x: 110, y: 70 }, scrolled, geometry).cell).toEqual({ row: 1, column: 1 });
  });

  test('points outside belong to the nearest cell', () => {
    expect(hitAt({ x: 9000, y: 9000 }, still, geometry).cell).toEqual({ row: 2, column: 2 });
    expect(hitAt({ x: -5, y: -5 }, still, geometry).cell).toEqual({ row: 0, column: 0 });
  });
});
