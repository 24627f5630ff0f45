import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ExportGroup } from '#main/features/assessment/export/export-group.ts';
import { anEntry, aRule, points } from '#tests/support/builders/scheme.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { anExportIndicator, anExportObject, composedGroup, openPeriod } from './composed-group.ts';
import { formulasOf, readBack, textsOf, writeGroups } from './written-workbook.ts';

const categories = [
  { uid: 'duty', name: '一、责任落实', maxPoints: points(80), bonus: false },
  { uid: 'building', name: '二、基础建设', maxPoints: points(20), bonus: false },
];
const indicators = [
  anExportIndicator('1.1', { maxPoints: points(50), rules: [aRule('each', { id: 'a', points: 3000 })] }),
  anExportIndicator('1.2', {
    maxPoints: points(30),
    ruleText: '酌情扣分',
    rules: [
      aRule('discretion', { id: 'b' }),
      aRule('bonus', { id: 'c' }),
      aRule('veto', { id: 'd', effect: 'lowestGrade' }),
    ],
  }),
  anExportIndicator('2.1', {
    categoryUid: 'building',
    maxPoints: points(20),
    rules: [aRule('rate', { id: 'e' })],
  }),
];

function twoCounties(given: Partial<Parameters<typeof composedGroup>[0]> = {}): ExportGroup {
  return composedGroup({
    categories,
    indicators,
    objects: [anExportObject('x', '城西县'), anExportObject('d', '城东区')],
    entries: {
      d: {
        '1.1': anEntry({ inputs: { a: { count: 2 } }, reason: '两次例会未开' }),
        '1.2': anEntry({ inputs: { c: { counts: [1, 0] } } }),
        '2.1': anEntry({ inputs: { e: { value: '94.5' } } }),
      },
      x: {
        '1.1': anEntry(),
        '1.2': anEntry({ inputs: { b: { points: 2000 }, d: { count: 1 } }, reason: '台账不全' }),
        '2.1': anEntry({ notApplicable: true }),
      },
    },
    selfEntries: { d: { '1.1': anEntry({ direct: points(50) }) } },
    ...given,
  });
}

async function written(
  ...[groups, options, period]: [
    ExportGroup[],
    Parameters<typeof writeGroups>[2]?,
    Parameters<typeof writeGroups>[3]?,
  ]
) {
  return await readBack(await writeGroups(temporaryFolder(), groups, options, period));
}

