import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '专项督查', exact: true }).click();
  await page.getByText('共 2 次督查').waitFor();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const button = (name: RegExp) => page.getByRole('button', { name });
const drawn = () => page.getByRole('table', { name: '抽取结果' }).locator('tbody td').allTextContents();

describe('a campaign of inspections', () => {
  it('begins with a title and days of the season', async () => {
    await button(/^新增督查$/u).click();
    await expect.poll(() => dialog().getByLabel('督查名称').inputValue()).toMatch(/^\d{4}年/u);
    await dialog().getByLabel('督查名称').fill('年末消防安全专项督查');
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await page.getByRole('heading', { name: '年末消防安全专项督查' }).waitFor();
    await page.getByText('对象 0 个，已督查 0 个').waitFor();
  });

  it('says what is missing before it can start', async () => {
    await button(/^开始督查$/u).click();
    await dialog().getByText('还没有督查对象').waitFor();
    expect(
      await dialog()
        .getByRole('button', { name: /^开\s?始$/u })
        .isDisabled(),
    ).toBe(true);
    await dialog().getByRole('button', { name: '知道了' }).click();
  });

  it('lists every site of two kinds', async () => {
    await page.getByRole('tab', { name: '督查对象' }).click();
    await button(/^按类别逐一列入$/u)
      .first()
      .click();
    await dialog()
      .getByRole('checkbox', { name: /^易燃易爆单位/u })
      .check();
    await dialog()
      .getByRole('checkbox', { name: /^高层建筑/u })
      .check();
    await dialog()
      .getByRole('button', { name: /^列\s?入$/u })
      .click();
    await page.getByText(/^已列入 \d+ 个/u).waitFor();
    await page.getByText(/^对象 \d{2} 个，已督查 0 个$/u).waitFor();
  });

  it('draws by its rule from a seed that was agreed on, and another drawing leaves the first to be seen', async () => {
    await page.getByRole('tab', { name: '抽取', exact: true }).click();
    await button(/^抽\s?取$/u).click();
    await dialog().getByText('当场商定一个数').click();
    await dialog().getByLabel('商定的数').fill('8848');
    await dialog()
      .getByRole('button', { name: /^抽\s?取$/u })
      .click();
    await page.getByText('第 1 次抽取(待采用)').waitFor();
    const first = await drawn();
    await button(/^重新抽取$/u).click();
    await dialog().getByLabel('重新抽取的原因').fill('监督人要求核对');
    await dialog().getByText('当场商定一个数').click();
    await dialog().getByLabel('商定的数').fill('8848');
    await dialog()
      .getByRole('button', { name: /^抽\s?取$/u })
      .click();
    await page.getByText('第 2 次抽取(待采用)').waitFor();
    expect(await drawn()).toEqual(first);
    await page.getByRole('row', { name: /第 1 次.*8848 监督人要求核对/u }).waitFor();
    await button(/^采\s?用$/u).click();
    await page.getByText('第 2 次抽取(已采用)').waitFor();
  });

  it('prints the record of a drawing', async () => {
    await button(/^抽取记录$/u)
      .first()
      .click();
    await dialog().getByRole('button', { name: 'PDF' }).click();
    await page.getByText('抽取记录 年末消防安全专项督查 第2次.pdf').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await dialog().first().waitFor({ state: 'hidden' });
  });

  it('gets under way, and a place is marked as visited', async () => {
    await button(/^开始督查$/u).click();
    await dialog()
      .getByRole('button', { name: /^开\s?始$/u })
      .click();
    await page.getByText('督查已开始').waitFor();
    await page.getByRole('tab', { name: '督查对象' }).click();
    await page
      .getByRole('row', { name: /抽取：专职消防队/u })
      .first()
      .getByRole('checkbox')
      .check();
    await button(/^登记已督查$/u).click();
    await dialog()
      .getByRole('button', { name: /^登\s?记$/u })
      .click();
    await page.getByText(/已督查 1 个$/u).waitFor();
  });

  it('is written as a list of targets', async () => {
    await button(/^导出名单$/u).click();
    await page.getByText('督查对象名单 年末消防安全专项督查.xlsx').waitFor();
  });
});
