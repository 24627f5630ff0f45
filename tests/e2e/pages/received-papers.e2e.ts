import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textPages } from '#tests/support/pdf-pages.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

const title = '关于加强电动自行车消防安全管理的通知';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

/** A dialog's button by its whole name; antd sets a space between two characters. */
function button(name: string) {
  return page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`, 'u') });
}

describe('a received paper', () => {
  it('is registered, and its 批示 becomes a supervised task whose dialog is filled in', async () => {
    await page.getByRole('menuitem', { name: '收文', exact: true }).click();
    await page.getByRole('button', { name: '登记收文' }).first().click();
    await page.getByLabel('来文单位').fill('省消防安全委员会办公室');
    await page.getByLabel('标题').fill(title);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '登记收文' }).first().click();
    await button('接着写').click();
    await expect.poll(() => page.getByLabel('标题').inputValue()).toBe(title);
    await page.getByLabel('来文字号').fill('省消安办〔2026〕18号');
    await button('登记').click();
    const instructions = page.getByRole('region', { name: '领导批示' });
    await instructions.getByRole('button', { name: '添加' }).click();
    await page.getByLabel('批示领导').fill('张建国');
    await page.getByLabel('内容').fill('请市教育局牵头，15日内完成校园充电设施排查，并报我。');
    await button('登记').click();
    await instructions.getByRole('button', { name: '转为督办任务' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('批示转督办任务').waitFor();
    await expect
      .poll(() => dialog.getByLabel('任务', { exact: true }).inputValue())
      .toBe('请市教育局牵头，15日内完成校园充电设施排查，并报我');
    await expect.poll(() => dialog.getByLabel('来源').inputValue()).toContain('张建国批示');
    await expect.poll(() => dialog.getByLabel('完成时限').inputValue()).not.toBe('');
    await button('新增').click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('lists the task with its light, and the task leads back to it', async () => {
    const tasks = page.getByRole('region', { name: '转出的督办任务' });
    await tasks.getByText('还有 15 天').waitFor();
    await tasks.getByRole('link').click();
    await page.getByRole('link', { name: /^张建国批示/u }).waitFor();
    await page.getByRole('link', { name: /^张建国批示/u }).click();
    await page.getByRole('region', { name: '领导批示' }).getByText('校园充电设施').waitFor();
  });

  it('has its 收文处理单 shown as it will be printed, and written as a PDF', async () => {
    await page.getByRole('button', { name: '收文处理单' }).click();
    const preview = page.getByLabel('打印预览');
    await preview.getByText('领导批示').waitFor();
    await preview.getByText('共 1 页').waitFor();
    await button('PDF').click();
    await page.getByText(/^收文处理单 .*\.pdf$/u).waitFor();
  });

  it('is printed from that dialog as one page with nothing of the screen on it', async () => {
    await page.getByRole('dialog').last().getByText('关闭').click();
    // The browser's own print dialog stands still for ever here: the pages wait for it to end.
    await page.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-asked', '');
    });
    await button('打印').click();
    await page.getByRole('dialog').getByText('缩放 100%').waitFor();
    await button('打印').last().click();
    await page.locator('html[data-asked]').waitFor();
    const pages = textPages(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toHaveLength(1);
    const words = pages[0]!.lines.map(({ text }) => text).join('');
    expect(words).toContain('办理结果');
    expect(words).not.toContain('登记收文');
  });
});

describe('a paper', () => {
  it('has its 发文稿纸 in the menu of what else can be done', async () => {
    await page.reload();
    await page.getByRole('menuitem', { name: '发文', exact: true }).click();
    await page.getByRole('button', { name: '拟稿', exact: true }).click();
    await page.getByRole('option', { name: '督办函' }).click();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: '发文稿纸' }).click();
    const preview = page.getByRole('dialog').getByLabel('打印预览');
    await preview.getByText('印发范围').waitFor();
    await preview.getByText('共 1 页').waitFor();
  });
});
