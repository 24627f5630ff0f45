import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '消防水源', exact: true }).click();
  await page.getByText('共 576 处').waitFor();
});
afterAll(() => office.close());

const view = (name: string) => page.getByLabel('显示方式').getByText(name, { exact: true }).click();
const panel = () => page.locator('aside', { has: page.getByRole('button', { name: '关闭' }) });
const dialog = () => page.getByRole('dialog');

describe('a ledger', () => {
  it('takes rows that are pasted into its grid: all of them or none', async () => {
    await view('表格');
    const grid = page.getByRole('grid', { name: '消防水源表格' });
    await grid.getByText('云001').first().click();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    const rows = ['试101', '试102', '试103'].map(
      (number) => `${number}\t云栖区\t云栖街道\t消火栓\t${number}号旁`,
    );
    await page.evaluate((text) => navigator.clipboard.writeText(text), `${rows.join('\n')}\n`);
    await page.keyboard.press('Control+V');
    await page.getByRole('button', { name: '保存 3 行' }).click();
    await page.getByText('已保存：新增 3 行').waitFor();
    await page.getByText('共 579 处').waitFor();
  });

  it('takes what was found at one of them, and one undo takes it back', async () => {
    await view('列表');
    await page.getByLabel('在消防水源里查找').fill('试102');
    await page.getByText('共 1 处').waitFor();
    await page.getByRole('row', { name: /试102/u }).click();
    await panel().getByRole('button', { name: '登记检查' }).click();
    await dialog().getByLabel('状态').click();
    await page.locator('.ant-select-item-option', { hasText: '损坏' }).click();
    await dialog()
      .getByRole('button', { name: /^登\s?记$/u })
      .click();
    await panel().getByLabel('检查记录').getByText('损坏').waitFor();
    await page.getByRole('row', { name: /试102.*损坏/u }).waitFor();
    await page.getByText('撤销', { exact: true }).click();
    await page.getByRole('row', { name: /试102.*完好/u }).waitFor();
    await panel().getByText('还没有登记过检查。').waitFor();
  });

  it('is drawn by its coordinates, and exported as it is shown', async () => {
    await page.getByLabel('在消防水源里查找').fill('');
    await view('示意图');
    await page.getByLabel(/^消防水源分布示意图，\d+ 个点/u).waitFor();
    await page.getByRole('button', { name: '导出台账' }).click();
    await dialog()
      .getByText(/消防水源台账 .*\.xlsx/u)
      .first()
      .waitFor();
  });
});
