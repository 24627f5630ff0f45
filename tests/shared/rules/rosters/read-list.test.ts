import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesAsTable, readLines } from '#shared/rules/rosters/read-lines.ts';
import { readRoster } from '#shared/rules/rosters/read-table.ts';
import { rosterTableColumns } from '#shared/rules/rosters/table-columns.ts';
import { mappedColumns, proposedForm } from '#shared/rules/tables/form.ts';

const words = new Set(['主任', '第一主任', '副主任', '成员', '委员', '联络员']);

function linesOf(text: string) {
  return text.split('\n').map((line, index) => ({ row: index + 1, cells: line.split('\t') }));
}
const short = (text: string) =>
  readLines(linesOf(text), words)
    .persons.filter(({ name }) => name !== '')
    .map(({ positionText, name, title, unit, post }) =>
      [positionText, name, title === '' ? `${unit}/${post}` : title].join(' '),
    );
const formOf = (text: string) => proposedForm(linesOf(text), rosterTableColumns);
function table(text: string) {
  const rows = linesOf(text);
  const { headingRow, mapping } = formOf(text)!;
  const columns = mappedColumns(mapping, rows[headingRow - 1]!.cells, rosterTableColumns);
  return readRoster(rows.slice(headingRow), columns, words);
}

describe('a roster written as text', () => {
  it.each([
    ['主任：张伟明 副市长', ['主任 张伟明 副市长']],
    ['主 任:张伟明\u3000副市长', ['主任 张伟明 副市长']],
    [
      '副主任：李强\u3000\u3000市政府副秘书长\n王\u3000芳\u3000市应急管理局局长',
      ['副主任 李强 市政府副秘书长', '副主任 王芳 市应急管理局局长'],
    ],
    ['成\u3000员：\n赵敏 市教育局 副局长', ['成员 赵敏 市教育局/副局长']],
    ['成员：张三、李四、王五', ['成员 张三 /', '成员 李四 /', '成员 王五 /']],
    [
      '成员：张三（市公安局副局长）、李四(市民政局副局长)',
      ['成员 张三 市公安局副局长', '成员 李四 市民政局副局长'],
    ],
    [
      '成员：周海涛 市教育局副局长、吴小梅 市民政局副局长；王 芳 市水利局',
      ['成员 周海涛 市教育局副局长', '成员 吴小梅 市民政局副局长', '成员 王芳 市水利局'],
    ],
    [
      '副主任：林静 市应急管理局党委书记、局长 兼办公室主任',
      ['副主任 林静 市应急管理局党委书记、局长/兼办公室主任'],
    ],
    ['委员\t张三\t市水利局副局长', ['委员 张三 市水利局副局长']],
    ['1. 主任：张伟明 副市长', ['主任 张伟明 副市长']],
    ['代主任 张伟明 副市长', ['代主任 张伟明 副市长']],
    ['成员：买买提·艾力 市商务局副局长', ['成员 买买提·艾力 市商务局副局长']],
    ['成员：张×× 市商务局副局长', ['成员 张×× 市商务局副局长']],
    ['副主任：林静，市应急管理局党委书记、局长', ['副主任 林静 市应急管理局党委书记、局长']],
    ['副主任：林 静, 市应急管理局局长', ['副主任 林静 市应急管理局局长']],
    ['成员：市消防救援支队支队长 刘洋', ['成员 刘洋 市消防救援支队支队长']],
  ])('%s is read', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });

  it('finds phones wherever they stand', () => {
    const [person] = readLines(
      linesOf('联络员：孙丽 市气象局科长 138-1234-5678 0551-62345678'),
      words,
    ).persons;
    expect(person).toMatchObject({
      name: '孙丽',
      title: '市气象局科长',
      mobile: '13812345678',
      officePhone: '0551-62345678',
    });
  });

  it('makes nobody of a list in which it could not read everybody', () => {
    expect(short('成员：张三、市公安局王五、李四')).toEqual([]);
    expect(short('办公室设在市消防救援支队，林静同志兼任办公室主任。')).toEqual([]);
  });

  it('keeps a line in which it found nobody, for who puts the name to it', () => {
    const { persons } = readLines(linesOf('临川市消防安全委员会组成人员名单\n主任：张伟明 副市长'), words);
    expect(persons.map(({ row, name, title }) => [row, name, title])).toEqual([
      [1, '', '临川市消防安全委员会组成人员名单'],
      [2, '张伟明', '副市长'],
    ]);
  });

  it('becomes a table with one person in each row, and only the columns that say anything', () => {
    const text = '主任：张伟明 副市长\n成员：张三、李四（市民政局局长）\n\n联络员：王芳 13812345678';
    const { rows, mapping } = linesAsTable(linesOf(text), words);
    expect(mapping).toEqual(['position', 'name', 'title', 'mobile']);
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, '主任', '张伟明', '副市长', ''],
      [2, '成员', '张三', '', ''],
      [3, '成员', '李四', '市民政局局长', ''],
      [4, '联络员', '王芳', '', '13812345678'],
    ]);
  });

  it('gives each row a number of its own, none before its line, whatever stands in the lines', () => {
    const line = fc.constantFrom(
      '主任：张三',
      '成员：',
      '李四、王五、赵六',
      '',
      '附件一览（略）',
      '孙七 某局',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (texts) => {
        const lines = linesOf(texts.join('\n'));
        const { persons } = readLines(lines, words);
        const numbers = linesAsTable(lines, words).rows.map(({ row }) => row);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
        expect(numbers.every((number, place) => number >= persons[place]!.row)).toBe(true);
      }),
    );
  });
});

