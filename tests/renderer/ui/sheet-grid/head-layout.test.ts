import { expect, test } from 'vitest';
import { layOutHead, spanAt } from '#renderer/ui/sheet-grid/model/head-layout.ts';
import type { SheetColumn } from '#renderer/ui/sheet-grid/types.ts';

function column(key: string, ...groups: string[]): SheetColumn {
  return { key, title: key, width: 70, groups: groups.map((name) => ({ key: name, title: name })) };
}

const LAYOUT = layOutHead([
  column('a', 'one', 'one-1'),
  column('b', 'one', 'one-1'),
  column('c', 'one', 'one-2'),
  column('d', 'two'),
  column('e'),
]);

function shapes(level: number): string[] {
  return LAYOUT.spans
    .filter((span) => span.level === level)
    .map(({ title, levels, from, to }) => `${title} ${from}-${to} x${levels}`);
}

test('equal groups of neighbours merge and titles fill the levels left free', () => {
  expect(LAYOUT.levels).toBe(3);
  expect(shapes(0)).toEqual(['one 0-2 x1', 'two 3-3 x1', 'e 4-4 x3']);
  expect(shapes(1)).toEqual(['one-1 0-1 x1', 'one-2 2-2 x1', 'd 3-3 x2']);
  expect(shapes(2)).toEqual(['a 0-0 x1', 'b 1-1 x1', 'c 2-2 x1']);
});

test('groups of one name under different parents stay apart', () => {
  const { spans } = layOutHead([column('a', 'one', 'same'), column('b', 'two', 'same')]);
  expect(spans.filter((span) => span.title === 'same')).toHaveLength(2);
});

test('a head cell is found at every level that it reaches', () => {
  expect(spanAt(LAYOUT, 0, 1)?.title).toBe('one');
  expect(spanAt(LAYOUT, 1, 2)?.title).toBe('one-2');
  expect(spanAt(LAYOUT, 2, 3)?.title).toBe('d');
  expect(spanAt(LAYOUT, 0, 4)?.title).toBe('e');
});

test('without groups there is one level', () => {
  expect(layOutHead([column('a')]).levels).toBe(1);
  expect(layOutHead([])).toEqual({ levels: 1, spans: [] });
});
