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

describe('the monthly circular', () => {
  it('is opened from the tasks and shows each unit of a month with the tasks behind its numbers', async () => {
    await page.getByRole('menuitem', { name: '督办任务', exact: true }).click();
    await page.getByRole('button', { name: '本月通报' }).click();
    await page.getByRole('heading', { name: '督办通报', level: 1 }).waitFor();
    const month = page.getByLabel('月份');
    await expect
      .poll(async () => {
        await month.fill('2026-10');
        await month.press('Enter');
        return page.getByText('截至 2026-10-31').isVisible();
      })
      .toBe(true);
    const unit = page.getByRole('row', { name: /市教育局/u });
    await unit.click();
    await page.getByRole('link', { name: '开展校园消防安全专项检查' }).first().waitFor();
  });

  it('counts supporting units in rows of their own where the clerk wants it', async () => {
    const supporting = page.getByRole('row', { name: /配合/u });
    expect(await supporting.count()).toBe(0);
    await page.getByText('也算配合单位').click();
    await supporting.first().waitFor();
    await page.getByText('也算配合单位').click();
    await supporting.first().waitFor({ state: 'detached' });
  });

  it('is written to a workbook', async () => {
    await page.getByRole('button', { name: '导出 Excel' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2026年10月督办任务完成情况').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('becomes a draft paper by one click, with the table on its pages', async () => {
    await page.getByRole('button', { name: '拟通报' }).click();
    await expect.poll(() => page.url()).toContain('/papers/');
    const preview = page.getByLabel('打印预览');
    await preview.getByText('2026年10月督办任务完成情况').first().waitFor();
    await preview.getByText('截至2026年10月31日', { exact: false }).first().waitFor();
  });
});
