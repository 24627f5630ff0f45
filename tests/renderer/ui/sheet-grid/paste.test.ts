import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPaste } from '#renderer/ui/sheet-grid/model/paste.ts';
import type { Range } from '#renderer/ui/sheet-grid/model/range.ts';
import { rangeContains } from '#renderer/ui/sheet-grid/model/range.ts';

const BOUNDS = { rows: 6, columns: 6 };
/** Two items and their subtotal, twice. */
const WITH_SUBTOTALS = { bounds: BOUNDS, isDerived: (column: number) => column % 3 === 2 };

function range(top: number, left: number, bottom: number, right: number): Range {
  return { top, left, bottom, right };
}

test('one value fills the whole selected block', () => {
  const plan = planPaste([['5']], range(1, 1, 2, 3), { bounds: BOUNDS });
  expect(plan.writes).toHaveLength(6);
  expect(plan.range).toEqual(range(1, 1, 2, 3));
});

test('a block goes from the upper left corner of what is selected', () => {
  const plan = planPaste(
    [
      ['1', '2'],
      ['3', '4'],
    ],
    range(2, 3, 2, 3),
    { bounds: BOUNDS },
  );
  expect(plan.writes).toContainEqual({ row: 3, column: 4, text: '4' });
  expect(plan.range).toEqual(range(2, 3, 3, 4));
  expect(plan.beyondEdge).toBe(0);
});

test('a block is repeated when the selection is a multiple of it, and laid once when it is not', () => {
  const row = [['1', '2']];
  expect(planPaste(row, range(0, 0, 2, 3), { bounds: BOUNDS }).writes).toHaveLength(12);
  expect(planPaste(row, range(0, 0, 2, 0), { bounds: BOUNDS }).range).toEqual(range(0, 0, 2, 1));
  expect(planPaste(row, range(0, 0, 2, 2), { bounds: BOUNDS }).range).toEqual(range(0, 0, 0, 1));
});

test('what lies beyond the last row or column is left out and counted', () => {
  const plan = planPaste(
    [
      ['1', '2'],
      ['3', '4'],
    ],
    range(5, 5, 5, 5),
    { bounds: BOUNDS },
  );
  expect(plan.writes).toEqual([{ row: 5, column: 5, text: '1' }]);
  expect(plan.beyondEdge).toBe(3);
  expect(plan.range).toEqual(range(5, 5, 5, 5));
});

test('the missing cells of a short row are left alone', () => {
  const plan = planPaste([['1', '2'], ['3']], range(0, 0, 0, 0), { bounds: BOUNDS });
  expect(plan.writes.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
  ]);
});

test('no pasted cell is lost: each is written inside the new selection or counted', () => {
  const block = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 8,
  });
  const corner = fc.integer({ min: 0, max: 5 });
  fc.assert(
    fc.property(block, corner, corner, (texts, row, column) => {
      const plan = planPaste(texts, range(row, column, row, column), { bounds: BOUNDS });
      expect(plan.writes.length + plan.beyondEdge).toBe(texts.length * 2);
      expect(plan.writes.every((cell) => rangeContains(plan.range, cell))).toBe(true);
    }),
  );
});

function columnsOf(block: string[][], ground = {}): number[] {
  const plan = planPaste(block, range(0, 0, 0, 0), { ...WITH_SUBTOTALS, ...ground });
  return plan.writes.filter(({ row }) => row === 0).map(({ column }) => column);
}

test('a block without subtotals passes the columns of subtotals by', () => {
  expect(columnsOf([['6', '10', '8', '5']])).toEqual([0, 1, 3, 4]);
  expect(columnsOf([['6', '10', '3次']])).toEqual([0, 1, 3]);
  expect(columnsOf([['-1', '-2', '-3']])).toEqual([0, 1, 3]);
  expect(columnsOf([['1', '2', '3', '/']])).toEqual([0, 1, 3, 4]);
  expect(columnsOf([['6', '10', '', '5']])).toEqual([0, 1, 3, 4]);
  const plan = planPaste([['6', '7', '8', '9', '5']], range(0, 0, 0, 0), WITH_SUBTOTALS);
  expect(plan.beyondEdge).toBe(1);
  expect(plan.range).toEqual(range(0, 0, 0, 5));
});

test('a block with the right subtotals, with empty ones, or copied from such a sheet keeps them in their columns', () => {
  expect(columnsOf([['6', '10', '16.00', '8', '5', '13']])).toEqual([0, 1, 2, 3, 4, 5]);
  expect(
    columnsOf([
      ['6', '', '6'],
      ['5', '2', '7分'],
    ]),
  ).toEqual([0, 1, 2]);
  expect(columnsOf([['6', '10', '', '8', '5', '']])).toEqual([0, 1, 2, 3, 4, 5]);
  expect(columnsOf([['3次', '10', '14', '8']], { isOwnCopy: true })).toEqual([0, 1, 2, 3]);
});

test('a block without subtotals fills what is selected across them', () => {
  const plan = planPaste([['1', '2', '3', '4']], range(0, 0, 1, 5), WITH_SUBTOTALS);
  expect(plan.writes).toHaveLength(8);
  expect(plan.writes.map(({ column }) => column)).not.toContain(2);
});
