import { describe, expect, it } from 'vitest';
import {
  cellWith,
  isUntouched,
  type JudgedCell,
  outcomeOf,
  packCell,
  readCell,
} from '#shared/rules/assessment/judged-cell.ts';
import { anEntry, anItem, points } from '#tests/support/builders/scheme.ts';

const said = (value: number) => ({ entry: anEntry({ direct: points(value) }), at: 1, userName: '李明' });
const cell: JudgedCell = {
  way: 'trimmed',
  parts: [
    { judgeUid: 'a', name: '张三', said: said(4) },
    { judgeUid: 'b', name: '李四', said: null },
  ],
};

describe('what judges said of a cell', () => {
  it('is read as it was kept', () => {
    expect(readCell(packCell(cell))).toEqual(cell);
  });

  it('stays with those who still score it, and begins empty for who joins', () => {
    const judges = [
      { uid: 'c', name: '王五' },
      { uid: 'a', name: '张山' },
    ];
    expect(cellWith(cell, judges, 'mean')).toEqual({
      way: 'mean',
      parts: [
        { judgeUid: 'c', name: '王五', said: null },
        { judgeUid: 'a', name: '张山', said: said(4) },
      ],
    });
    expect(isUntouched(cellWith(null, judges, 'mean'))).toBe(true);
  });

  it('comes to something only when nobody is missing', () => {
    const item = anItem(10, []);
    expect(outcomeOf(item, cell, false)).toBeNull();
    const [one] = cell.parts;
    expect(outcomeOf(item, { way: 'mean', parts: [one!] }, false)).toMatchObject({ mean: '4000/1' });
  });
});
