import { describe, expect, it } from 'vitest';
import { columnsOfPlainNames, organizationTableColumns } from '#shared/rules/organizations/table-columns.ts';
import { mappingByWords, proposedForm } from '#shared/rules/tables/form.ts';

const marks = new Map([
  ['nationalKeyTown', '全国重点镇'],
  ['own', '街道'],
]);
const columns = organizationTableColumns(marks);

describe('the columns of a table of organizations', () => {
  it('are known with 所属 before and 名 or 名称 behind their words', () => {
    const headings = ['所属县（市、区）', '乡镇名', '村(社区)名称', '所在单位', '上级名称', '区划代码'];
    const meanings = ['county', 'township', 'village', 'name', 'parent', 'code'];
    expect(mappingByWords(headings, columns)).toEqual(meanings);
  });

  it('are those of the marks, too, whose names take no other column away', () => {
    const headings = ['街道', '是否为全国重点镇', '全国重点镇', '是否街道'];
    expect(mappingByWords(headings, columns)).toEqual(['township', 'mark:nationalKeyTown', null, 'mark:own']);
  });

  it('head a table also alone where they name organizations, and only then', () => {
    const table = (heading: string) => [
      { row: 1, cells: [heading] },
      { row: 2, cells: ['甲县'] },
    ];
    expect(proposedForm(table('县区'), columns)?.headingRow).toBe(1);
    expect(proposedForm(table('简称'), columns)).toBeNull();
  });

  it('are of plain names the first that is no running number, then the short name', () => {
    const rows = [
      { row: 1, cells: ['1', '甲镇', '甲', '街上'] },
      { row: 2, cells: ['2', '乙镇'] },
    ];
    expect(columnsOfPlainNames(rows)).toEqual([null, 'name', 'shortName', null]);
    expect(columnsOfPlainNames([])).toEqual([]);
  });
});
