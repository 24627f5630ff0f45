import { describe, expect, it } from 'vitest';
import { misfitsOf } from '#shared/rules/foreign-forms/fit.ts';
import {
  cellHeading,
  columnHeading,
  type FormLayout,
  lookUpLayout,
  rowHeading,
} from '#shared/rules/foreign-forms/layout.ts';
import { type Pointing, pointingProblem } from '#shared/rules/foreign-forms/pointing.ts';
import type { CellData, CellRange } from '#shared/workbook.ts';

function layout(rows: readonly string[][], merges: CellRange[] = []): FormLayout {
  const cells = rows.flatMap((texts, row) =>
    texts.flatMap((text, column): CellData[] =>
      text === '' ? [] : [{ row: row + 1, column: column + 1, type: 'text', value: text, text }],
    ),
  );
  const size = { rows: rows.length, columns: Math.max(...rows.map(({ length }) => length)) };
  const sheet = { name: '表', state: 'visible' as const, ...size, cells, merges, isCut: false };
  return {
    sheets: [sheet],
    warnings: [],
    contains: { macros: false, externalLinks: false, embeddedObjects: false },
  };
}

const head = { top: 2, bottom: 2, left: 2, right: 3 };
const form = layout(
  [
    ['填报 单位：', '', ''],
    ['区县', '得分', ''],
    ['', '核定分', '名次'],
    ['', '', ''],
    ['合计', '', ''],
  ],
  [head, { top: 2, bottom: 3, left: 1, right: 1 }],
);
const pointing: Pointing = {
  cells: [
    {
      sheet: '表',
      row: 1,
      column: 2,
      source: 'office',
      field: 'officeName',
      format: 'asIs',
      heading: '填报单位：',
    },
  ],
  blocks: [
    {
      sheet: '表',
      top: 4,
      bottom: 4,
      source: 'units',
      columns: [
        { column: 1, field: 'name', format: 'asIs', heading: '区县' },
        { column: 3, field: 'rank', format: 'asIs', heading: '得分／名次' },
      ],
      filters: [],
      order: null,
      match: null,
      below: '合计',
    },
  ],
  repeats: [],
};

describe('what a place of a form is about', () => {
  const look = lookUpLayout(form.sheets[0]!);
  it('is the text before it, or the heads above it, joined cells counting for all that they cover', () => {
    expect(cellHeading(look, 1, 2)).toBe('填报单位：');
    expect(columnHeading(look, 4, 3)).toBe('得分／名次');
    expect(columnHeading(look, 4, 1)).toBe('区县');
    expect(rowHeading(look, 5)).toBe('合计');
  });
});

describe('a pointing held against a form', () => {
  it('fits the form that it was made for', () => {
    expect(misfitsOf(pointing, form)).toEqual([]);
  });

  it('names each place whose heading has changed, and rows that are more or fewer', () => {
    const changed = layout(
      [
        ['填报单位：', '', ''],
        ['区县', '得分', ''],
        ['', '核定分', '等次'],
        ['', '', ''],
        ['', '', ''],
        ['合计', '', ''],
      ],
      [head, { top: 2, bottom: 3, left: 1, right: 1 }],
    );
    expect(misfitsOf(pointing, changed).map(({ text }) => text)).toEqual([
      'C4 原来是“得分／名次”，现在是“得分／等次”',
      '第 4—4 行是重复行，它下面一行原来是“合计”，现在是空白，请核对行数',
    ]);
  });

  it('says once that a sheet is gone, however much was pointed at on it', () => {
    const other = { ...form, sheets: [{ ...form.sheets[0]!, name: '汇总' }] };
    expect(misfitsOf(pointing, other).map(({ text }) => text)).toEqual([
      '没有工作表“表”了，在它上面指定的内容都不能填',
    ]);
  });
});

describe('a pointing that cannot be kept', () => {
  const [block] = pointing.blocks;
  it.each([
    [{ ...pointing, blocks: [{ ...block!, bottom: 3 }] }, '末行在首行之前'],
    [{ ...pointing, blocks: [block!, { ...block!, bottom: 6 }] }, '有重叠'],
    [{ ...pointing, cells: [{ ...pointing.cells[0]!, row: 4 }] }, '不能再单独指定单元格'],
  ])('is told in words', (wrong, words) => {
    expect(pointingProblem(wrong)).toContain(words);
  });

  it('is none where blocks stand one below the other', () => {
    expect(pointingProblem({ ...pointing, blocks: [block!, { ...block!, top: 5, bottom: 6 }] })).toBeNull();
  });
});
