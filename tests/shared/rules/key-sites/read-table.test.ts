import { describe, expect, it } from 'vitest';
import { siteTableColumns } from '#shared/rules/key-sites/headings.ts';
import { readTable } from '#shared/rules/key-sites/read-table.ts';
import { mappedColumns, proposedForm } from '#shared/rules/tables/form.ts';

const known = siteTableColumns([{ uid: 'high-rise', name: '高层建筑', words: ['高层建筑', '高层'] }]);

function read(text: string) {
  const rows = text.split('\n').map((line, index) => ({ row: index + 1, cells: line.split('|') }));
  const { headingRow, mapping } = proposedForm(rows, known)!;
  const headed = mappedColumns(mapping, rows[headingRow - 1]!.cells, known);
  return { ...readTable(rows.slice(headingRow), headed), columns: headed };
}

describe('a table of sites', () => {
  it('is read by the words of its heading, in any order, with a title above', () => {
    const { sites, columns, problems } = read(
      '重点单位台账|重点单位台账\n序号|联系电话|单位 名称|所属县（市、区）|乡镇（街道）|消防安全责任人|所属行业|详细地址\n1|0530-1234567|望江酒店|云栖区|望江街道|张三|宾馆饭店|滨江路 1 号',
    );
    expect(problems).toEqual([]);
    expect(columns.map(({ meaning }) => meaning)).toEqual([
      'phone',
      'name',
      'county',
      'township',
      'responsiblePerson',
      'trade',
      'address',
    ]);
    expect(sites).toMatchObject([
      {
        row: 3,
        name: '望江酒店',
        county: '云栖区',
        township: '望江街道',
        trade: '宾馆饭店',
        phone: '0530-1234567',
      },
    ]);
  });

  it('takes an empty place for the one above, and a county without township for the county itself', () => {
    const { sites } = read('名称|县区|乡镇\n甲|东区|一镇\n乙||\n丙||二镇\n丁|西区|\n戊||');
    expect(sites.map(({ name, county, township }) => `${name} ${county} ${township}`)).toEqual([
      '甲 东区 一镇',
      '乙 东区 一镇',
      '丙 东区 二镇',
      '丁 西区 ',
      '戊 西区 ',
    ]);
  });

  it('reads kinds from a cell, and answers from a column of their own', () => {
    const { sites } = read(
      '单位名称|类别|是否高层\n甲|重点单位、人员密集场所|是\n乙||否\n丙|重点单位/易燃易爆|√',
    );
    expect(sites.map(({ kindWords, kindAnswers }) => [kindWords.length, kindAnswers[0]?.yes])).toEqual([
      [2, true],
      [0, false],
      [2, true],
    ]);
  });

  it('points out by row and column what cannot be stored', () => {
    const { sites, problems } = read(
      `单位名称|退出日期|备注\n甲|去年|\n|2026-01-01|没有名称\n合计|||\n||3\n乙|2026年3月1日|${'长'.repeat(501)}`,
    );
    expect(sites.map(({ name, closedOn }) => [name, closedOn])).toEqual([
      ['甲', null],
      ['乙', '2026-03-01'],
    ]);
    expect(problems.map(({ severity, row, column }) => `${severity} ${row}${column}`)).toEqual([
      'error 2B',
      'warning 3A',
      'warning 4A',
      'error 6C',
    ]);
  });
});
