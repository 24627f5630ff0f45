import { describe, expect, test } from 'vitest';
import type { Direction, MotionContext } from '#renderer/ui/sheet-grid/model/movement.ts';
import { moveCell } from '#renderer/ui/sheet-grid/model/movement.ts';
import type { Cell } from '#renderer/ui/sheet-grid/model/range.ts';

/** A sheet drawn with one sign per cell: x is filled. */
function sheetOf(...lines: string[]): MotionContext {
  return {
    bounds: { rows: lines.length, columns: lines[0]?.length ?? 0 },
    pageRows: 10,
    isFilled: ({ row, column }) => lines[row]?.[column] === 'x',
  };
}

function jumps(context: MotionContext, from: Cell, direction: Direction, times: number): number[] {
  const columns: number[] = [];
  let cell = from;
  for (let jump = 0; jump < times; jump += 1) {
    cell = moveCell(cell, { by: 'jump', direction }, context);
    columns.push(direction === 'left' || direction === 'right' ? cell.column : cell.row);
  }
  return columns;
}

describe('jumping with Ctrl', () => {
  test('stops at the end of a filled run, at the next filled cell and at the edge', () => {
    const line = sheetOf('xxx..x.xx...');
    expect(jumps(line, { row: 0, column: 0 }, 'right', 6)).toEqual([2, 5, 7, 8, 11, 11]);
    expect(jumps(line, { row: 0, column: 11 }, 'left', 6)).toEqual([8, 7, 5, 2, 0, 0]);
  });

  test('goes down a column likewise', () => {
    expect(jumps(sheetOf('x', '.', 'x', 'x'), { row: 0, column: 0 }, 'down', 3)).toEqual([2, 3, 3]);
  });
});

describe('moving', () => {
  const sheet = sheetOf(...Array.from({ length: 25 }, () => '.....'));

  test('steps stop at the edges', () => {
    expect(moveCell({ row: 0, column: 0 }, { by: 'step', direction: 'up' }, sheet)).toEqual({
      row: 0,
      column: 0,
    });
    expect(moveCell({ row: 3, column: 4 }, { by: 'step', direction: 'right' }, sheet)).toEqual({
      row: 3,
      column: 4,
    });
    expect(moveCell({ row: 3, column: 3 }, { by: 'step', direction: 'left' }, sheet)).toEqual({
      row: 3,
      column: 2,
    });
  });

  test('a page is as many rows as are seen, less at the end', () => {
    expect(moveCell({ row: 3, column: 1 }, { by: 'page', direction: 'down' }, sheet).row).toBe(13);
    expect(moveCell({ row: 20, column: 1 }, { by: 'page', direction: 'down' }, sheet).row).toBe(24);
    expect(moveCell({ row: 3, column: 1 }, { by: 'page', direction: 'up' }, sheet).row).toBe(0);
  });

  test('Home and End reach the ends of the row or of the sheet', () => {
    const from = { row: 7, column: 2 };
    expect(moveCell(from, { by: 'edge', edge: 'row-start' }, sheet)).toEqual({ row: 7, column: 0 });
    expect(moveCell(from, { by: 'edge', edge: 'row-end' }, sheet)).toEqual({ row: 7, column: 4 });
    expect(moveCell(from, { by: 'edge', edge: 'sheet-start' }, sheet)).toEqual({ row: 0, column: 0 });
    expect(moveCell(from, { by: 'edge', edge: 'sheet-end' }, sheet)).toEqual({ row: 24, column: 4 });
  });

  test('Ctrl+End stays above the empty lines that are kept ready below', () => {
    const used = sheetOf('x....', '..x..', '.....', '.....');
    const end = { by: 'edge', edge: 'sheet-end' } as const;
    expect(moveCell({ row: 0, column: 0 }, end, used)).toEqual({ row: 1, column: 4 });
  });
});
