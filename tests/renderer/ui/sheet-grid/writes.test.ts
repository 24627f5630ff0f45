import { expect, test } from 'vitest';
import type { SheetContent } from '#renderer/ui/sheet-grid/model/writes.ts';
import { settleWrites, writeEverywhere } from '#renderer/ui/sheet-grid/model/writes.ts';
import type { SheetCellView } from '#renderer/ui/sheet-grid/types.ts';

const VIEWS: SheetCellView[][] = [
  [{ text: '1.00', editText: '1' }, { text: '' }],
  [
    { text: '2.00', editText: '2' },
    { text: '9', tone: 'readonly' },
  ],
];

const CONTENT: SheetContent = {
  rows: [{ key: 'a' }, { key: 'b' }],
  columns: [{ key: 'x' }, { key: 'y' }],
  viewAt: (row, column) => VIEWS[row]?.[column] ?? { text: '' },
};

test('cells that stay the same are left out, read-only cells are counted', () => {
  const writes = writeEverywhere({ top: 0, left: 0, bottom: 1, right: 1 }, '1');
  expect(settleWrites(writes, CONTENT, 4)).toEqual({
    changes: [
      { rowKey: 'a', columnKey: 'y', text: '1' },
      { rowKey: 'b', columnKey: 'x', text: '1' },
    ],
    loss: { beyondEdge: 4, readOnly: 1 },
  });
});

test('clearing names only cells that held something', () => {
  const writes = writeEverywhere({ top: 0, left: 0, bottom: 0, right: 1 }, '');
  expect(settleWrites(writes, CONTENT, 0).changes).toEqual([{ rowKey: 'a', columnKey: 'x', text: '' }]);
});
