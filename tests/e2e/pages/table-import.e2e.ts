import { Buffer } from 'node:buffer';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '收文', exact: true }).click();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');

/** A register of which no heading is a word that the program knows. */
const register = [
  '登记情况,,,',
  '谁发来的,什么时候,说的什么,要办到哪天',
  '市政府,2026-01-05,关于云栖古镇值班的通知,',
  '省消安办,一月六日,关于云栖古镇检查的通知,2026-02-01',
].join('\n');

/** Files that wait in the core. */
const incoming = (): string[] => readdirSync(join(office.dataFolder, 'incoming'));

async function openFile(window = page): Promise<void> {
  await window.getByRole('button', { name: '导入', exact: true }).click();
  await window.getByText('从 Excel 导入或粘贴').click();
  const file = { name: '收文.csv', mimeType: 'text/csv', buffer: Buffer.from(register) };
  await window.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
}

async function choose(column: string, meaning: string): Promise<void> {
  await dialog().getByLabel(`${column} 列的内容`).click();
  await page.keyboard.type(meaning);
  await page.locator('.ant-select-item-option-active').getByText(meaning, { exact: true }).waitFor();
  await page.keyboard.press('Enter');
}

describe('a table from anywhere', () => {
  it('is taken in after its heading and columns are pointed at and a cell is put right; one undo takes it back', async () => {
    await openFile();
    await dialog().getByRole('button', { name: '第 2 行是标题行' }).click();
    await choose('A', '来文单位');
    await choose('B', '收文日期');
    await choose('C', '标题');
    await choose('D', '办理期限');
    await dialog().getByRole('button', { name: '下一步：核对' }).click();
    await dialog().getByText('第 4 行 B 列：“一月六日”不是日期').waitFor();
    await dialog().getByRole('button', { name: '第 4 行收文日期：一月六日' }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2026-01-06');
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: '导入 2 份' }).click();
    await page.getByText('已导入：新增 2 份，更新 0 份').waitFor();
    await page.getByText('关于云栖古镇检查的通知').waitFor();
    await page.keyboard.press('Control+Z');
    await page.getByText('关于云栖古镇检查的通知').waitFor({ state: 'detached' });
  });

  it('is known again by its headings', async () => {
    await openFile();
    await dialog().getByText('读到 2 份：新增 1 份，更新 0 份，不变 0 份').waitFor();
  });

  it('leaves the disk with its dialog, and with the window that was closed over it', async () => {
    expect(incoming()).toHaveLength(1);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(incoming).toEqual([]);
    const window = await page.context().newPage();
    await window.goto(page.url());
    await openFile(window);
    await window.getByText('读到 2 份').waitFor();
    expect(incoming()).toHaveLength(1);
    await window.close({ runBeforeUnload: true });
    await expect.poll(incoming).toEqual([]);
  });
});