describe('a roster in a table', () => {
  it('has its headings in any order, below a title, and a position counts for those below', () => {
    const read = table(
      '组成人员名单\n电话\t单位\t姓名\t职务\t委员会职务\n13812345678\t市政府\t张伟\t副市长\t主任\n\t市教育局\t李\u3000强\t局长\t成员\n62345678\t市民政局\t王芳\t局长\t',
    );
    expect(
      read.persons.map(({ row, positionText, name, unit, post, mobile, officePhone }) => [
        row,
        positionText,
        name,
        unit,
        post,
        mobile,
        officePhone,
      ]),
    ).toEqual([
      [3, '主任', '张伟', '市政府', '副市长', '13812345678', ''],
      [4, '成员', '李强', '市教育局', '局长', '', ''],
      [5, '成员', '王芳', '市民政局', '局长', '', '62345678'],
    ]);
    expect(read.columns.map(({ meaning }) => meaning)).toEqual(['phone', 'unit', 'name', 'post', 'position']);
  });

  it('takes 职务 for the position where that column holds nothing but positions', () => {
    const read = table('姓名\t职务\t工作单位及职务\n张伟\t主任\t副市长\n李强\t副主任\t市政府副秘书长');
    expect(read.persons.map(({ positionText, title }) => [positionText, title])).toEqual([
      ['主任', '副市长'],
      ['副主任', '市政府副秘书长'],
    ]);
  });

  it('reads a row that holds only a position as the heading of those below', () => {
    const read = table('姓名\t单位及职务\n主　任：\t主　任：\n张伟\t副市长\n成员\t\n李强\t市教育局局长');
    expect(read.persons.map(({ positionText }) => positionText)).toEqual(['主任', '成员']);
  });

  it('points out days that are none and an end before the start, by row and column', () => {
    const read = table(
      '姓名\t任职日期\t截止日期\n张伟\t2026年3月1日\t2026-02-01\n李强\t去年\t\n王芳\t2026.2.30\t',
    );
    expect(read.problems.map(({ row, column, severity }) => [row, column, severity])).toEqual([
      [2, 'C', 'error'],
      [3, 'B', 'error'],
      [4, 'B', 'error'],
    ]);
    expect(read.persons[0]?.firstDay).toBe('2026-03-01');
  });

  it('has headings in other words, in any order', () => {
    expect(
      formOf('附件2\n联系电话(手机)\t工作单位、职务\t姓　名\t消防安全委员会内职务\t任职文号\t序号')?.mapping,
    ).toEqual(['phone', 'title', 'name', 'position', 'document', null]);
    expect(formOf('姓名\n张三')).toEqual({ headingRow: 1, mapping: ['name'] });
  });

  it('is none without any heading', () => {
    expect(formOf('主任\t张伟\t副市长')).toBeNull();
    expect(formOf('主任：张伟 副市长\n成员单位：市教育局\n联系电话：62345678')).toBeNull();
  });
});
