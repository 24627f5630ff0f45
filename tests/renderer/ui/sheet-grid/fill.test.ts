import { expect, test } from 'vitest';
import { fillDown, fillFrom, fillRight, stretchTo } from '#renderer/ui/sheet-grid/model/fill.ts';
import type { Range } from '#renderer/ui/sheet-grid/model/range.ts';
import type { CellWrite } from '#renderer/ui/sheet-grid/model/writes.ts';

function range(top: number, left: number, bottom: number, right: number): Range {
  return { top, left, bottom, right };
}

function textAt({ row, column }: { row: number; column: number }): string {
  return `${row},${column}`;
}

function written(writes: readonly CellWrite[]): string[] {
  return writes.map((write) => `${textAt(write)}=${write.text}`);
}

test('filling down takes the first row of the block', () => {
  expect(written(fillDown(range(1, 0, 3, 1), textAt))).toEqual(['2,0=1,0', '2,1=1,1', '3,0=1,0', '3,1=1,1']);
});

test('filling down a single row takes the row above, if there is one', () => {
  expect(written(fillDown(range(2, 1, 2, 2), textAt))).toEqual(['2,1=1,1', '2,2=1,2']);
  expect(fillDown(range(0, 1, 0, 2), textAt)).toEqual([]);
});

test('filling right takes the first column, or the one to the left of a single column', () => {
  expect(written(fillRight(range(0, 1, 0, 3), textAt))).toEqual(['0,2=0,1', '0,3=0,1']);
  expect(written(fillRight(range(0, 1, 1, 1), textAt))).toEqual(['0,1=0,0', '1,1=1,0']);
  expect(fillRight(range(0, 0, 1, 0), textAt)).toEqual([]);
});

test('the block is repeated in phase downwards and upwards', () => {
  const source = range(4, 0, 5, 0);
  expect(written(fillFrom(source, range(4, 0, 8, 0), textAt))).toEqual(['6,0=4,0', '7,0=5,0', '8,0=4,0']);
  expect(written(fillFrom(source, range(1, 0, 5, 0), textAt))).toEqual(['1,0=5,0', '2,0=4,0', '3,0=5,0']);
});

test('the fill handle stretches the block one way, along the longer distance', () => {
  const source = range(2, 2, 3, 3);
  expect(stretchTo(source, { row: 7, column: 5 })).toEqual(range(2, 2, 7, 3));
  expect(stretchTo(source, { row: 1, column: 0 })).toEqual(range(2, 0, 3, 3));
  expect(stretchTo(source, { row: 3, column: 2 })).toEqual(source);
});
