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
  const columns = [{ key: 'day' }, { title: '标题' }, { key: 'state' }];

  it('are all there where there is room', () => {
    expect(columnsFor(columns, ['day'], true)).toEqual(columns);
  });

  it('are fewer where there is none, so that it need not scroll sideways', () => {
    expect(columnsFor(columns, ['day'], false)).toEqual([{ title: '标题' }, { key: 'state' }]);
  });
});
