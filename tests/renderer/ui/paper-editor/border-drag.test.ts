import { expect, test } from 'vitest';
import { movedBorder } from '#renderer/ui/paper-editor/table/border-drag.ts';

test('a dragged border takes from one neighbour what it gives the other', () => {
  expect(movedBorder({ shares: [1, 1, 2], index: 0, width: 400 }, 40)).toEqual([1.4, 0.6, 2]);
  expect(movedBorder({ shares: [1, 1, 2], index: 1, width: 400 }, -40)).toEqual([1, 0.6, 2.4]);
});

test('no column can be dragged away', () => {
  expect(movedBorder({ shares: [1, 1], index: 0, width: 400 }, 900)).toEqual([1.9, 0.1]);
  expect(movedBorder({ shares: [1, 1], index: 0, width: 400 }, -900)).toEqual([0.1, 1.9]);
});
