import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '#tests/e2e/support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const panel = () => page.getByRole('complementary', { name: '使用手册' });
async function goTo(path: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#${path}`);
}

describe('the manual', () => {
  it('opens by F1 at the chapter about the page, which stays in view, and closes by Escape', async () => {
    await goTo('/tasks');
    await page.getByRole('heading', { name: '督办任务', exact: true }).waitFor();
    await page.keyboard.press('F1');
    await panel().getByRole('heading', { name: '督办任务', level: 1 }).waitFor();
    expect(await page.locator('main').getByRole('button', { name: '新增任务' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
  });

  it('opens above a dialog, is searched there by pinyin initials, and leaves the dialog as it was', async () => {
    await goTo('/tasks');
    await page.locator('main').getByRole('button', { name: '新增任务' }).click();
    const dialog = page.getByRole('dialog', { name: '新增督办任务' });
    await dialog.getByLabel('任务', { exact: true }).fill('整治消防车通道');
    await page.keyboard.press('F1');
    await panel().getByRole('button', { name: '目录和查找' }).click();
    // Faster than the search: Enter is for what all these letters find.
    await page.keyboard.type('bfyhf');
    await page.keyboard.press('Enter');
    await panel().getByRole('heading', { name: '备份与恢复', level: 1 }).waitFor();
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('任务', { exact: true }).inputValue()).toBe('整治消防车通道');
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  it('is found by Ctrl+K and read as a page of its own, with its pictures', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('三员分立');
    await page.getByRole('option', { name: /权限与三员/ }).click();
    const text = page.locator('main article');
    await text.getByRole('heading', { name: '三员分立' }).waitFor();
    await text.getByRole('link', { name: '密码和锁定' }).click();
    await text.getByRole('heading', { name: '密码和锁定', level: 1 }).waitFor();
    await expect
      .poll(() => text.getByRole('img').evaluate((picture: HTMLImageElement) => picture.naturalWidth))
      .toBe(1366);
  });
});

describe('the list of first steps', () => {
  it('leads to each step from 首页, is put away, and comes back from 帮助', async () => {
    await goTo('/');
    const list = page.getByRole('heading', { name: /开始指引/ });
    await list.waitFor();
    await page.locator('main').getByRole('link', { name: '备份的第二位置' }).click();
    await page.getByRole('heading', { name: '备份', exact: true }).waitFor();
    await goTo('/');
    await page.getByRole('button', { name: '收起指引' }).click();
    await list.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '帮助' }).click();
    await page.getByRole('menuitem', { name: '开始指引' }).click();
    await list.waitFor();
  });
});
