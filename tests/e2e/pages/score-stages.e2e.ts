import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('navigation').getByText('考核', { exact: true }).click();
  await page
    .getByRole('row', { name: /评分中/u })
    .first()
    .click();
  await page.getByRole('grid').waitFor();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const cell = (): Locator =>
  page.getByRole('grid').locator('tr[aria-rowindex="3"]').locator('[aria-colindex="6"]');
const panel = () => page.getByRole('complementary');
const stages = () => panel().getByRole('list', { name: '各环节的得分' });
const ofCell = () => page.getByRole('region', { name: '申诉' });

async function show(stage: string): Promise<void> {
  await page.getByLabel('评分环节').click();
  await page.locator('.ant-select-item-option', { hasText: stage }).click();
  await page.getByRole('grid').waitFor();
}

describe('the way of a score', () => {
  it('takes a reviewed score with its reason beside the checked one, which shows through elsewhere', async () => {
    await show('复核分');
    await cell().click();
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    const reason = page.getByRole('region', { name: '扣分理由' });
    await reason.getByRole('textbox').fill('复核时台账不全');
    await page.keyboard.press('Enter');
    await page.getByText('已保存', { exact: true }).waitFor();
    await cell().click();
    await stages().getByText('复核分').waitFor();
    await stages().getByText('复核时台账不全').waitFor();
    expect(await stages().getByRole('listitem').filter({ hasText: '计入结果' }).textContent()).toContain(
      '复核分',
    );
  });

  it('stands in a column of its own on the sheet', async () => {
    await page.getByText('单张', { exact: true }).click();
    await page.getByRole('columnheader', { name: '复核分' }).waitFor();
    await page.getByRole('columnheader', { name: '自评分' }).waitFor();
    await page.getByText('表格', { exact: true }).click();
  });

  it('is missed nowhere: the progress leads to the first cell that is empty', async () => {
    await page.getByText('进度', { exact: true }).click();
    await page.getByRole('list', { name: '各人录入的项数' }).getByText('复核分 1 项').waitFor();
    await page
      .getByRole('button', { name: /自评分 0\/\d+，到第一个没有录入的项/u })
      .first()
      .click();
    await page.getByRole('grid').waitFor();
    await panel().getByRole('heading', { level: 2 }).waitFor();
    await show('考评分');
  });

  it('takes evidence at its cell, and refuses programs in words', async () => {
    await cell().click();
    const material = join(office.dataFolder, '会议纪要.txt');
    const program = join(office.dataFolder, '台账.exe');
    writeFileSync(material, '第三季度消防工作会议纪要');
    writeFileSync(program, 'MZ');
    const files = panel().getByRole('region', { name: '佐证材料' });
    await files.locator('input[type="file"]').setInputFiles(material);
    await files.getByText('会议纪要.txt').waitFor();
    await files.locator('input[type="file"]').setInputFiles(program);
    await page
      .locator('.ant-message-notice')
      .getByText('“台账.exe”是程序或快捷方式，不能添加', { exact: false })
      .waitFor();
    await page.getByText(/^未保存/u).waitFor({ state: 'detached' });
  });

  it('takes files that are dropped on a cell as evidence of that cell', async () => {
    const second = page.getByRole('grid').locator('tr[aria-rowindex="4"]').locator('[aria-colindex="7"]');
    const { x, y, width, height } = (await second.boundingBox())!;
    const dataTransfer = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['签到'], '签到表.txt', { type: 'text/plain' }));
      return data;
    });
    const point = { dataTransfer, clientX: x + width / 2, clientY: y + height / 2 };
    await second.dispatchEvent('dragover', point);
    await second.dispatchEvent('drop', point);
    const files = panel().getByRole('region', { name: '佐证材料' });
    await files.getByText('签到表.txt').waitFor();
    await cell().click();
    await files.getByText('会议纪要.txt').waitFor();
    expect(await files.getByText('签到表.txt').count()).toBe(0);
  });

  it('is objected to, holds up finalising, and is answered with a reviewed score', async () => {
    await panel().getByRole('button', { name: '提出申诉…' }).click();
    await dialog().getByLabel('对哪里有异议，理由是什么').fill('会议纪要已经补交');
    await dialog().getByRole('button', { name: '提出申诉', exact: true }).click();
    await ofCell().getByText('待答复').waitFor();
    await page.getByText('诉', { exact: true }).waitFor();
    await page.getByText('申诉 1', { exact: true }).click();
    await page.getByRole('row', { name: /会议纪要已经补交/u }).click();
    await ofCell().getByRole('button', { name: '采纳…', exact: true }).click();
    await dialog()
      .getByLabel(/^复核后的得分/u)
      .fill('1.5');
    await dialog().getByLabel('答复(也是复核分的理由)').fill('纪要属实');
    await dialog().getByRole('button', { name: '采纳', exact: true }).click();
    await ofCell().getByText('已采纳').waitFor();
    await stages().getByText('纪要属实').waitFor();
  });
});
