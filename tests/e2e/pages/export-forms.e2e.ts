import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { readWorkbook } from '#main/core/excel/read/read-workbook.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const preview = () => page.getByRole('region', { name: '预览' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** What the export that was just started has written. */
async function written() {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog()
      .getByRole('link', { name: /下载/u })
      .or(dialog().getByRole('button', { name: /下载/u }))
      .first()
      .click(),
  ]);
  const workbook = readWorkbook(readFileSync(await download.path()), defaultReadLimits);
  await dialog().getByRole('button', { name: '关闭' }).last().click();
  const texts = (name: string, row: number) =>
    workbook.sheets
      .find((sheet) => sheet.name === name)!
      .cells.filter((cell) => cell.row === row)
      .map(({ text }) => text);
  return { names: workbook.sheets.map(({ name }) => name), texts };
}

async function openPeriod(): Promise<void> {
  await page.getByRole('menuitem', { name: '考核', exact: true }).click();
  await page.getByText('2026年第三季度消防工作考核').click();
}

describe('an export form', () => {
  it('is added beside the usual one, under a name of its own', async () => {
    await openPeriod();
    await button('其他导出格式').click();
    await page.getByRole('menuitem', { name: '管理导出格式' }).click();
    await button('新增').click();
    await dialog().getByLabel('名称').fill('常用格式');
    await dialog().getByText('已经有“常用格式”了').waitFor();
    await dialog().getByLabel('名称').fill('报省里');
    await page.keyboard.press('Enter');
    await page.locator('[aria-current=true]').getByText('报省里').waitFor();
  });

  it('shows in the preview what is changed, and says at the place what is wrong', async () => {
    await page.getByRole('tab', { name: '表和栏目' }).click();
    await page.getByLabel('名次栏的名称').fill('位次');
    await preview().getByText('位次', { exact: true }).waitFor();
    await page.getByLabel('总分栏的名称').fill('位次');
    await page.getByText('有两栏都叫“位次”，请改一个名称').waitFor();
    expect(await button('保存').isDisabled()).toBe(true);
    await page.getByLabel('总分栏的名称').fill('得分');
    await page.getByRole('checkbox', { name: '要单位评分表' }).uncheck();
    await preview().getByText('得分', { exact: true }).waitFor();
    await page.getByRole('tab', { name: '文字' }).click();
    await page.getByLabel('标题', { exact: true }).fill('');
    await page.getByText('请填写标题').waitFor();
    await page.getByLabel('标题', { exact: true }).fill('报省：{考核期}');
    await preview().getByText('报省：2026年第四季度消防工作考核结果汇总表').waitFor();
    await button('保存').click();
    await page.getByText('已保存“报省里”').waitFor();
  });

  it('writes the workbook, and is the one that a click takes from then on', async () => {
    await openPeriod();
    await button('其他导出格式').click();
    await page.getByRole('menuitem', { name: '按“报省里”导出', exact: true }).click();
    const first = await written();
    expect(first.names.filter((name) => /^(汇总表|结果名单)-/u.test(name))).toHaveLength(4);
    expect(first.names).toHaveLength(5);
    const [summary = ''] = first.names.filter((name) => name.startsWith('汇总表-'));
    expect(first.texts(summary, 1)[0]).toBe('报省：2026年第三季度消防工作考核结果汇总表');
    await button('导出 Excel').click();
    expect((await written()).names).toEqual(first.names);
  });

  it('may be changed for one workbook only', async () => {
    await button('其他导出格式').click();
    await page.getByRole('menuitem', { name: '改一改再导出…' }).click();
    await dialog().getByText('改标题、栏目、签名栏、纸张').click();
    await dialog().getByLabel('标题', { exact: true }).fill('只此一次');
    await dialog().getByText('只用于这一次').waitFor();
    await dialog().getByRole('button', { name: '导出', exact: true }).click();
    const once = await written();
    const [summary = ''] = once.names.filter((name) => name.startsWith('汇总表-'));
    expect(once.texts(summary, 1)[0]).toBe('只此一次结果汇总表');
    await button('其他导出格式').click();
    await page.getByRole('menuitem', { name: '管理导出格式' }).click();
    await expect.poll(() => page.getByLabel('标题', { exact: true }).inputValue()).toBe('报省：{考核期}');
  });
  it('is changed for good from the dialog, with the period’s name taken out again', async () => {
    await openPeriod();
    await button('其他导出格式').click();
    await page.getByRole('menuitem', { name: '改一改再导出…' }).click();
    await dialog().getByLabel('文件名').fill('结果');
    await dialog().getByText('以后都这样').click();
    await dialog().getByText('文件名里要有{考核期}', { exact: false }).waitFor();
    await dialog().getByLabel('文件名').fill('2026年第三季度消防工作考核上报');
    await dialog().getByRole('button', { name: '导出', exact: true }).click();
    await written();
    await button('其他导出格式').click();
    await page.getByRole('menuitem', { name: '管理导出格式' }).click();
    await expect.poll(() => page.getByLabel('文件名').inputValue()).toBe('{考核期}上报');
  });
});
