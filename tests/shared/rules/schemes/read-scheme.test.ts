import { readScheme, type SchemeReading } from '#shared/rules/schemes/read-scheme.ts';
import { type ComposedSheet, composedWorkbook } from '#tests/support/builders/sheet.ts';
import { describe, expect, it } from 'vitest';

async function read(sheet: ComposedSheet): Promise<SchemeReading> {
  return readScheme(await composedWorkbook(sheet), null);
}

/** Name and points of each category, then number, content, points of its indicators. */
function outline({ content }: SchemeReading) {
  return content.categories.map(({ name, maxPoints, indicators }) => [
    `${name} ${maxPoints / 1000}`,
    ...indicators.map((one) => `${one.number} ${one.content} ${one.maxPoints / 1000}`),
  ]);
}

function places({ problems }: SchemeReading) {
  return problems.map(({ column, row, text }) => `${column}${row} ${text}`);
}

describe('a scheme in an office’s own table', () => {
  it('is read with its heads in any order, above them a title and a line for the unit', async () => {
    const reading = await read({
      rows: [
        ['2026年乡镇消防工作考核评分表'],
        ['被考评单位：', null, null, null, '2026年 月 日'],
        ['评分标准', '分 值', '序号', '考评内容', '考评方式', '自评分', '扣分理由(备注)'],
        ['少一次扣3分', '6分', 1, '每季度召开会议', '查阅资料', null, null],
        ['未制定的不得分', 4, 2, '制定年度计划', '查阅资料', null, null],
      ],
      merges: ['A1:G1'],
    });
    expect(reading.content.title).toBe('2026年乡镇消防工作考核评分表');
    expect(reading.content.appliesTo).toBe('township');
    expect(outline(reading)).toEqual([['考核指标 10', '1 每季度召开会议 6', '2 制定年度计划 4']]);
    expect(reading.content.categories[0]?.indicators[0]).toMatchObject({
      ruleText: '少一次扣3分',
      method: '查阅资料',
      rules: [],
    });
    expect(reading.columns.map(({ letter, meaning }) => `${letter}${meaning}`)).toEqual([
      'A评分标准',
      'B分值',
      'C序号',
      'D考评内容',
      'E考评方式',
      'F打分时填写，不导入',
      'G打分时填写，不导入',
    ]);
    expect(reading.problems).toEqual([]);
  });

  it('takes categories from a merged column with their points, and says where sums do not add up', async () => {
    const reading = await read({
      rows: [
        ['县(市、区)消防工作考核细则'],
        ['考核项目', '考核内容', '分值', '评分办法'],
        ['组织\n领导\n(20分)', '成立机构', 12, '未成立的扣6分'],
        [null, '签订责任书', 6, '少签一份扣1分'],
        ['宣传教育(10分)', '开展宣传', '10 分', '酌情扣2-6分'],
      ],
      merges: ['A1:D1', 'A3:A4'],
    });
    expect(outline(reading)).toEqual([
      ['组织领导 20', ' 成立机构 12', ' 签订责任书 6'],
      ['宣传教育 10', ' 开展宣传 10'],
    ]);
    expect(places(reading)).toEqual(['A3 “组织领导”写明 20 分，下面各项合计 18 分，差 2 分']);
  });

  it('takes an empty category cell for the one above it', async () => {
    const reading = await read({
      rows: [
        ['一级指标', '二级指标', '分值', '评分标准'],
        ['责任落实', '甲', 5, 'a'],
        [null, '乙', 5, 'b'],
        ['基础建设', '丙', 5, 'c'],
      ],
    });
    expect(outline(reading)).toEqual([
      ['责任落实 10', ' 甲 5', ' 乙 5'],
      ['基础建设 5', ' 丙 5'],
    ]);
  });

  it('takes categories from heading rows of two levels, in full-width digits too', async () => {
    const reading = await read({
      rows: [
        ['序号', '考评内容', '分值', '评分标准', '得分'],
        ['一、组织领导(20分)'],
        ['1', '会议', '8', 'a'],
        ['2', '计划', '12分', 'b'],
        ['二、基础建设', null, '30'],
        ['(一)消防站'],
        ['1', '建站', '20', 'c'],
        ['(二)水源', null, 10],
        ['1', '消火栓', 10, 'd'],
        ['合计', null, 50],
      ],
      merges: ['A2:E2', 'A5:B5', 'A6:E6', 'A8:B8'],
    });
    expect(outline(reading)).toEqual([
      ['组织领导 20', '1 会议 8', '2 计划 12'],
      ['基础建设—消防站 20', '1 建站 20'],
      ['基础建设—水源 10', '1 消火栓 10'],
    ]);
    expect(places(reading)).toEqual([]);
  });

  it('takes numbering in full-width brackets, points and digits off names and contents', async () => {
    const reading = await read({
      rows: [
        ['考核项目', '考核内容', '分值', '评分标准'],
        ['（一）消防站', '１．１．建站', '6分', 'a'],
        [null, '（2）配人', '４分', 'b'],
        ['二．水源', '3）消火栓', '5分', 'c'],
        ['说明：总分90分以上为优秀。'],
      ],
    });
    expect(outline(reading)).toEqual([
      ['消防站 10', '1.1 建站 6', '2 配人 4'],
      ['水源 5', '3 消火栓 5'],
    ]);
    expect(reading.content.notes).toBe('总分90分以上为优秀。');
  });

  it('reads one content merged over several rows: with one number of points as one indicator, else as several', async () => {
    const reading = await read({
      rows: [
        ['考核内容', '标准分', '评分方法'],
        ['落实责任', 6, '未签责任书扣2分'],
        [null, null, '未开会扣1分'],
        ['宣传', 2, '未开展扣2分'],
        [null, 3, '少一次扣1分'],
      ],
      merges: ['A2:A3', 'B2:B3', 'A4:A5'],
    });
    expect(outline(reading)).toEqual([['考核指标 11', ' 落实责任 6', ' 宣传 2', ' 宣传 3']]);
    expect(reading.content.categories[0]?.indicators.map(({ ruleText }) => ruleText)).toEqual([
      '未签责任书扣2分\n未开会扣1分',
      '未开展扣2分',
      '少一次扣1分',
    ]);
  });

  it('joins contents that share one merged cell of points, but leaves a category’s points with the category', async () => {
    const reading = await read({
      rows: [
        ['项目', '考核内容', '分值', '评分标准'],
        ['责任', '甲', 5, 'a'],
        [null, '乙', null, 'b'],
        [null, '丙', 3, 'c'],
        ['宣传', '丁', 8, 'd'],
        [null, '戊', null, 'e'],
      ],
      merges: ['A2:A4', 'C2:C3', 'A5:A6', 'C5:C6'],
    });
    expect(outline(reading)).toEqual([
      ['责任 8', ' 甲\n乙 5', ' 丙 3'],
      ['宣传 8', ' 丁 0', ' 戊 0'],
    ]);
    expect(places(reading)).toContain('A5 “宣传”写明 8 分，下面各项合计 0 分，差 8 分');
  });

  it('takes the scoring standard for the content where a column only groups the rows', async () => {
    const reading = await read({
      rows: [
        ['项目', '评分细则', '分值', '检查方法', '扣分情况', '得分'],
        ['网格化办公室', '未设置的，扣2分', 2, '实地检查'],
        [null, '未制定且上墙的，扣5分', 5, '实地检查'],
      ],
      merges: ['A2:A3'],
    });
    expect(outline(reading)).toEqual([['网格化办公室 7', ' 未设置的，扣2分 2', ' 未制定且上墙的，扣5分 5']]);
  });

  it('understands a heading of two rows and one heading over two columns', async () => {
    const reading = await read({
      rows: [
        ['序号', '考核内容', null, '分值', '评分标准', '得分'],
        [null, null, null, null, null, '自评分', '考评分'],
        [1, '责任', '签订责任书', 10, 'a'],
        [2, null, '召开会议', 10, 'b'],
      ],
      merges: ['A1:A2', 'B1:C2', 'D1:D2', 'E1:E2', 'F1:G1', 'B3:B4'],
    });
    expect(outline(reading)).toEqual([['责任 20', '1 签订责任书 10', '2 召开会议 10']]);
    expect(reading.problems).toEqual([]);
  });

  it('takes a column of bare numbers under one heading over two columns for the numbers, not for categories', async () => {
    const reading = await read({
      rows: [
        ['考评方式', '考核项目', null, '考核内容', null, '评分标准', '标准分'],
        ['查阅资料', '一', '组织领导(16分)', 1, '制定年度工作计划', '未制定的不得分', '6分'],
        [null, null, null, '2', '政府负责人带队检查', '少一次扣3分', '10分'],
        ['实地检查', '二', '隐患整治(15分)', '3、', '重大火灾隐患整改', '每处扣1分', '15分'],
        ['合计', null, null, null, null, null, '31分'],
        [null, null, null, '考核组长签名：'],
      ],
      merges: ['B1:C1', 'D1:E1', 'A2:A3', 'B2:B3', 'C2:C3'],
    });
    expect(outline(reading)).toEqual([
      ['组织领导 16', '1 制定年度工作计划 6', '2 政府负责人带队检查 10'],
      ['隐患整治 15', '3、 重大火灾隐患整改 15'],
    ]);
    expect(reading.columns.map(({ letter, meaning }) => `${letter}${meaning}`)).toEqual([
      'A考评方式',
      'B编号，不导入',
      'C一级指标',
      'D序号',
      'E考评内容',
      'F评分标准',
      'G分值',
    ]);
    expect(reading.problems).toEqual([]);
  });

  it('shows a method merged over several rows in the preview of each of them', async () => {
    const reading = await read({
      rows: [
        ['序号', '考核内容', '分值', '评分标准', '考核方式'],
        [1, '甲', 5, 'a', '查阅资料'],
        [2, '乙', 5, 'b', null],
      ],
      merges: ['E2:E3'],
    });
    expect(reading.rows.map(({ number, content, method }) => [number, content, method])).toEqual([
      ['1', '甲', '查阅资料'],
      ['2', '乙', '查阅资料'],
    ]);
  });

  it('keeps notes as notes, leaves out totals, signatures and repeated heads, and says so row by row', async () => {
    const head = ['序号', '考评内容', '分值', '评分标准'];
    const reading = await read({
      rows: [
        head,
        [1, '甲', 60, 'a'],
        head,
        [2, '乙', 30, 'b'],
        ['合计', null, '100分'],
        ['注：1.本表一式两份;'],
        ['2.考评后三日内报办公室。'],
        ['考核组长签名：', null, '年 月 日'],
      ],
      merges: ['A6:D6', 'A7:D7'],
    });
    expect(reading.rows.map(({ row, reading: kind }) => `${row} ${kind}`)).toEqual([
      '2 indicator',
      '3 skipped',
      '4 indicator',
      '5 skipped',
      '6 note',
      '7 note',
      '8 skipped',
    ]);
    expect(reading.content.notes).toBe('注：1.本表一式两份;\n2.考评后三日内报办公室。');
    expect(reading.content.statedPoints).toBe(100_000);
    expect(places(reading)).toEqual(['C5 合计写明 100 分，各项相加 90 分，差 10 分']);
  });

  it('names unreadable points and unknown columns by row and column', async () => {
    const reading = await read({
      rows: [
        ['考评内容', '分值', '评分标准', '整改建议'],
        ['甲', '2-4', 'a', 'x'],
        ['乙', null, 'b', null],
        ['丙(6分)', null, 'c', null],
        ['丁', 0.0005, 'd', null],
        ['戊', '0.75', 'e', null],
      ],
    });
    expect(places(reading)).toEqual([
      'D1 不认识“整改建议”，这一列没有导入',
      'B2 分值“2-4”读不出一个数，先按 0 分导入，导入后请补上',
      'B3 没有写分值，先按 0 分导入，导入后请补上',
      expect.stringMatching(/^B5 分值“.*”读不出一个数/),
    ]);
    expect(outline(reading)).toEqual([
      ['考核指标 6.75', ' 甲 0', ' 乙 0', ' 丙(6分) 6', ' 丁 0', ' 戊 0.75'],
    ]);
  });

  it('marks bonus categories and leaves them out of the full points', async () => {
    const reading = await read({
      rows: [
        ['类别', '考评内容', '分值', '评分标准'],
        ['基本工作', '甲', 100, 'a'],
        ['加分项(10分)', '创新', 10, '酌情加5-10分'],
        ['合计', null, 100, null],
      ],
    });
    expect(reading.content.categories.map(({ name, bonus }) => [name, bonus])).toEqual([
      ['基本工作', false],
      ['加分项', true],
    ]);
    expect(reading.problems).toEqual([]);
  });

  it('chooses the sheet that looks like a scheme, or the one that was asked for', async () => {
    const workbook = await composedWorkbook(
      { name: '说明', rows: [['本文件由各县填写']] },
      {
        name: '评分表',
        rows: [
          ['考评内容', '分值', '评分标准'],
          ['甲', 5, 'a'],
        ],
      },
      {
        name: '乡镇',
        rows: [
          ['考评内容', '分值', '评分标准'],
          ['乙', 6, 'b'],
        ],
      },
    );
    expect(readScheme(workbook, null).sheet).toBe('评分表');
    const other = readScheme(workbook, '乡镇');
    expect([other.sheet, other.sheets]).toEqual(['乡镇', ['说明', '评分表', '乡镇']]);
    expect(outline(other)).toEqual([['考核指标 6', ' 乙 6']]);
  });

  it('is refused with a word where there is no heading row, or nothing below it', async () => {
    const none = await read({ rows: [['名单'], ['张三']] });
    expect(none.problems).toMatchObject([
      { severity: 'error', text: expect.stringContaining('没有找到表头') },
    ]);
    const empty = await read({ rows: [['考评内容', '分值', '评分标准']] });
    expect(empty.problems).toMatchObject([{ severity: 'error', text: '表头下面没有读到指标' }]);
  });

  it('does not shorten a text that is too long, but names its cell', async () => {
    const reading = await read({
      rows: [
        ['考评内容', '分值', '评分标准'],
        ['长'.repeat(2_001), 5, 'a'],
      ],
    });
    expect(reading.problems).toMatchObject([
      { severity: 'error', row: 2, column: 'A', text: '这一格有 2001 个字，最多 2000 个字' },
    ]);
  });

  it('takes nothing for a formula and no rule from a text', async () => {
    const reading = await read({
      rows: [
        ['考评内容', '分值', '评分标准'],
        ['=1+1', 5, '一次扣2分；未开展的不得分；酌情扣1-2分'],
      ],
    });
    expect(reading.content.categories[0]?.indicators[0]).toMatchObject({
      content: '=1+1',
      ruleText: '一次扣2分；未开展的不得分；酌情扣1-2分',
      rules: [],
    });
  });
});
