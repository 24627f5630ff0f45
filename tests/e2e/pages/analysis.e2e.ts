import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const view = (name: string) => page.getByText(name, { exact: true });

async function openAnalysis(): Promise<void> {
  await page.getByRole('menuitem', { name: '考核', exact: true }).click();
  await page.getByText('2026年第三季度消防工作考核').first().click();
  await view('分析').click();
  await view('名次和失分').click();
  await page.getByRole('table', { name: '名次和失分' }).waitFor();
}

describe('the analysis of a group', () => {
  it('leads from an object to its years, and from there to the sheet of an earlier period', async () => {
    await openAnalysis();
    await page.getByRole('button', { name: '石泊县：历年情况' }).click();
    await page.getByText('第 7/12 名').first().waitFor();
    await page.getByRole('button', { name: '2026年第二季度消防工作考核：打开评分表' }).click();
    await page.getByRole('table', { name: '石泊县评分表' }).waitFor();
    await page.getByRole('heading', { name: '2026年第二季度消防工作考核', exact: true }).waitFor();
  });

  it('shows a heat map that is walked by keys, opens the cell, and can be copied as an image', async () => {
    await openAnalysis();
    await view('热力图').click();
    const map = page.getByRole('button', { name: /方向键选择/u });
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.getByText(/^安澜高新技术产业开发区 1\.2 .*满分3分/u).waitFor();
    await page.getByRole('button', { name: '复制图片' }).click();
    await page.getByText('图片已复制，可以粘贴到 Word、WPS 或幻灯片里').waitFor();
    const bytes = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item?.getType('image/png'))?.size ?? 0;
    });
    expect(bytes).toBeGreaterThan(20_000);
    await map.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '高新区 1.2' }).waitFor();
  });

  it('keeps a result text that was written anew, and goes back to the one made of the reasons', async () => {
    await openAnalysis();
    await view('结果说明').click();
    const first = page.getByRole('article', { name: '云栖区' });
    await first.getByRole('button', { name: '改写' }).click();
    await page.getByRole('textbox', { name: '说明' }).fill('云栖区责任制落实较好。');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /保\s*存/u })
      .click();
    await first.getByText('云栖区责任制落实较好。').waitFor();
    await first.getByRole('button', { name: '恢复生成的' }).click();
    await first.getByText('主要情况', { exact: false }).waitFor();
  });
});
