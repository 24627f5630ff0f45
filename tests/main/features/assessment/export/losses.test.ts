import { describe, expect, it } from 'vitest';
import type ExcelJS from 'exceljs';
import { anEntry, aRule, points } from '#tests/support/builders/scheme.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import {
  anExportIndicator,
  anExportObject,
  composedGroup,
  sheetsWith,
  withLossSheets,
} from './composed-group.ts';
import { readBack, textsOf, writeGroups } from './written-workbook.ts';

const objects = ['城东', '城西', '城南'].map((name) => anExportObject(name, `${name}区`));
const each = [aRule('each', { points: points(3) })];
const group = composedGroup({
  categories: [{ uid: 'duty', name: '一、责任落实', maxPoints: points(20), bonus: false }],
  indicators: [
    anExportIndicator('1.1', { maxPoints: points(10), rules: each }),
    anExportIndicator('1.2', { maxPoints: points(10) }),
  ],
  objects,
  entries: {
    城东: { '1.1': anEntry({ inputs: { rule: { count: 2 } } }), '1.2': anEntry({ direct: points(10) }) },
    城西: { '1.1': anEntry({ inputs: { rule: { count: 1 } } }), '1.2': anEntry({ notApplicable: true }) },
    城南: { '1.1': anEntry() },
  },
});
const says = {
  previous: { periodTitle: '2026年第二季度考核', byObject: new Map([['城东', '下降1名 -3.0']]) },
  lastYear: null,
  texts: new Map([['城东', '城东区失6分。']]),
};

describe('失分分析 in the workbook', () => {
  const written = async () =>
    readBack(await writeGroups(temporaryFolder(), [{ ...group, says }], withLossSheets));
  const rowOf = (workbook: ExcelJS.Workbook, name: string, key: string) =>
    textsOf(workbook.getWorksheet(name)!).find((texts) => texts.some((text) => text === key));

  it('stands behind the tables and before the single sheets, and only where it is wanted', async () => {
    const workbook = await written();
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names.slice(0, 6)).toEqual(['汇总表', '结果名单', '失分情况', '失分指标', '失分明细', '结果说明']);
    const without = await readBack(await writeGroups(temporaryFolder(), [{ ...group, says }]));
    expect(without.worksheets.map(({ name }) => name)).not.toContain('失分情况');
  });

  it('tells of each object what it lost, how it moved and where it lost most', async () => {
    const row = rowOf(await written(), '失分情况', '城东区')!;
    expect(row).toContain('下降1名 -3.0');
    expect(row.at(-1)).toBe('1.1 落实第1.1项消防安全责任失6分');
    expect(row.filter((text) => text === '6')).toHaveLength(2);
  });

  it('tells of each indicator how many of those scored lost points, and who', async () => {
    const workbook = await written();
    expect(rowOf(workbook, '失分指标', '1.1')!.slice(2)).toEqual([
      '10',
      '3',
      '2',
      String(2 / 3),
      '9',
      '0.3',
      '城东区6、城西区3',
    ]);
    expect(rowOf(workbook, '失分指标', '1.2')!.slice(2)).toEqual(['10', '1', '0', '0', '0', '0']);
  });

  it('takes each loss from the score on the single sheet, and marks what does not apply', async () => {
    const detail = (await written()).getWorksheet('失分明细')!;
    const places = new Map<string, number>();
    detail.eachRow((row, number) => places.set(row.getCell(2).text, number));
    const east = detail.getCell(places.get('城东区')!, 3);
    expect(east.formula).toMatch(/^10-'城东区'!G\d+$/);
    expect(east.result).toBe(6);
    expect(detail.getCell(places.get('城西区')!, 4).text).toBe('/');
    expect(detail.getCell(places.get('城南区')!, 4).text).toBe('');
  });

  it('shows losses as numbers with the form’s decimals where there are no score sheets', async () => {
    const sheets = sheetsWith({ losses: { shown: true } }, ['losses']);
    const path = await writeGroups(temporaryFolder(), [{ ...group, says }], { sheets, decimals: 1 });
    const detail = (await readBack(path)).getWorksheet('失分明细')!;
    const values = detail.getColumn(3).values;
    expect(values).toContain(6);
    expect(detail.getCell(values.indexOf(6), 3).numFmt).toMatch(/^0\.0;/);
  });

  it('holds the texts on the results', async () => {
    expect(rowOf(await written(), '结果说明', '城东区')).toContain('城东区失6分。');
  });
});
