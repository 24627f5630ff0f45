import { describe, expect, it } from 'vitest';
import { columnsFor, sideways } from '#renderer/ui/list-width.ts';

describe('a list', () => {
  it('fills the width beside its scroll bar where its columns fit', () => {
    expect(sideways(false, 1_000, 1_156)).toEqual({});
  });

  it('keeps its least width and scrolls sideways where they do not', () => {
    expect(sideways(false, 1_000, 700)).toEqual({ x: 1_000 });
  });

  it('of which only the rows in view are drawn has a width in any case', () => {
    expect(sideways(true, 1_000, 1_156)).toEqual({ x: 1_156 });
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
