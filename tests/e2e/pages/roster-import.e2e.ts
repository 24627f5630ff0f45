import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '名册', exact: true }).click();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const cell = (name: string) => dialog().getByRole('button', { name });

async function correct(name: string, text: string): Promise<void> {
  await cell(name).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** A county's return: a title, headings in its own words and order, a position once for those below. */
async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名单');
  sheet.addRows([
    ['安澜市消防安全委员会组成人员调整名单'],
    ['联系电话(手机)', '工作单位、职务', '同志', '消防安全委员会内职务', '序号'],
    ['13900001111', '市人民政府副市长', '苏明远', '主任', '1'],
    ['', '市应急管理局局长', '林\u3000静', '总协调', '2'],
    ['', '市教育局副局长', '周海涛', '成员', '3'],
  ]);
  sheet.mergeCells('A1:E1');
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a roster in a workbook', () => {
  it('shows who leaves, and is stored after a column is pointed at and a cell is put right; one undo takes it back', async () => {
    await page.getByRole('row', { name: '联络员' }).waitFor();
    const before = await page.getByRole('row').allInnerTexts();
    await page.getByRole('button', { name: '粘贴或导入名单' }).click();
    const file = { name: '名单.xlsx', mimeType: 'application/octet-stream', buffer: await workbook() };
    await dialog().locator('input[type=file]').setInputFiles(file);
    await dialog().getByLabel('C 列的内容').click();
    await page.keyboard.type('姓名');
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: '下一步：核对' }).click();
    await dialog().getByText('第 4 行 D 列：不认识职位“总协调”').waitFor();
    await dialog()
      .getByText(/^名单里没有、将不再任职 \d+ 人/)
      .waitFor();
    await correct('第 4 行职位：总协调', '副主任');
    await dialog().getByRole('button', { name: '导入 3 人' }).click();
    await page.getByText(/已导入：新增 \d 人，更新 \d 人，不再任职 \d+ 人/).waitFor();
    await page.getByRole('row', { name: '苏明远' }).waitFor();
    await page.keyboard.press('Control+Z');
    await page.getByRole('row', { name: '苏明远' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('row').allInnerTexts()).toEqual(before);
  });
});

describe('a roster as a text', () => {
  it('is put right person by person, and may be read as a table after all', async () => {
    await page.getByRole('button', { name: '粘贴或导入名单' }).click();
    await dialog()
      .getByRole('textbox', { name: '名单', exact: true })
      .fill(
        '主任：苏明远 市人民政府副市长\n成员：周海涛、吴小梅\n办公室设在市消防救援支队，林静同志兼任主任',
      );
    await dialog().getByRole('button', { name: '读取' }).click();
    await dialog().getByText('第 4 行 B 列：没有姓名，这一行不导入。').waitFor();
    await correct('第 4 行姓名：空', '林静');
    await correct('第 4 行单位及职务：办公室设在', '市应急管理局局长');
    await dialog().getByText('读到 4 人').waitFor();
    await dialog().getByRole('button', { name: '标题行和栏目' }).click();
    await dialog().getByText('现在按文字读').waitFor();
    await dialog().getByRole('checkbox', { name: '没有标题行' }).click();
    await dialog().getByRole('button', { name: '请选好姓名' }).waitFor();
    await dialog().getByRole('checkbox', { name: '不分栏的文字' }).click();
    await dialog().getByRole('button', { name: '下一步：核对' }).click();
    await dialog().getByText('读到 3 人').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});
