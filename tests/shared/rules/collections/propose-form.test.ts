import { describe, expect, it } from 'vitest';
import type { DesignedForm } from '#shared/rules/collections/definition.ts';
import { findHeads } from '#shared/rules/collections/propose/heads.ts';
import { proposeForm as proposeFromSheet } from '#shared/rules/collections/propose/propose-form.ts';
import { textsOfSheet } from '#shared/rules/collections/propose/sheet-texts.ts';
import type { CellData, CellRange, SheetData } from '#shared/workbook.ts';

/** @param merges top, left, bottom, right */
function sheetOf(
  lines: readonly string[][],
  merges: readonly [number, number, number, number][] = [],
): SheetData {
  const cells = lines.flatMap((line, row) =>
    line.flatMap((text, column): CellData[] =>
      text === '' ? [] : [{ row: row + 1, column: column + 1, text, type: 'text', value: text }],
    ),
  );
  return {
    name: '表1',
    state: 'visible',
    rows: lines.length,
    columns: Math.max(0, ...lines.map(({ length }) => length)),
    cells,
    merges: merges.map(([top, left, bottom, right]): CellRange => ({ top, left, bottom, right })),
    hiddenRows: [],
    hiddenColumns: [],
  };
}

function proposeForm(...sheet: Parameters<typeof sheetOf>): DesignedForm | null {
  const texts = textsOfSheet(sheetOf(...sheet));
  const heads = findHeads(texts);
  return heads === null ? null : proposeFromSheet(texts, heads);
}

const kinds = (...sheet: Parameters<typeof sheetOf>) =>
  proposeForm(...sheet)?.definition.columns.map(({ heading, kind }) => [heading, kind]);
const headings = (...sheet: Parameters<typeof sheetOf>) => kinds(...sheet)?.map(([heading]) => heading);

const grouped = [
  '序号',
  '单位',
  '高层建筑／排查数',
  '高层建筑／整改数',
  '九小场所／排查数',
  '九小场所／整改数',
];

describe('a table proposed from a workbook', () => {
  it('takes the row with most different words as headings, below a title that covers them all', () => {
    const lines = [['排查情况统计表'], ['填报单位：', '', ''], ['单位名称', '排查数', '备注']];
    expect(kinds(lines, [[1, 1, 1, 3]])).toEqual([
      ['单位名称', 'text'],
      ['排查数', 'whole'],
      ['备注', 'text'],
    ]);
  });

  it('guesses what is written in a column from the end of its heading', () => {
    const words = ['是否达标', '完成日期', '罚款金额', '投入(万元)', '整改率', '隐患(处)', '做法'];
    expect(kinds([words])?.map(([, kind]) => kind)).toEqual([
      'yesNo',
      'day',
      'money',
      'decimal',
      'decimal',
      'whole',
      'text',
    ]);
  });

  it('keeps filled rows as given ones: a column filled in all of them is locked, sums and notes ask nothing', () => {
    const form = proposeForm([
      ['序号', '项目', '数量'],
      ['1', '高层建筑', ''],
      ['2', '九小场所', ''],
      ['3', '', ''],
      ['', '合计', ''],
      ['', '填表人：', ''],
    ]);
    expect(form?.definition).toMatchObject({ rows: 'given', blankRows: 0 });
    expect(form?.definition.columns.map(({ locked }) => locked)).toEqual([true, true, false]);
    expect(form?.rows.map(({ values }) => values)).toEqual([
      { c1: '1', c2: '高层建筑' },
      { c1: '2', c2: '九小场所' },
    ]);
  });

  it('lets units write rows of their own where there are only headings', () => {
    expect(proposeForm([['名称', '地址']])?.definition).toMatchObject({ rows: 'free', blankRows: 30 });
  });

  it('takes heads over several columns with those below them, merged or not', () => {
    const title = ['排查整治情况统计表'];
    const caption = ['填报单位：云栖县', '', '', '', '2026年9月30日', ''];
    const [over, under] = [
      ['序号', '单位', '高层建筑', '', '九小场所', ''],
      ['', '', '排查数', '整改数', '排查数', '整改数'],
    ];
    const merged = proposeForm(
      [title, caption, over, under, ['1', '城东街道', '', '', '', '']],
      [
        [1, 1, 1, 6],
        [2, 1, 2, 4],
        [2, 5, 2, 6],
        [3, 1, 4, 1],
        [3, 2, 4, 2],
        [3, 3, 3, 4],
        [3, 5, 3, 6],
      ],
    );
    expect(merged?.definition.columns.map(({ heading }) => heading)).toEqual(grouped);
    expect(merged?.definition.columns.map(({ kind }) => kind).slice(2)).toEqual(Array(4).fill('whole'));
    expect(merged?.rows.map(({ values }) => values)).toEqual([{ c1: '1', c2: '城东街道' }]);
    expect(headings([title, caption, over, under])).toEqual(grouped);
  });

  it('takes heads of three levels, and a group at the edge', () => {
    const lines = [
      ['基本情况', '', '排查整治', '', '', ''],
      ['单位', '地址', '高层建筑', '', '九小场所', ''],
      ['', '', '排查数', '整改数', '排查数', '整改数'],
      ['城东街道', '', '', '', '', ''],
    ];
    const merges: [number, number, number, number][] = [
      [1, 1, 1, 2],
      [1, 3, 1, 6],
      [2, 1, 3, 1],
      [2, 2, 3, 2],
      [2, 3, 2, 4],
      [2, 5, 2, 6],
    ];
    expect(headings(lines, merges)).toEqual([
      '基本情况／单位',
      '基本情况／地址',
      '排查整治／高层建筑／排查数',
      '排查整治／高层建筑／整改数',
      '排查整治／九小场所／排查数',
      '排查整治／九小场所／整改数',
    ]);
  });

  it('keeps rows below a single heading row as given ones, whatever stands in them', () => {
    const lines = [
      ['项目', '要求', '', '数量'],
      ['高层建筑', '逐栋排查', '见附件', ''],
    ];
    expect(proposeForm(lines)?.rows).toHaveLength(1);
    expect(headings(lines)).toEqual(['项目', '要求', '数量']);
  });

  it('never leaves out a column because another one is called the same', () => {
    expect(headings([['单位', '整改数', '整改数']])).toEqual(['单位', '整改数', '整改数']);
  });

  it('takes the rows that the clerk says', () => {
    const texts = textsOfSheet(
      sheetOf([
        ['一', '二'],
        ['单位', '数量'],
        ['甲', ''],
      ]),
    );
    const form = proposeFromSheet(texts, { top: 2, bottom: 2 });
    expect(form?.definition.columns.map(({ heading }) => heading)).toEqual(['单位', '数量']);
    expect(proposeFromSheet(texts, { top: 9, bottom: 9 })).toBeNull();
  });

  it('is not proposed where no row has two headings', () => {
    expect(proposeForm([['说明'], ['1', '2', '3']])).toBeNull();
    expect(proposeForm([])).toBeNull();
  });
});
