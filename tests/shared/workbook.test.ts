import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellData, cellName, columnName, lookUpSheet, type SheetData } from '#shared/workbook.ts';

function cell(row: number, column: number, value: string): CellData {
  return { row, column, type: 'text', value, text: value };
}

const sheet: SheetData = {
  name: '指标',
  state: 'visible',
  rows: 3,
  columns: 2,
  cells: [
    cell(1, 1, '类别'),
    cell(1, 2, '内容'),
    cell(2, 1, '基础管理'),
    cell(2, 2, '制度'),
    cell(3, 2, '台账'),
  ],
  merges: [{ top: 2, left: 1, bottom: 1_048_576, right: 1 }],
  hiddenRows: [],
  hiddenColumns: [],
};

describe('looking up cells', () => {
  const lookup = lookUpSheet(sheet);

  test('a place without a cell gives nothing', () => {
    expect([lookup.cellAt(1, 2)?.value, lookup.cellAt(3, 1), lookup.cellAt(9, 9)]).toEqual([
      '内容',
      undefined,
      undefined,
    ]);
  });

  test('every place of a merge gives its top left cell, in whatever order rows are asked for', () => {
    const values = [3, 2, 1, 3].map((row) => lookup.mergedCellAt(row, 1)?.value);
    expect(values).toEqual(['基础管理', '基础管理', '类别', '基础管理']);
    expect(lookup.mergeAt(3, 2)).toBeUndefined();
  });

  test('a row gives its cells in order', () => {
    expect(lookup.cellsOfRow(2).map(({ value }) => value)).toEqual(['基础管理', '制度']);
    expect(lookup.cellsOfRow(7)).toEqual([]);
  });
});

describe('names of columns', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('column %d is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  test('no two columns share a name', () => {
    const column = fc.integer({ min: 1, max: 16_384 });
    fc.assert(
      fc.property(
        column,
        column,
        (one, other) => (columnName(one) === columnName(other)) === (one === other),
      ),
    );
  });

  test('a cell is named by column and row', () => {
    expect(cellName(3, 2)).toBe('B3');
  });
});
