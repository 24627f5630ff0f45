import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer as filledAnswer, fact } from '#tests/main/features/visits/filled-sheets.ts';
import { FilledWorkbook } from '#tests/support/filled-workbook.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

const questions = {
  exits: '疏散通道、安全出口保持畅通，没有占用、堵塞、封闭',
  wires: '电气线路敷设规范，没有私拉乱接、超负荷用电',
};

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const row = (name: string) => page.getByRole('row', { name: new RegExp(name, 'u') });
const answer = (question: string, word: string) =>
  page.getByRole('radiogroup', { name: question }).getByText(word, { exact: true });
const goTo = (name: string) => page.getByRole('menuitem', { name, exact: true }).click();

/** Presses the verb of the uppermost dialog, which then goes. */
async function confirm(verb: RegExp): Promise<void> {
  const last = dialog().last();
  await last.getByRole('button', { name: verb }).last().click();
  await last.waitFor({ state: 'hidden' });
}

describe('a visit', () => {
  it('is recorded with one answer 不符合 and a photo', async () => {
    await goTo('检查记录');
    await row('望江古建筑群').click();
    await page.getByRole('heading', { name: '望江古建筑群' }).waitFor();
    await answer(questions.exits, '不符合').click();
    await page.getByRole('textbox', { name: '发现的问题' }).fill('西侧安全出口上锁');
    await page.getByRole('switch', { name: '培训和演练：涉及' }).click();
    await page.getByRole('button', { name: '其余 19 项都符合' }).click();
    await page.getByRole('button', { name: /^登\s?记$/u }).click();
    await page.getByText('已登记，发现问题 1 处').waitFor();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const files = page.locator('input[type=file]');
    await files.setInputFiles({ name: '出口.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('img', { name: '出口.png' }).waitFor();
    await files.setInputFiles({ name: '笔记.png', mimeType: 'image/png', buffer: Buffer.from('文字') });
    await page.getByText('“笔记.png”不是照片').waitFor();
  });

  it('makes a finding, which is looked at again and closed', async () => {
    await page.getByRole('link', { name: '西侧安全出口上锁' }).click();
    await page.getByText('《中华人民共和国消防法》第二十八条').waitFor();
    await page.getByRole('button', { name: '登记复查' }).click();
    await dialog().getByRole('textbox', { name: '复查情况' }).fill('锁已拆除');
    await dialog().getByLabel('复查人').fill('赵国强');
    await dialog().getByRole('button', { name: '登记复查' }).click();
    await page.getByText('整改合格').first().waitFor();
    await page.getByText('已销号 2').click();
    await row('西侧安全出口上锁').waitFor();
  });

  it('is found with its finding by initials everywhere', async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('wjgjzq');
    await dialog().getByText('望江古建筑群：西侧安全出口上锁').first().waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('two visits on sheets that a team has filled in', () => {
  const places = ['望江服装厂', '翠屏万和购物广场'];

  it('are recorded with their findings after a look at what was read', async () => {
    await goTo('检查记录');
    for (const name of places) await row(name).getByRole('checkbox').check();
    await page.getByRole('button', { name: '检查记录表' }).click();
    await page.getByRole('menuitem', { name: '导出 Excel：选中的 2 个' }).click();
    const name =
      (await dialog()
        .getByText(/\.xlsx$/u)
        .textContent()) ?? '';
    await confirm(/^关\s?闭$/u);

    const filled = await givenOut(name);
    const found = { result: '不符合', due: '5天' };
    const visit = [fact('检查日期', '2026-11-10'), fact('检查组', '第1组'), fact('检查人员', '赵国强、孙丽')];
    filled.fill(places[0]!, ...visit, filledAnswer(questions.exits, { ...found, what: '疏散通道堆放布料' }));
    filled.fill(
      places[1]!,
      ...visit,
      filledAnswer(questions.wires, { ...found, what: '私拉电线给电动车充电' }),
    );
    await page.getByRole('button', { name: '读取填好的表' }).click();
    const before = incoming();
    const right = await filled.book.xlsx.writeBuffer();
    filled.fill(places[0]!, fact('检查日期', '2099-01-01'));
    await choose(await filled.book.xlsx.writeBuffer());
    await dialog().getByText('有 1 处要先改好').waitFor();
    await dialog().getByRole('button', { name: '返回重选文件' }).click();
    await choose(right);
    await dialog().getByText('核对要登记的检查记录').waitFor();
    await dialog().getByRole('button', { name: /2 张/u }).click();
    await page.getByText('已登记 2 个对象，发现问题 2 处').waitFor();
    await expect.poll(incoming).toEqual(before);
  });

  /** Files that wait in the core. */
  function incoming(): string[] {
    return readdirSync(join(office.dataFolder, 'incoming'));
  }

  /** Of one name, so that it takes the place of the one before. */
  async function choose(bytes: ArrayBuffer | Uint8Array): Promise<void> {
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({
        name: '第1组.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(bytes as Uint8Array),
      });
    await dialog().getByText('第1组.xlsx').waitFor();
    await dialog()
      .getByRole('button', { name: /^读\s?取$/u })
      .click();
  }

  async function givenOut(name: string): Promise<FilledWorkbook> {
    const folder = join(office.dataFolder, '文档', '消安办工作台');
    expect(readdirSync(folder)).toContain(name);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(readFileSync(join(folder, name)) as unknown as ArrayBuffer);
    return new FilledWorkbook(book);
  }

  it('go out as 督办函 to who answers for them, both at once', async () => {
    await goTo('问题隐患');
    for (const what of ['疏散通道堆放布料', '私拉电线给电动车充电'])
      await row(what).getByRole('checkbox').check();
    await page.getByRole('toolbar').getByRole('button', { name: '发督办通知' }).click();
    await confirm(/拟制 \d 份督办函/u);
    await page.getByRole('button', { name: /^签发 \d 份$|^签\s?发$/u }).click();
    await confirm(/签发并印发/u);
    await page
      .getByText(/已签发/u)
      .first()
      .waitFor();
  });

  it('end differently: one is put right, looked at again and closed', async () => {
    await goTo('问题隐患');
    await row('疏散通道堆放布料').click();
    await page.getByRole('button', { name: '登记复查' }).first().click();
    await dialog().getByRole('textbox', { name: '复查情况' }).fill('通道已清空');
    await dialog().getByLabel('复查人').fill('赵国强');
    await dialog().getByRole('button', { name: '登记复查' }).click();
    await page.getByText('整改合格').first().waitFor();
  });

  it('the other is overdue and becomes a deduction of the quarter', async () => {
    await goTo('问题隐患');
    await row('私拉电线给电动车充电').click();
    await page.getByRole('button', { name: '拟扣分…' }).first().click();
    await dialog().getByLabel('指标').click();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('扣分', { exact: true }).fill('0.5');
    await confirm(/^拟扣分$/u);
    await page.getByText(/^已拟扣分 1 项/u).waitFor();
    await page.getByText('云栖 0.5分').waitFor();
  });

  it('counts in the results, and its findings are written as a list and a ledger', async () => {
    await goTo('问题隐患');
    await page.getByRole('button', { name: '导出清单、台账' }).click();
    await page.getByText(/^问题清单和整改台账 .*\.xlsx$/u).waitFor();
    await confirm(/^关\s?闭$/u);
    await page.getByRole('button', { name: '问题统计' }).click();
    await page.getByRole('row', { name: /云栖区 6/u }).waitFor();
  });

  it('become part of the circular on their campaign', async () => {
    await goTo('检查记录');
    await page.getByRole('button', { name: '问题统计' }).click();
    await page.getByRole('table', { name: '逐一督查' }).waitFor();
    await page.getByRole('button', { name: '拟督查通报' }).click();
    await page
      .getByRole('heading', { name: /专项督查情况的通报/u })
      .first()
      .waitFor();
  });
});
