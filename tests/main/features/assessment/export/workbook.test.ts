import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { ExportGroup } from '#main/features/assessment/export/export-group.ts';
import { anEntry, aRule, points } from '#tests/support/builders/scheme.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import {
  anExportIndicator,
  anExportObject,
  columnsNamed,
  composedGroup,
  openPeriod,
  sheetsWith,
} from './composed-group.ts';
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
    const columns = columnsNamed({
      number: '=序',
      content: '考评内容',
      points: '分值',
      rule: '评分标准',
      method: '考评方式',
      self: '自评分',
      score: '考评分',
      reason: '扣分理由',
    });
    const options = {
      title: '=标题',
      unit: '+单位',
      signatures: ['=签'],
      sheets: sheetsWith({ objects: { columns } }),
    };
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
    const sheets = sheetsWith({
      summary: { columns: columnsNamed({ rank: '名次', unit: '被考核单位', total: '总分' }) },
      objects: { columns: columnsNamed({ content: '内容', score: '得分' }) },
    });
    const final = {
      ...openPeriod,
      status: 'final' as const,
      fingerprint: '0123456789abcdef0123456789abcdef',
    };
    const workbook = await written([twoCounties()], { sheets }, final);
    expect(sheetOf(workbook, '城东区').getCell('B3').text).toBe('得分');
    expect(sheetOf(workbook, '汇总表').getCell('B3').text).toBe('被考核单位');
    expect(textsOf(sheetOf(workbook, '汇总表')).flat()).toContain('已定稿，核对码：0123456789abcdef');
    const open = await written([twoCounties()]);
    expect(textsOf(sheetOf(open, '汇总表')).flat()).toContain('本考核期尚未定稿，结果可能还有变动。');
  });

  it('holds the sheets of its form, in the form’s order', async () => {
    const sheets = sheetsWith({ objects: { shown: false } }, ['list', 'summary', 'objects']);
    const workbook = await written([twoCounties()], { sheets });
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['结果名单', '汇总表']);
    const only = sheetsWith({ summary: { shown: false }, list: { shown: false } });
    const single = await written([twoCounties()], { sheets: only });
    expect(single.worksheets.map(({ name }) => name)).toEqual(['城西县', '城东区']);
  });

  it('works totals out of the subtotals beside them where there are no score sheets', async () => {
    const columns = columnsNamed({
      unit: '单位',
      total: '得分',
      categories: '其中',
      bonus: '加分',
      rank: '位次',
    });
    const sheets = sheetsWith({ objects: { shown: false }, summary: { columns } });
    const formulas = formulasOf(await written([twoCounties()], { sheets }));
    expect(formulas).toEqual([
      { place: '汇总表 B5', formula: 'ROUND(SUM(C5,D5)*100/80+E5,3)', result: 97.5 },
      { place: '汇总表 F5', formula: 'ROUND(RANK(B5,$B$5:$B$6,0),3)', result: 1 },
      { place: '汇总表 B6', formula: 'ROUND(SUM(C6,D6)+E6,3)', result: 96.75 },
      { place: '汇总表 F6', formula: 'ROUND(RANK(B6,$B$5:$B$6,0),3)', result: 2 },
    ]);
  });

  it('writes a total as a number with a note where the rounded subtotals do not lead to it', async () => {
    const third = aRule('rate', { id: 'e', points: 1000, per: '3' });
    const halves = ['duty', 'building'].map((categoryUid, index) =>
      anExportIndicator(`${index + 1}`, { categoryUid, maxPoints: points(50), rules: [third] }),
    );
    const lost = anEntry({ inputs: { e: { value: '94' } } });
    const group = composedGroup({
      categories,
      indicators: halves,
      objects: [anExportObject('a', '东县')],
      entries: { a: { 1: lost, 2: lost } },
    });
    const sheets = sheetsWith({ objects: { shown: false } });
    const summary = sheetOf(await written([group], { sheets }), '汇总表');
    // Two thirds are lost twice: 99.333, which 49.667 and 49.667 do not sum up to.
    expect([summary.getCell('C5').result, summary.getCell('D5').result]).toEqual([49.667, 49.667]);
    expect(summary.getCell('E5').value).toBe(99.333);
    expect(JSON.stringify(summary.getCell('E5').note)).toContain('未四舍五入');
  });

  it('ranks by plain numbers where the form leaves the totals out', async () => {
    const columns = columnsNamed({ rank: '名次', unit: '单位', grade: '等次' });
    const sheets = sheetsWith({ objects: { shown: false }, summary: { columns } });
    const summary = sheetOf(await written([twoCounties()], { sheets }), '汇总表');
    expect(textsOf(summary).slice(2, 5)).toEqual([
      ['名次', '单位', '等次'],
      ['1', '城西县', '不合格'],
      ['2', '城东区', '优秀'],
    ]);
    expect(summary.getCell('A4').value).toBe(1);
  });

  it('lays a score sheet out by the form’s columns, wherever the scores stand', async () => {
    const last = columnsNamed({ points: '分值', content: '内容', score: '得分' });
    const atEnd = sheetOf(
      await written([twoCounties()], { sheets: sheetsWith({ objects: { columns: last } }) }),
      '城东区',
    );
    expect(textsOf(atEnd).slice(3, 5)).toEqual([
      ['80', '一、责任落实', '74'],
      ['50', '落实第1.1项消防安全责任', '44'],
    ]);
    expect(textsOf(atEnd).slice(8, 11)).toEqual([
      ['合计计算', '各项得分小计（不含加分）', '93.75'],
      ['加分', '3'],
      ['考核总分（等次：优秀）', '96.75'],
    ]);
    const first = columnsNamed({ score: '得分', reason: '理由', content: '内容' });
    const atStart = sheetOf(
      await written([twoCounties()], { sheets: sheetsWith({ objects: { columns: first } }) }),
      '城东区',
    );
    expect(atStart.getCell('A11').formula).toBe('ROUND(SUM(A5:A6,A8:A8)+A10,3)');
    expect(textsOf(atStart)[10]).toEqual(['96.75', '考核总分；等次：优秀']);
  });

  it('prints scores with the form’s decimals, and on its paper', async () => {
    const page = {
      paper: 'A3' as const,
      margins: { top: 20, bottom: 10, left: 25.4, right: 12.7 },
      fitToWidth: false,
      repeatHeads: false,
    };
    const sheets = sheetsWith({ objects: { orientation: 'portrait' } });
    const workbook = await written([twoCounties()], { decimals: 1, seal: false, page, sheets });
    const sheet = sheetOf(workbook, '城东区');
    expect(sheet.getCell('G11').numFmt).toBe('0.0_ ');
    expect(sheetOf(workbook, '汇总表').getCell('F5').numFmt).toBe('0.0_ ');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 8, orientation: 'portrait' });
    expect(sheet.pageSetup.margins).toMatchObject({ left: 1, right: 0.5 });
    expect(sheet.pageSetup.printTitlesRow).toBeUndefined();
    expect(sheet.pageSetup.fitToPage).toBeFalsy();
    expect(sheetOf(workbook, '汇总表').pageSetup.orientation).toBe('landscape');
    expect(textsOf(sheet).flat().join('')).not.toContain('盖章');
  });
});
