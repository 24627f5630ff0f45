import { describe, expect, it } from 'vitest';
import { columnsFor, listWidth } from '#renderer/ui/list-width.ts';

describe('a list', () => {
  it('fills the width beside its scroll bar, and scrolls below its least width', () => {
    expect(listWidth(false, 1_000, 1_156)).toBe('max(100%, 1000px)');
  });

  it('is not told another width when there is less room', () => {
    expect(listWidth(false, 1_000, 700)).toBe(listWidth(false, 1_000, 1_156));
  });

  it('of which only the rows in view are drawn has a width in pixels', () => {
    expect(listWidth(true, 1_000, 1_156)).toBe(1_156);
    expect(listWidth(true, 1_000, 700)).toBe(1_000);
  });
});

describe('the columns of a list', () => {
  const columns = [
    { key: 'day', width: 100 },
    { title: '标题' },
    { key: 'state', width: 80 },
    { key: 'note' },
    { key: 'rate', width: 60 },
  ];
  const keysAt = (width: number) =>
    columnsFor(columns, ['note', 'day', 'state'], 540, width).columns.map(({ key }) => key);

  it('are all there where there is room', () => {
    expect(columnsFor(columns, ['day'], 540, 540)).toEqual({ columns, minWidth: 540 });
  });

  it('stay away one after the other, as far as it takes', () => {
    expect(keysAt(400)).toEqual(['day', undefined, 'state', 'rate']);
    expect(keysAt(300)).toEqual([undefined, 'state', 'rate']);
    expect(keysAt(100)).toEqual([undefined, 'rate']);
  });

  it('need less where some stay away', () => {
    expect(columnsFor(columns, ['note', 'day'], 540, 300).minWidth).toBe(290);
  });
});
