import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbookFile } from '#main/core/excel/read/read-workbook.ts';
import { writePaperWorkbook } from '#main/core/excel/write/paper-workbook.ts';
import { schemeSheets } from '#main/features/schemes/export-sheets.ts';
import type { SchemeContent } from '#shared/rules/schemes/content.ts';
import { defaultSettings } from '#shared/rules/schemes/default-settings.ts';
import { readScheme, type SchemeReading } from '#shared/rules/schemes/read-scheme.ts';
import { randomScheme } from '#tests/support/builders/random-scheme.ts';
import { indicatorFields } from '#tests/support/builders/scheme-draft.ts';
import { aRule } from '#tests/support/builders/scheme.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';

async function exportTo(path: string, scheme: SchemeContent): Promise<void> {
  const { paper, data } = schemeSheets(scheme);
  await writePaperWorkbook(path, [paper], [data], () => undefined);
}

function importFrom(path: string): SchemeReading {
  return readScheme(readWorkbookFile(path, defaultReadLimits), null);
}

/** The export as somebody changed it in Excel. */
async function changedExport(
  scheme: SchemeContent,
  change: (sheet: ExcelJS.Worksheet) => void,
): Promise<SchemeReading> {
  const path = join(temporaryFolder(), 'scheme.xlsx');
  await exportTo(path, scheme);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  change(workbook.getWorksheet('考核方案')!);
  await workbook.xlsx.writeFile(path);
  return importFrom(path);
}

const failed = { ...aRule('failed'), id: 'r1' };
const scheme: SchemeContent = {
  title: '县级消防工作考核方案',
  documentNumber: '临政办发〔2026〕8号',
  issuer: '临川市人民政府办公室',
  appliesTo: 'county',
  statedPoints: 100_000,
  settings: { ...defaultSettings, decimals: 1, bonusCap: 5_000 },
  notes: '考核组由五人组成。\n由办公室解释。',
  categories: [
    {
      name: '责任落实',
      maxPoints: 60_000,
      bonus: false,
      indicators: [
        indicatorFields({
          number: '1.1',
          content: '签订责任书',
          maxPoints: 20_000,
          rules: [failed],
          floor: 'negative',
        }),
        indicatorFields({
          number: '1.2',
          content: '召开会议',
          maxPoints: 40_000,
          rules: [{ ...aRule('each'), id: 'r2' }],
        }),
      ],
    },
    {
      name: '加分项',
      maxPoints: 5_000,
      bonus: true,
      indicators: [indicatorFields({ number: '2.1', content: '创新', maxPoints: 5_000, rules: [] })],
    },
  ],
};

describe('a scheme’s workbook', () => {
  it('gives the same scheme when it is imported again, whatever the scheme holds', async () => {
    const path = join(temporaryFolder(), 'scheme.xlsx');
    await fc.assert(
      fc.asyncProperty(randomScheme, async (given) => {
        await exportTo(path, given);
        const reading = importFrom(path);
        expect(reading.problems).toEqual([]);
        expect(reading.content).toEqual(given);
        rmSync(path);
      }),
      { numRuns: 60 },
    );
  });

  it('lets what was changed in Excel win and keeps the rules of rows whose standard and points stayed', async () => {
    const reading = await changedExport(scheme, (sheet) => {
      sheet.getCell('A1').value = '市直单位考核方案';
      sheet.getCell('C5').value = '每季度召开会议';
      sheet.getCell('E4').value = '没签的不得分';
    });
    expect(reading.content.title).toBe('市直单位考核方案');
    const [first, second] = reading.content.categories[0]!.indicators;
    expect(first).toMatchObject({ ruleText: '没签的不得分', rules: [], floor: 'negative' });
    expect(second).toEqual({ ...scheme.categories[0]!.indicators[1], content: '每季度召开会议' });
    expect(reading.content.settings).toEqual(scheme.settings);
    expect(reading.problems).toMatchObject([
      { severity: 'warning', row: 4, text: expect.stringContaining('原来的评分规则没有带入') },
    ]);
  });

  it('follows rows that were moved, added and removed', async () => {
    const reading = await changedExport(scheme, (sheet) => {
      sheet.unMergeCells('A4:A5');
      sheet.getCell('A5').value = null;
      sheet.spliceRows(6, 0, [null, '1.3', '新增的指标', 3, '没做扣3分']);
    });
    const [duty, bonus] = reading.content.categories;
    expect(duty?.indicators.map(({ content, rules }) => [content, rules.length])).toEqual([
      ['签订责任书', 1],
      ['召开会议', 1],
      ['新增的指标', 0],
    ]);
    expect(bonus).toEqual(scheme.categories[1]);
    expect(reading.problems.map(({ text }) => text)).toEqual([
      '“责任落实”写明 60 分，下面各项合计 63 分，多 3 分',
    ]);
  });

  it('is read by what can be seen when the hidden sheet is damaged', async () => {
    const path = join(temporaryFolder(), 'scheme.xlsx');
    await exportTo(path, scheme);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    workbook.getWorksheet('方案数据')!.getCell('B2').value = '{';
    await workbook.xlsx.writeFile(path);
    const reading = importFrom(path);
    expect(reading.ownExport).toBe(false);
    expect(
      reading.content.categories.map(({ name, maxPoints, bonus }) => ({ name, maxPoints, bonus })),
    ).toEqual([
      { name: '责任落实', maxPoints: 60_000, bonus: false },
      { name: '加分项', maxPoints: 5_000, bonus: true },
    ]);
    expect(reading.content.documentNumber).toBe('临政办发〔2026〕8号');
  });

  it('is laid out for A4: heads repeated and frozen, fitted to the width, pages numbered, texts never formulas', async () => {
    const path = join(temporaryFolder(), 'scheme.xlsx');
    const evil = { ...scheme, title: '=HYPERLINK("x")' };
    await exportTo(path, evil);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('考核方案')!;
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(sheet.headerFooter.oddFooter).toBe('&C第 &P 页 共 &N 页');
    expect(sheet.getCell('A1').value).toBe('=HYPERLINK("x")');
    expect(workbook.getWorksheet('方案数据')!.state).toBe('hidden');
    expect(sheet.getCell('A5').border.left).toBeDefined();
  });
});
