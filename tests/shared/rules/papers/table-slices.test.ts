import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import { rowGroups, sliceRows } from '#shared/rules/papers/table-slices.ts';

function cell(text: string, down = 1, across = 1): PaperCell {
  return { text, align: 'left', across, down };
}

function table(rows: PaperCell[][], headRows = 0): PaperTable {
  return { kind: 'table', caption: '', columns: [1, 1], headRows, rows, landscape: false };
}

const county = [[cell('城东区', 3), cell('甲')], [cell('乙')], [cell('丙')], [cell('城西区'), cell('丁')]];

describe('a table in slices', () => {
  test('rows that a merged cell holds together are one group', () => {
    expect(rowGroups(table(county))).toEqual([
      [0, 3],
      [3, 4],
    ]);
  });

  test('the head is no group', () => {
    expect(rowGroups(table([[cell('县区'), cell('单位')], ...county], 1))).toEqual([
      [1, 4],
      [4, 5],
    ]);
  });

  test('a line of headings within the table stays with the row below it, the last one alone', () => {
    const heading = [{ ...cell('一、疏散', 1, 2), bold: true }];
    const line = [cell('通道'), cell('畅通')];
    expect(rowGroups(table([line, heading, line, line, heading]))).toEqual([
      [0, 1],
      [1, 3],
      [3, 4],
      [4, 5],
    ]);
  });

  test('a merged cell that is cut stands again at the top of the rest', () => {
    expect(sliceRows(county, 0, 2)).toEqual([[cell('城东区', 2), cell('甲')], [cell('乙')]]);
    expect(sliceRows(county, 2, 4)).toEqual([
      [cell('城东区'), cell('丙')],
      [cell('城西区'), cell('丁')],
    ]);
  });

  test('a repeated cell returns to its own column', () => {
    const rows = [
      [cell('甲'), cell('共同', 2), cell('乙')],
      [cell('丙'), cell('丁')],
    ];
    expect(sliceRows(rows, 1, 2)).toEqual([[cell('丙'), cell('共同'), cell('丁')]]);
  });

  test('groups cover all rows below the head, one after the other', () => {
    const downs = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(downs, (heights) => {
        const rows = heights.map((down, index) => [cell(String(index), down)]);
        const groups = rowGroups(table(rows));
        expect(
          groups.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)),
        ).toEqual(rows.map((_, index) => index));
      }),
    );
  });
});
