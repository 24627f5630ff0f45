import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '检查清单', exact: true }).click();
  await page.getByText('共 5 份清单').waitFor();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const lines = async () =>
  (
    await page.getByRole('table', { name: '检查内容' }).locator('tbody tr td:first-child').allInnerTexts()
  ).map((text) => text.replaceAll(/\s/gu, ''));
const row = (text: string) => page.getByRole('row', { name: new RegExp(text, 'u') });

describe('checklists', () => {
  it('come from a pasted table of two columns, once they have been looked over and named', async () => {
    const table = '用火用电\t线路规范\n\t没有私拉乱接\n疏散\t通道畅通';
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await page.keyboard.press('Control+V');
    await dialog().getByText('读出 2 个标题、3 项检查内容').waitFor();
    await dialog().getByLabel('清单名称').fill('小场所检查清单');
    await dialog().getByRole('button', { name: '新增 5 行' }).click();
    await expect.poll(lines).toEqual(['一、用火用电', '1线路规范', '2没有私拉乱接', '二、疏散', '3通道畅通']);
  });

  it('are written with the keyboard: line after line, moved by Alt and the arrows', async () => {
    await row('没有私拉乱接').focus();
    await page.getByLabel('新的检查内容', { exact: true }).fill('没有超负荷');
    await page.keyboard.press('Enter');
    await row('没有超负荷').waitFor();
    await page.keyboard.type('插座完好');
    await page.keyboard.press('Enter');
    await row('插座完好').waitFor();
    await row('插座完好').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(lines)
      .toEqual([
        '一、用火用电',
        '1线路规范',
        '2没有私拉乱接',
        '3插座完好',
        '4没有超负荷',
        '二、疏散',
        '5通道畅通',
      ]);
    // Nothing comes below a question.
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(async () => (await lines()).indexOf('5插座完好')).toBeLessThan(0);
    await expect.poll(async () => (await lines())[4]).toBe('4插座完好');
    await page
      .getByRole('button', { name: /^撤\s?销/u })
      .first()
      .click();
    await expect.poll(async () => (await lines())[3]).toBe('3插座完好');
  });

  it('say what an answer 不符合 means', async () => {
    await row('通道畅通').focus();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('整改要求').fill('当场清理');
    await dialog().getByLabel('整改期限(天，0 为当场)').fill('0');
    await dialog().getByText('重大火灾隐患').click();
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    await row('通道畅通 当场清理 当场 重大').waitFor();
  });

  it('are dragged from section to section', async () => {
    await row('线路规范').dragTo(row('二、疏散'));
    await expect
      .poll(lines)
      .toEqual([
        '一、用火用电',
        '1没有私拉乱接',
        '2插座完好',
        '3没有超负荷',
        '二、疏散',
        '4通道畅通',
        '5线路规范',
      ]);
  });

  it('are printed with a box for each answer, and found by pinyin initials everywhere', async () => {
    await page.getByRole('button', { name: '打印检查表' }).click();
    await dialog().getByText('★通道畅通').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+K');
    await page.keyboard.type('xcsjc');
    await dialog().getByText('小场所检查清单').waitFor();
    await page.keyboard.press('Escape');
  });
});
