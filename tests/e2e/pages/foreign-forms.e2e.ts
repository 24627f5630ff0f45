import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillForm } from '#main/core/excel/fill/fill-form.ts';
import { planRows } from '#main/core/excel/fill/row-plan.ts';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { lookUpSheet } from '#shared/workbook.ts';
import { savedByLibreOffice } from '#tests/support/libreoffice.ts';
import { partsOf } from '#tests/support/package-texts.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

const formPath = join(import.meta.dirname, '../../fixtures/forms/quarterly.xlsx');

const COUNTIES = 12;
const tool = findTool('libreoffice');
if (tool === null) process.stdout.write(`${notRun('a filled form in another program', 'libreoffice')}\n`);

let filledForm: Uint8Array;
let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Middle of a cell: where the head of its column and the head of its row meet. */
async function placeOf(cell: string): Promise<{ x: number; y: number }> {
  const column = await page.getByRole('columnheader', { name: cell.slice(0, 1), exact: true }).boundingBox();
  const row = await page.getByRole('rowheader', { name: cell.slice(1), exact: true }).boundingBox();
  return { x: column!.x + column!.width / 2, y: row!.y + row!.height / 2 };
}

async function click(cell: string): Promise<void> {
  const { x, y } = await placeOf(cell);
  await page.mouse.click(x, y);
}

async function select(from: string, to: string): Promise<void> {
  const [first, last] = [await placeOf(from), await placeOf(to)];
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y, { steps: 4 });
  await page.mouse.up();
}

/** By typing words or initials and taking the first that is found. */
async function choose(field: string, typed: string, found: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click();
  await page.keyboard.type(typed);
  await page.locator('.ant-select-item-option-active').getByText(found, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
}

describe('a form of the upper office', () => {
  it('is put in by its file and opened sheet by sheet', async () => {
    await page.getByRole('menuitem', { name: '上级表格' }).click();
    await button('放入表格').first().click();
    await page.locator('input[type=file]').setInputFiles(formPath);
    await dialog().getByText('已选“quarterly.xlsx”').waitFor();
    expect(await dialog().getByLabel('名称').inputValue()).toBe('quarterly');
    await dialog().getByLabel('名称').fill('季度考核情况表');
    await button('放入').click();
    await page.getByRole('heading', { name: '季度考核情况表' }).waitFor();
    await page.getByRole('tab', { name: '填表说明' }).waitFor();
  });

  it('is pointed at: a cell by initials, rows that repeat for each unit column by column', async () => {
    await click('B2');
    await choose('这一格填什么', 'tbdw', '填报单位');
    await page.getByText('已指定 1 处').waitFor();
    await select('A6', 'A8');
    await choose('按什么重复', '考核结果', '考核结果(每个单位一行)');
    for (const [cell, typed, found] of [
      ['A6', '序号', '序号'],
      ['B6', 'bkpdw', '被考评单位'],
      ['C6', '核定分', '核定分(总分)'],
      ['G6', '名次', '名次'],
    ] as const) {
      await click(cell);
      await choose(`${cell.slice(0, 1)} 列填什么`, typed, found);
    }
    await page.getByText('已指定 5 处').waitFor();
  });

  it('is looked at before it is written, and written with all that it was', async () => {
    await page.getByRole('combobox', { name: '统计时间' }).click();
    await page.getByTitle('2026年第三季度消防工作考核').click();
    await button('预览').click();
    await dialog().getByText('带颜色的是填进去的内容').waitFor();
    await dialog().getByRole('button', { name: '填写' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog()
        .getByRole('link', { name: '下载' })
        .or(dialog().getByRole('button', { name: '下载' }))
        .first()
        .click(),
    ]);
    filledForm = readFileSync(await download.path());
    const sheet = lookUpSheet(readWorkbook(filledForm, defaultReadLimits).sheets[0]!);
    expect(sheet.cellAt(6, 1)?.value).toBe(1);
    expect(sheet.cellAt(6, 7)?.value).toBe(1);
    expect(sheet.cellAt(6, 2)?.type).toBe('text');
    await dialog().getByRole('button', { name: '关闭' }).last().click();
  });

  it.skipIf(tool === null)(
    'opens in LibreOffice as the empty one does but for what was filled in',
    async () => {
      const files = [
        { name: 'empty.xlsx', bytes: readFileSync(formPath) },
        { name: 'filled.xlsx', bytes: filledForm },
      ];
      const [empty, filled] = (await savedByLibreOffice(tool ?? '', files)).map(({ bytes }) => bytes);
      const [before, after] = [empty!, filled!].map((bytes) => readWorkbook(bytes, defaultReadLimits).sheets);
      const counties = lookUpSheet(after![0]!);
      const plan = planRows([{ top: 6, bottom: 8, records: after![0]!.rows - before![0]!.rows + 3 }]);
      const filledColumns = new Set([1, 2, 3, 7]);
      const kept = before![0]!.cells.filter(
        (cell) =>
          cell.formula === undefined &&
          !(cell.row >= 6 && cell.row <= 8 && filledColumns.has(cell.column)) &&
          !(cell.row === 2 && cell.column === 2),
      );
      expect(kept.length).toBeGreaterThan(15);
      expect(kept.map((cell) => counties.cellAt(plan.row(cell.row), cell.column)?.text)).toEqual(
        kept.map((cell) => cell.text),
      );
      expect(after![0]!.rows).toBeGreaterThanOrEqual(6 + COUNTIES);
      // Charts are numbered through all files that are opened together.
      const [emptyParts, filledParts] = [empty!, filled!].map((bytes) =>
        [...partsOf(bytes).keys()].map((part) => part.replace(/chart\d+\.xml/u, 'chart.xml')),
      );
      expect(filledParts).toEqual(emptyParts);
      expect(emptyParts).toContain('xl/charts/chart.xml');
      // The chart's own sheet is worked out from what was filled in.
      expect(after!.map(({ name, columns, merges }) => ({ name, columns, merges })).slice(1)).toEqual(
        before!.map(({ name, columns, merges }) => ({ name, columns, merges })).slice(1),
      );
    },
  );

  it('says what does not fit when its new version comes, until the clerk says that it is right', async () => {
    const changed = fillForm(
      readFileSync(formPath),
      [
        {
          sheet: '考核汇总',
          cells: [{ row: 5, column: 3, value: { kind: 'text', text: '自评分' } }],
          blocks: [],
        },
      ],
      { limits: defaultReadLimits, check: () => {} },
    );
    await button('更多操作').click();
    await page.getByRole('menuitem', { name: '换成新版本' }).click();
    const file = {
      name: '第四季度.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(changed),
    };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('有 1 处和原来指定的对不上').waitFor();
    await page.getByText('C6 原来是“考核得分／总分／核定分”，现在是“考核得分／总分／自评分”').waitFor();
    await button('位置都对，照现在的填').click();
    await page.getByText('有 1 处和原来指定的对不上').waitFor({ state: 'detached' });
  });
});
