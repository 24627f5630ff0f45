import { unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { openFilled, placeOf } from '#tests/support/filled-workbook.ts';
import { savedByLibreOffice } from '#tests/support/libreoffice.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
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
    const files = Object.entries(unzipSync(await downloaded()));
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

const tool = findTool('libreoffice');
if (tool === null) process.stdout.write(`${notRun('tables filled in LibreOffice', 'libreoffice')}\n`);

interface Returned {
  name: string;
  bytes: Uint8Array;
}

async function filled([name, bytes]: [string, Uint8Array], count: number | string): Promise<Returned> {
  const { book } = (await openFilled(bytes)).fill('填报表', (sheet) => {
    const { column } = placeOf(sheet, '排查数');
    for (const item of ['高层建筑', '九小场所'])
      sheet.getCell(placeOf(sheet, item).row, column).value = count;
  });
  return { name, bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}

/** As units do: opened and saved again in another program. */
async function savedElsewhere(files: readonly Returned[]): Promise<Returned[]> {
  return tool === null ? [...files] : savedByLibreOffice(tool, files);
}

async function receive(files: readonly Returned[]): Promise<void> {
  const zip = zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  await button('收表').click();
  await dialog()
    .locator('input[type=file]')
    .nth(1)
    .setInputFiles({ name: '交回.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await dialog().getByRole('button', { name: '收 1 个文件' }).click();
}

async function closeReceived(): Promise<void> {
  await dialog().getByRole('button', { name: '关闭', exact: true }).last().click();
  await dialog().waitFor({ state: 'hidden' });
}

/** What the open dialog has made for taking along. */
async function downloaded(): Promise<Uint8Array> {
  const link = dialog()
    .getByRole('link', { name: '下载' })
    .or(dialog().getByRole('button', { name: '下载' }));
  const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()]);
  return readFileSync(await download.path());
}

async function mergeAll(): Promise<void> {
  await button('合并').click();
  await dialog().getByText('12 个单位的表可以合并').waitFor();
  await dialog()
    .getByRole('button', { name: /^合\s?并$/u })
    .click();
  await page.getByText('已合并，改动 24 格').waitFor();
}

describe('what comes back from twelve counties, three of them spoiled', () => {
  let broken: Returned;

  it('is taken out of a .zip: what is in order is kept, what is broken is told with what to do', async () => {
    const [first, second, third, ...others] = handed;
    const unclear = await filled(first!, '约30');
    const renamed = await filled(second!, 30);
    const { book } = (await openFilled(renamed.bytes)).fill('填报表', (sheet) => {
      const { row, column } = placeOf(sheet, '排查数');
      sheet.getCell(row, column).value = '数量';
    });
    renamed.bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const good = await Promise.all(others.map((each) => filled(each, 30)));
    const saved = await savedElsewhere([unclear, renamed, await filled(third!, 30), ...good]);
    broken = saved[2]!;
    const cut = { ...broken, bytes: broken.bytes.subarray(0, 900) };
    await receive(saved.map((file) => (file === broken ? cut : file)));
    await dialog().getByText('没有问题的 9 张，已收下').waitFor();
    await dialog()
      .getByRole('row', { name: /文件不完整/u })
      .waitFor();
    await closeReceived();
    await page.getByText('要改正 2', { exact: true }).first().waitFor();
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

  it('or goes back as a correction list, and comes right the second time', async () => {
    await button('更多操作').click();
    await page.getByRole('menuitem', { name: '导出更正清单(1 个单位)' }).click();
    const list = await downloaded();
    await dialog().getByRole('button', { name: '关闭' }).last().click();
    const [, renamed] = handed;
    const corrected = await filled([renamed![0], list], 30);
    await receive([...(await savedElsewhere([corrected])), broken]);
    await dialog().getByText('没有问题的 2 张，已收下').waitFor();
    await closeReceived();
  });

  it('is merged in one step, taken back in one step, and merged again', async () => {
    await mergeAll();
    await page.getByText('收集到的内容').click();
    await page.getByText('720', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('720', { exact: true }).waitFor({ state: 'hidden' });
    await mergeAll();
    await page.getByText('720', { exact: true }).waitFor();
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
