import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFilled, placeOf } from '#tests/support/filled-workbook.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('navigation').getByText('考核', { exact: true }).click();
  await page.getByRole('button', { name: '开启考核期' }).click();
  await page.getByRole('button', { name: '开启(回车)' }).click();
  await page.getByRole('grid').waitFor();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog').last();
const cell = (row: number, column: number): Locator =>
  page.getByRole('grid').locator(`tr[aria-rowindex="${row}"]`).locator(`[aria-colindex="${column}"]`);
const values = () => page.getByRole('complementary').getByRole('list', { name: '各评委的分' });

async function show(judge: string): Promise<void> {
  await page.getByLabel('评委', { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: judge }).click();
  await page.getByText(judge, { exact: true }).first().waitFor();
  await page.getByRole('grid').waitFor();
}

async function enter(score: string): Promise<void> {
  await cell(3, 6).click();
  await page.keyboard.type(score);
  await page.keyboard.press('Enter');
  await page.getByText('已保存', { exact: true }).waitFor();
}

/** Presses the verb of the uppermost dialog, which then goes. */
async function press(verb: RegExp): Promise<void> {
  const uppermost = dialog();
  const title = (await uppermost.locator('.ant-modal-title').textContent()) ?? '';
  await uppermost.getByRole('button', { name: verb }).last().click();
  await page.getByRole('dialog', { name: title }).waitFor({ state: 'hidden' });
}

/** The folder that the office of the test exports into. */
function exported(): string[] {
  return ['文档', 'Documents']
    .map((name) => join(office.dataFolder, name, '消安办工作台'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
}

describe('several judges', () => {
  it('are named for a group, and each scores in a column of his own', async () => {
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByText('评委…', { exact: true }).click();
    for (const [place, name] of ['张三', '李四', '王五'].entries()) {
      await dialog().getByRole('button', { name: '加一名评委' }).click();
      await dialog()
        .getByLabel(`第${place + 1}名评委的姓名`)
        .fill(name);
    }
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    await page.getByText('已设 3 名评委').waitFor();
    await show('评委 张三');
    await enter('1');
    await show('评委 李四');
    await enter('2.5');
    await cell(3, 6).click();
    await page.getByText('各评委的分：还有 1 名没有评，评齐以后算出考评分').waitFor();
    expect(await values().getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/^张三1/u),
      expect.stringMatching(/^李四2.5/u),
      '王五未评',
    ]);
  });

  it('leave the checked score to be worked out, which cannot be typed', async () => {
    await show('评委合成的分');
    await cell(3, 6).click();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.getByText('这一组由评委评分', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('are given a sheet each, which is read back beside what is stored', async () => {
    await page.getByRole('button', { name: /^评分表/u }).click();
    await page.getByText('空白评分表，导出或打印…').click();
    await dialog().getByLabel('填写').click();
    await page.locator('.ant-select-item-option', { hasText: '考评分：评委 王五' }).click();
    await dialog().getByRole('button', { name: '导出 Excel' }).click();
    await dialog().getByText('已存到', { exact: false }).waitFor();
    await press(/^关\s?闭$/u);
    await press(/^关\s?闭$/u);
    const [path = ''] = exported().filter((name) => name.includes('评委王五'));
    const filled = await openFilled(readFileSync(path));
    const [first = ''] = filled.names;
    filled.fill(first, (sheet) => {
      sheet.getCell(placeOf(sheet, '1.1').row, placeOf(sheet, '考评分').column).value = 2;
    });
    await page.getByRole('button', { name: /^评分表/u }).click();
    await page.getByText('读取填好的评分表…').click();
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({
        name: '王五交回的.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(await filled.book.xlsx.writeBuffer()),
      });
    await dialog().getByText('王五交回的.xlsx').waitFor();
    await dialog()
      .getByRole('button', { name: /^读\s?取$/u })
      .click();
    await dialog().getByText('核对要读入的评分').waitFor();
    await dialog().getByText('评委 王五', { exact: true }).waitFor();
    await dialog().getByRole('button', { name: '导入 1 项' }).click();
    await page.getByText('已读入 1 项评分').waitFor();
    await cell(3, 6).click();
    await page.getByText('各评委的分：取平均分').waitFor();
    expect(await cell(3, 6).textContent()).toContain('1.833');
  });

  it('are missed by name in the progress and when the period is to be finalised', async () => {
    await page.getByText('进度', { exact: true }).click();
    const missing = page.getByRole('list', { name: '评委还没有评的项数' });
    await missing.getByText('王五').waitFor();
    await page.getByRole('button', { name: '定稿', exact: true }).click();
    await dialog().getByText('评委张三、李四、王五没有评分', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /评委李四 \d+\/\d+，到第一个没有评的项/u })
      .first()
      .click();
    await page.getByText('评委 李四', { exact: true }).first().waitFor();
    await page.getByRole('grid').waitFor();
  });
});
