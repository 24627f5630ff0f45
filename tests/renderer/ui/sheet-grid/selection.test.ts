import { describe, expect, test } from 'vitest';
import {
  extendTo,
  followKeys,
  selectAll,
  selectBlock,
  selectCell,
  selectColumns,
  selectedRange,
  selectRows,
} from '#renderer/ui/sheet-grid/model/selection.ts';

const BOUNDS = { rows: 10, columns: 6 };

function keys(names: string): { key: string }[] {
  return names.split('').map((key) => ({ key }));
}

test('stretching keeps the active cell and spans a block in any direction', () => {
  const stretched = extendTo(selectCell({ row: 4, column: 4 }), { row: 2, column: 5 });
  expect(stretched.active).toEqual({ row: 4, column: 4 });
  expect(selectedRange(stretched)).toEqual({ top: 2, left: 4, bottom: 4, right: 5 });
});

test('after Tab inside a block, Shift stretches from the active cell', () => {
  const walked = {
    ...selectBlock({ row: 0, column: 0 }, { row: 3, column: 3 }),
    active: { row: 1, column: 1 },
  };
  expect(selectedRange(extendTo(walked, { row: 4, column: 3 }))).toEqual({
    top: 1,
    left: 1,
    bottom: 4,
    right: 3,
  });
});

test('heads select whole rows and columns, everything keeps the active cell', () => {
  expect(selectedRange(selectRows(5, 3, BOUNDS))).toEqual({ top: 3, left: 0, bottom: 5, right: 5 });
  expect(selectedRange(selectColumns(1, 2, BOUNDS))).toEqual({ top: 0, left: 1, bottom: 9, right: 2 });
  const all = selectAll(selectCell({ row: 2, column: 2 }), BOUNDS);
  expect(selectedRange(all)).toEqual({ top: 0, left: 0, bottom: 9, right: 5 });
  expect(all.active).toEqual({ row: 2, column: 2 });
});

describe('when rows or columns change', () => {
  const before = { rows: keys('abcd'), columns: keys('xyz') };

  test('the selection stays where its keys stayed', () => {
    const block = selectBlock({ row: 1, column: 0 }, { row: 2, column: 1 });
    expect(followKeys(block, before, { rows: keys('abcde'), columns: keys('xyz') })).toEqual(block);
  });

  test('the active cell follows its row and column', () => {
    const block = selectBlock({ row: 1, column: 0 }, { row: 2, column: 1 });
    const after = { rows: keys('dcba'), columns: keys('zyx') };
    expect(followKeys(block, before, after)).toEqual(selectCell({ row: 2, column: 2 }));
  });

  test('a selection beyond the new end comes back into the sheet', () => {
    const last = selectCell({ row: 3, column: 2 });
    const after = { rows: keys('ab'), columns: keys('x') };
    expect(followKeys(last, before, after)).toEqual(selectCell({ row: 1, column: 0 }));
  });
});
