import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '督查人员', exact: true }).click();
  await page.getByText('共 42 人').waitFor();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
/** The open person. */
const panel = () => page.locator('aside', { has: page.getByRole('button', { name: '关闭' }) });
const row = (name: string) => page.getByRole('row', { name: new RegExp(name, 'u') });

describe('the pool of inspectors', () => {
  it('takes people over from the rosters without typing more than a part of their unit', async () => {
    await page.getByRole('button', { name: '加入、导入和设置' }).click();
    await page.getByText('从名册加入').click();
    await page.keyboard.type('安澜市应急管理局');
    await page.getByText('选中找到的 2 人').click();
    await dialog()
      .getByRole('button', { name: /^加\s?入$/u })
      .click();
    await page.getByText('已加入 2 人').waitFor();
    await page.getByText('共 44 人').waitFor();
  });

  it('takes a table that is pasted onto the page, once it has been looked over', async () => {
    const table = [
      '姓名\t单位\t专长\t籍贯',
      '欧阳建国\t市教育局\t电气、用气\t云栖区',
      '冯静\t市应急局\t文书\t',
    ].join('\n');
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await page.keyboard.press('Control+V');
    await dialog().getByText('读到 2 人：新增 1 人，更新 1 人，不变 0 人').waitFor();
    await dialog().getByRole('button', { name: '导入 2 人' }).click();
    await page.getByText('已导入：新增 1 人，更新 1 人').waitFor();
  });

  it('finds by pinyin initials everywhere, and shows the leave of a day in the strip and the list', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('oyjg');
    await dialog().getByText('欧阳建国').waitFor();
    await page.keyboard.press('Enter');
    await panel().getByText('电气、燃气').waitFor();
    await panel().getByRole('button', { name: '登记请假' }).click();
    await dialog().getByLabel('事由(可不填)').fill('家访');
    await dialog()
      .getByRole('button', { name: /^登\s?记$/u })
      .click();
    await panel().getByText('家访').waitFor();
    await panel().getByRole('button', { name: '关闭' }).click();
    await page
      .getByRole('button', { name: /人请假$/u })
      .first()
      .click();
    await row('欧阳建国').getByText('请假中').waitFor();
    await page.getByRole('button', { name: /人请假$/u, pressed: true }).click();
  });

  it('gives several a skill at once, and one undo takes it back', async () => {
    await page.getByLabel('在督查人员里查找').fill('欧阳');
    await page.getByText('共 1 人').waitFor();
    await row('欧阳建国').getByRole('checkbox').check();
    await page.getByRole('button', { name: '设置角色和专长' }).click();
    await dialog().getByLabel('加上专长').click();
    await page.keyboard.type('文书');
    await page.keyboard.press('Enter');
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    await row('欧阳建国').getByText('电气、燃气、文书').waitFor();
    await page
      .getByRole('button', { name: /^撤\s?销/u })
      .first()
      .click();
    await row('欧阳建国').getByText('电气、燃气', { exact: true }).waitFor();
  });

  it('keeps the vehicles beside the people', async () => {
    await page.getByText('车辆', { exact: true }).click();
    await page.getByText('共 10 辆车').waitFor();
    await page.getByRole('button', { name: '新增车辆' }).click();
    await dialog().getByLabel('车牌号').fill('示A·00001');
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await page.getByText('共 11 辆车').waitFor();
  });
});