function sheetOf(workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet is called ${name}`);
  return sheet;
}

describe('the workbook of a period', () => {
  it('holds the summary in rank order, the list by grades, and a sheet for each object', async () => {
    const workbook = await written([twoCounties()]);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['汇总表', '结果名单', '城西县', '城东区']);
    const summary = textsOf(sheetOf(workbook, '汇总表'));
    expect(summary[0]).toEqual(['临川市2026年第三季度消防工作考核结果汇总表']);
    expect(summary[1]).toEqual(['填报单位：临川市消防安全委员会办公室　　县区（2个）', '2026年10月8日']);
    expect(summary[2]).toEqual(['名次', '单位', '各项得分', '加分', '总分', '等次', '备注']);
    expect(summary[3]).toEqual(['一、责任落实\n（80分）', '二、基础建设\n（20分）']);
    expect(summary[4]).toEqual(['1', '城西县', '78', '0', '0', '97.5', '不合格', '一票否决']);
    expect(summary[5]).toEqual(['2', '城东区', '74', '19.75', '3', '96.75', '优秀']);
    const list = textsOf(sheetOf(workbook, '结果名单'));
    expect(list.slice(3, 7)).toEqual([
      ['优秀', '1', '城东区'],
      ['良好', '0', '无'],
      ['合格', '0', '无'],
      ['不合格', '1', '城西县'],
    ]);
  });

  it('shows each item with its rules, scores and reasons, and the way to the total', async () => {
    const sheet = sheetOf(await written([twoCounties()]), '城东区');
    const rows = textsOf(sheet);
    expect(rows[1]).toEqual(['被考评单位：城东区', '考评时间：2026年7月1日至2026年9月30日']);
    expect(rows[2]).toEqual([
      '序号',
      '考评内容',
      '分值',
      '评分标准',
      '考评方式',
      '自评分',
      '考评分',
      '扣分理由',
    ]);
    expect(rows[4]!.slice(2)).toEqual([
      '50',
      '每有1次扣3分',
      '查阅资料',
      '50',
      '44',
      '有2次，扣6分；两次例会未开',
    ]);
    expect(rows[5]!.slice(3)).toEqual(['酌情扣分', '查阅资料', '30', '加3分']);
    expect(rows.slice(8).map(([first, second]) => [first, second])).toEqual([
      ['合计计算', '各项得分小计（不含加分）'],
      ['加分', '3'],
      ['考核总分', '96.75'],
      ['责任人签名：　　　　　　　　　　　　考核组长签名：', undefined],
      ['临川市消防安全委员会办公室（盖章）　　　　年　　月　　日', undefined],
    ]);
  });

  it('writes totals, subtotals and ranks as formulas that end in ROUND to thousandths', async () => {
    const workbook = await written([twoCounties()]);
    const formulas = formulasOf(workbook);
    const at = (place: string) => formulas.find((cell) => cell.place === place);
    expect(at('城东区 G4')).toMatchObject({ formula: 'ROUND(SUM(G5:G6),3)', result: 74 });
    expect(at('城东区 G11')).toMatchObject({ formula: 'ROUND(SUM(G5:G6,G8:G8)+G10,3)', result: 96.75 });
    expect(at('城西县 G13')).toMatchObject({
      formula: 'ROUND(SUM(G5:G6,G8:G8)*100/G10+G11,3)',
      result: 97.5,
    });
    expect(at('汇总表 F5')).toMatchObject({ formula: "ROUND('城西县'!G13,3)", result: 97.5 });
    expect(at('汇总表 A6')).toMatchObject({ formula: 'ROUND(RANK(F6,$F$5:$F$6,0),3)', result: 2 });
    for (const { formula } of formulas) expect(formula).toMatch(/^ROUND\(.*,3\)$/);
  });

  it('says beside the grade that the printed score would give another one', async () => {
    const rate = aRule('rate', { id: 'e', points: 1000, per: '3' });
    const item = anExportIndicator('1', { maxPoints: points(100), rules: [rate] });
    const [duty] = categories;
    const workbook = await written([
      composedGroup({
        categories: [duty!],
        indicators: [item],
        objects: [anExportObject('a', '东县'), anExportObject('b', '西县')],
        entries: {
          // Both print as 90.000; only the second has reached it.
          a: { 1: anEntry({ inputs: { e: { value: '64.999999' } } }) },
          b: { 1: anEntry({ inputs: { e: { value: '65' } } }) },
        },
      }),
    ]);
    const summary = sheetOf(workbook, '汇总表');
    expect(summary.getCell('E5').text).toBe('优秀');
    expect(summary.getCell('E5').note).toBeUndefined();
    expect(summary.getCell('E6').text).toBe('良好');
    expect(JSON.stringify(summary.getCell('E6').note)).toContain('显示为90.000分');
    expect(summary.getCell('A6').value).toBe(2);
    expect(JSON.stringify(summary.getCell('A6').note)).toContain('名次按未四舍五入的得分');
  });

  it('never makes a formula of a text, whatever it begins with', async () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', "'=1"];
    const objects = hostile.map((name, index) => anExportObject(`o${index}`, name));
    const item = anExportIndicator('=2+2', {
      content: '=HYPERLINK("http://x")',
      ruleText: '-3',
      method: '@x',
    });
    const group = composedGroup({
      name: '=组',
      categories: [{ uid: 'duty', name: '=三', maxPoints: points(10), bonus: false }],
      indicators: [item],
      objects,
      entries: { o0: { '=2+2': anEntry({ direct: 0, reason: '=cmd|calc' }) } },
    });
    const options = { title: '=标题', unit: '+单位', signatures: ['=签'], columnNames: { 序号: '=序' } };
    const workbook = await written([group], options);
    for (const { formula } of formulasOf(workbook)) expect(formula).toMatch(/^ROUND\(/);
    const [, , ...sheets] = workbook.worksheets;
    expect(sheets.map((sheet) => sheet.getCell('A1').value)).toEqual(hostile.map(() => '=标题评分表'));
    expect(sheets[0]!.getCell('A3').value).toBe('=序');
    expect(sheets[0]!.getCell('H5').value).toContain('=cmd|calc');
    expect(sheetOf(workbook, '汇总表').getColumn(2).values).toEqual(expect.arrayContaining(hostile));
  });

  it('gives each object a valid sheet name of its own', async () => {
    const names = [
      '城东区',
      '城东区',
      '汇总表',
      'A/B:[C]?*\\',
      '经济技术开发区管理委员会及其下属的若干个街道办事处和工业园区',
    ];
    const objects = names.map((name, index) => anExportObject(`o${index}`, name));
    const workbook = await written([composedGroup({ categories, indicators, objects, entries: {} })]);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '汇总表',
      '结果名单',
      '城东区',
      '城东区(2)',
      '汇总表(2)',
      'A_B__C____',
      '经济技术开发区管理委员会及其下属的若干个街道办事处和工业园区'.slice(0, 31),
    ]);
  });

  it('lists several groups in front, each with its own tables', async () => {
    const workbook = await written([twoCounties(), twoCounties({ name: '成员单位' })]);
    expect(workbook.worksheets.slice(0, 3).map(({ name }) => name)).toEqual([
      '目录',
      '汇总表-县区',
      '结果名单-县区',
    ]);
    expect(textsOf(sheetOf(workbook, '目录')).at(-1)).toEqual([
      '2',
      '成员单位',
      '2',
      '汇总表-成员单位',
      '结果名单-成员单位',
    ]);
    expect(formulasOf(workbook).find(({ place }) => place === '汇总表-成员单位 F5')?.formula).toBe(
      "ROUND('城西县(2)'!G13,3)",
    );
  });

  it('is laid out for A4 landscape, with heads repeated and frozen and pages numbered', async () => {
    const sheet = sheetOf(await written([twoCounties()]), '城东区');
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '2:3',
    });
    expect(sheet.headerFooter.oddFooter).toBe('&C第 &P 页 共 &N 页');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.getCell('G11').numFmt).toMatch(/^0\.0/);
    expect(sheet.getCell('B5').border).toMatchObject({ top: { style: 'thin' }, left: { style: 'thin' } });
    expect(sheet.model.merges).toEqual(expect.arrayContaining(['A1:H1', 'A2:D2']));
  });

  it('uses the column names that were chosen, and says whether the period is final', async () => {
    const options = { columnNames: { 考评分: '得分', 单位: '被考核单位' } };
    const final = {
      ...openPeriod,
      status: 'final' as const,
      fingerprint: '0123456789abcdef0123456789abcdef',
    };
    const workbook = await written([twoCounties()], options, final);
    expect(sheetOf(workbook, '城东区').getCell('G3').text).toBe('得分');
    expect(sheetOf(workbook, '汇总表').getCell('B3').text).toBe('被考核单位');
    expect(textsOf(sheetOf(workbook, '汇总表')).flat()).toContain('已定稿，核对码：0123456789abcdef');
    const open = await written([twoCounties()]);
    expect(textsOf(sheetOf(open, '汇总表')).flat()).toContain('本考核期尚未定稿，结果可能还有变动。');
  });
});
