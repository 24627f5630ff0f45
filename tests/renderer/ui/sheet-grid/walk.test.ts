import { describe, expect, test } from 'vitest';
import type { Selection } from '#renderer/ui/sheet-grid/model/selection.ts';
import { selectBlock, selectCell } from '#renderer/ui/sheet-grid/model/selection.ts';
import type { Walk } from '#renderer/ui/sheet-grid/model/walk.ts';
import { walk } from '#renderer/ui/sheet-grid/model/walk.ts';

const BOUNDS = { rows: 5, columns: 4 };
const TAB: Walk = { along: 'row', back: false };
const BACK_TAB: Walk = { along: 'row', back: true };
const ENTER: Walk = { along: 'column', back: false };
const BACK_ENTER: Walk = { along: 'column', back: true };

/** Active cells after each step as "row,column"; "out" where Tab leaves the sheet. */
function path(start: Selection, ...ways: Walk[]): string[] {
  let selection = start;
  let runStart: number | null = null;
  return ways.map((way) => {
    const walked = walk(selection, way, BOUNDS, runStart);
    if (!walked) return 'out';
    ({ selection, runStart } = walked);
    return `${selection.active.row},${selection.active.column}`;
  });
}

describe('from a single cell', () => {
  test('Enter after Tabs returns to the column where the run began', () => {
    expect(path(selectCell({ row: 0, column: 1 }), TAB, TAB, ENTER, TAB, ENTER)).toEqual([
      '0,2',
      '0,3',
      '1,1',
      '1,2',
      '2,1',
    ]);
  });

  test('Enter alone goes down and stays in the last row', () => {
    expect(path(selectCell({ row: 3, column: 2 }), ENTER, ENTER, BACK_ENTER)).toEqual(['4,2', '4,2', '3,2']);
  });

  test('Tab goes on in the next row and leaves the sheet only at its ends', () => {
    expect(path(selectCell({ row: 0, column: 3 }), TAB, ENTER)).toEqual(['1,0', '2,0']);
    expect(path(selectCell({ row: 1, column: 0 }), BACK_TAB)).toEqual(['0,3']);
    expect(path(selectCell({ row: 4, column: 3 }), TAB)).toEqual(['out']);
    expect(path(selectCell({ row: 0, column: 0 }), BACK_TAB)).toEqual(['out']);
  });
});

describe('inside a block', () => {
  const block = selectBlock({ row: 1, column: 1 }, { row: 2, column: 2 });

  test('Tab walks row by row and Enter column by column, round and round', () => {
    expect(path(block, TAB, TAB, TAB, TAB)).toEqual(['1,2', '2,1', '2,2', '1,1']);
    expect(path(block, ENTER, ENTER, ENTER, ENTER)).toEqual(['2,1', '1,2', '2,2', '1,1']);
    expect(path(block, BACK_TAB, BACK_ENTER)).toEqual(['2,2', '1,2']);
  });

  test('the block itself stays selected', () => {
    const walked = walk(block, TAB, BOUNDS, null);
    expect(walked?.selection).toEqual({ ...block, active: { row: 1, column: 2 } });
  });
});
