import { describe, expect, it } from 'vitest';
import { proposeForm } from '#shared/rules/collections/propose-form.ts';

const kinds = (lines: string[][]) =>
  proposeForm(lines)?.definition.columns.map(({ heading, kind }) => [heading, kind]);

describe('a table proposed from a workbook', () => {
  it('takes the row with most different words as headings, below a title that covers them all', () => {
    const title = ['排查情况统计表', '排查情况统计表', '排查情况统计表'];
    expect(kinds([title, ['填报单位：', '', ''], ['单位名称', '排查数', '备注']])).toEqual([
      ['单位名称', 'text'],
      ['排查数', 'whole'],
      ['备注', 'text'],
    ]);
  });

  it('guesses what is written in a column from the end of its heading', () => {
    const headings = ['是否达标', '完成日期', '罚款金额', '投入(万元)', '整改率', '隐患(处)', '做法'];
    expect(kinds([headings])?.map(([, kind]) => kind)).toEqual([
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

  it('is not proposed where no row has two headings', () => {
    expect(proposeForm([['说明'], ['1', '2', '3']])).toBeNull();
    expect(proposeForm([])).toBeNull();
  });
});
