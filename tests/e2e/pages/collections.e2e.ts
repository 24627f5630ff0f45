import { unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { openFilled, placeOf } from '#tests/support/filled-workbook.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const TITLE = '第四季度火灾隐患排查情况统计';
/** As they were handed out, by the names of their files. */
let handed: [string, Uint8Array][] = [];
const form = '排查情况表\n项目,排查数,是否完成\n高层建筑,,\n九小场所,,\n';

describe('a table of the clerk’s own', () => {
  it('takes its columns from a workbook and goes to all counties', async () => {
    await page.getByRole('menuitem', { name: '下发收集' }).click();
    await button('新增下发').first().click();
    await dialog().getByLabel('名称', { exact: true }).fill(TITLE);
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({ name: '排查.csv', mimeType: 'text/csv', buffer: Buffer.from(form) });
    await dialog().getByText('已列出 2 行，各单位都一样').waitFor();
    expect(await dialog().getByLabel('第 2 栏的名称').inputValue()).toBe('排查数');
    await button(/^全部县/u).click();
    await dialog().getByText('已选 12 个').waitFor();
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    await page.getByText('没有交回 12').waitFor();
  });

  it('is handed out as a .zip of one workbook for each unit, which the board then shows as out', async () => {
    await button('其他下发方式').click();
    await page.getByRole('menuitem', { name: '下发成一个压缩包(.zip)' }).click();
    const link = dialog()
      .getByRole('link', { name: '下载' })
      .or(dialog().getByRole('button', { name: '下载' }));
    const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()]);
    const files = Object.entries(unzipSync(readFileSync(await download.path())));
    expect(files).toHaveLength(12);
    handed = files;
    const [name, bytes] = files[0]!;
    const { sheets } = readWorkbook(Buffer.from(bytes), defaultReadLimits);
    expect(name).toContain(TITLE);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['填报说明', '填报表']);
    await dialog().getByRole('button', { name: '关闭' }).last().click();
    await page.getByText('未交回', { exact: true }).first().waitFor();
  });

  it('reminds those who have not returned it by words that are copied', async () => {
    await button('催报').click();
    await dialog()
      .getByRole('button', { name: /^复\s?制$/u })
      .click();
    await page.getByText('已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`“${TITLE}”请于`);
    expect(copied).toContain('还没有交回的：');
  });
});

async function filled(
  [name, bytes]: [string, Uint8Array],
  count: number | string,
): Promise<[string, Uint8Array]> {
  const { book } = (await openFilled(bytes)).fill('填报表', (sheet) => {
    for (const item of ['高层建筑', '九小场所'])
      sheet.getCell(placeOf(sheet, item).row, placeOf(sheet, '排查数').column).value = count;
  });
  return [name, new Uint8Array(await book.xlsx.writeBuffer())];
}

describe('what comes back', () => {
  it('is taken out of a .zip: what is in order is kept, what is broken is told with what to do', async () => {
    const [good, unclear, broken] = handed;
    const back = [await filled(good!, 30), await filled(unclear!, '约30')];
    const buffer = Buffer.from(
      zipSync(Object.fromEntries([...back, [broken![0], broken![1].subarray(0, 900)]])),
    );
    await button('收表').click();
    await dialog()
      .locator('input[type=file]')
      .nth(1)
      .setInputFiles({ name: '交回.zip', mimeType: 'application/zip', buffer });
    await dialog().getByRole('button', { name: '收 1 个文件' }).click();
    await dialog().getByText('没有问题的 1 张，已收下').waitFor();
    await dialog()
      .getByRole('row', { name: /文件不完整/u })
      .waitFor();
    await dialog().getByRole('button', { name: '关闭', exact: true }).last().click();
    await page.getByText('要改正 1').first().waitFor();
  });

  it('is put right cell by cell, beside what the unit wrote', async () => {
    await page.getByRole('row', { name: /要改正 2 处/u }).click();
    await page.getByText('“约30”不是准数，是几?').first().waitFor();
    for (let left = 2; left > 0; left -= 1) {
      await expect.poll(() => button('就填这个').count()).toBe(left);
      await button('就填这个').first().click();
    }
    await page.getByText('没有问题，可以合并').waitFor();
  });

  it('is merged in one step, after which it stands in the table', async () => {
    await button('合并').click();
    await dialog().getByText('2 个单位的表可以合并').waitFor();
    await dialog()
      .getByRole('button', { name: /^合\s?并$/u })
      .click();
    await page.getByText('已合并，改动 4 格').waitFor();
    await page.getByText('收集到的内容').click();
    await page.getByText('120', { exact: true }).waitFor();
  });
});

describe('what the program knows', () => {
  it('is handed out to those who have something to fill in, rows and all', async () => {
    await page.getByRole('menuitem', { name: '下发收集' }).click();
    await button('新增下发').first().click();
    await dialog().getByRole('combobox', { name: '填报什么' }).click();
    await page.getByTitle('督办任务反馈').click();
    await dialog()
      .getByText(/^已选 \d+ 个$/u)
      .waitFor();
    const title = await dialog().getByLabel('名称', { exact: true }).inputValue();
    expect(title).toMatch(/^督办任务反馈\(\d{4}年\d{1,2}月\)$/u);
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await page.getByRole('heading', { name: title }).waitFor();
    await page
      .getByText(/^第 1 版，\d+ 行$/u)
      .first()
      .waitFor();
  });
});
