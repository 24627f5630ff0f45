import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '重点单位', exact: true }).click();
  await page.getByText('共 179 家单位').waitFor();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
/** The open site. */
const panel = () => page.locator('aside', { has: page.getByRole('button', { name: '关闭' }) });
const row = (name: string) => page.getByRole('row', { name: new RegExp(name, 'u') });

describe('the ledger of key sites', () => {
  it('takes a table that is pasted onto the page, once it has been looked over', async () => {
    const table = [
      '单位名称\t县(市、区)\t乡镇(街道)\t类别\t联系电话',
      '云栖大剧院\t云栖区\t云栖街道\t重点单位、人员密集场所\t0500-1234567',
      '云栖大 剧院\t云栖区\t云栖街道\t\t0500-1234567',
      '云栖冷链物流中心\t云栖区\t云栖街道\t\t0500-7654321',
    ].join('\n');
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await page.keyboard.press('Control+V');
    await dialog().getByText('读到 3 家：新增 1 家，更新 1 家，不变 0 家').waitFor();
    await dialog().getByText('第 3 行 A 列：“云栖大 剧院”与第 2 行重复，只算一次。').waitFor();
    await dialog().getByRole('button', { name: '导入 2 家' }).click();
    await page.getByText('已导入：新增 1 家，更新 1 家').waitFor();
    await page.getByText('共 180 家单位').waitFor();
  });

  it('finds by pinyin initials, on the page and everywhere', async () => {
    await page.getByLabel('在重点单位里查找').fill('yqdjy');
    await page.getByText('共 1 家单位').waitFor();
    await page.getByLabel('在重点单位里查找').fill('');
    await page.keyboard.press('Control+K');
    // Faster than the search: Enter is for what these letters find, not for what their beginning found.
    await page.keyboard.type('yqdjy');
    await page.keyboard.press('Enter');
    await panel().getByText('重点单位、人员密集场所').waitFor();
  });

  it('points out what is likely entered already while it is typed', async () => {
    await page.getByRole('button', { name: '新增单位' }).click();
    await dialog().getByLabel('单位名称').fill('云栖 大剧院');
    await dialog().getByLabel('所在区县或乡镇(街道)').fill('yqjd');
    await page.locator('.ant-select-item-option', { hasText: '云栖街道' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog().getByText('台账里可能已经有这家单位').waitFor();
    await dialog().getByLabel('地址').fill('人民路 9 号');
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await panel().getByText('可能重复登记').waitFor();
  });

  it('changes the open site', async () => {
    await page.getByRole('button', { name: /^修\s?改$/u }).click();
    await dialog().getByLabel('负责人').fill('张建国');
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    await panel().getByText('张建国').waitFor();
  });

  it('merges two entries into one with the chosen values, and one undo makes them two again', async () => {
    await page.getByRole('button', { name: '对照合并' }).click();
    // Both sides fill in what the other has not.
    await expect.poll(() => dialog().getByRole('radio', { checked: true }).count()).toBe(5);
    await dialog().getByRole('radio', { name: '云栖大剧院' }).check();
    await dialog()
      .getByRole('button', { name: /^合\s?并$/u })
      .click();
    await panel().getByText('0500-1234567').waitFor();
    await panel().getByText('人民路 9 号').waitFor();
    await panel().getByText('可能重复登记').waitFor({ state: 'hidden' });
    await page
      .getByRole('button', { name: /^撤\s?销/u })
      .first()
      .click();
    await panel().getByText('可能重复登记').waitFor();
    await page
      .getByRole('button', { name: /^重\s?做/u })
      .first()
      .click();
    await panel().getByText('可能重复登记').waitFor({ state: 'hidden' });
    await panel().getByRole('button', { name: '关闭' }).click();
  });

  it('closes several at once, which then stand in a view of their own', async () => {
    await page.getByLabel('在重点单位里查找').fill('云栖街道');
    await row('云栖大剧院').getByRole('checkbox').check();
    await row('云栖冷链物流中心').getByRole('checkbox').check();
    await page.getByRole('button', { name: '登记退出' }).click();
    await dialog().getByRole('button', { name: '登记退出' }).click();
    await page.getByText('已登记 2 家退出').waitFor();
    await page.getByText('已退出 2').click();
    await page.getByText('共 2 家单位').waitFor();
  });

  it('is written as a ledger', async () => {
    await page.getByRole('button', { name: '导出台账' }).click();
    await page.getByText(/^重点单位台账 .*\.xlsx$/u).waitFor();
  });
});
