import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

/* The office's year in documents, as a clerk does it: roster, adjustment, meeting, minutes, notices, reply, pressing. */

const today = localDay(Date.now());
const meetingDay = addDays(today, -20);
const dueDay = addDays(today, -5);
const [, dueMonth, dueDate] = dueDay.split('-').map(Number);

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const goTo = (name: string): Promise<void> => page.getByRole('menuitem', { name, exact: true }).click();

function dialog(name?: string | RegExp): Locator {
  return name === undefined ? page.getByRole('dialog') : page.getByRole('dialog', { name });
}

/** Presses the verb of a dialog, which then goes. */
async function confirm(verb: string | RegExp): Promise<void> {
  await dialog().getByRole('button', { name: verb, exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
}

async function setDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press('Enter');
}

/** 送核稿 → 核稿通过 → 签发 → 印发. */
async function issuePaper(): Promise<void> {
  await page.getByRole('button', { name: '送核稿' }).click();
  await page.getByRole('button', { name: '核稿通过' }).click();
  await page.getByRole('button', { name: '签发并取号' }).click();
  await confirm('签发');
  await page.getByRole('button', { name: '印发', exact: true }).click();
  await confirm('印发');
  await page.getByText('已印发').first().waitFor();
}

describe('a roster', () => {
  it('is pasted as it is written and becomes the one that is chosen', async () => {
    await goTo('名册');
    await page.getByRole('button', { name: '粘贴或导入名单' }).click();
    await dialog()
      .getByRole('textbox', { name: '名单', exact: true })
      .fill(
        '主任：陈志远 澜江区人民政府副区长\n副主任：林  静 澜江区应急管理局局长\n' +
          '成员：周海涛 澜江区教育局副局长\n吴小梅 澜江区民政局副局长',
      );
    await dialog().getByRole('button', { name: '读取' }).click();
    await page.getByText('读到 4 人').waitFor();
    await page.getByText('没有一个人在这份名单里').waitFor();
    await page.getByLabel('哪里的名册').fill('ljq');
    await page.locator('.ant-select-item-option', { hasText: '澜江区' }).waitFor();
    // Longer than the dialog takes to put the focus on its button: not from a field that is being filled.
    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
    await page.getByText('没有一个人在这份名单里').waitFor({ state: 'detached' });
    await page.getByText('读到 4 人').waitFor();
    await confirm(/^导入 \d 人$/);
    await page.getByText('澜江区消防安全委员会组成人员名单').waitFor();
  });

  it('is adjusted as a whole, with its notice', async () => {
    await page.getByRole('button', { name: '调整', exact: true }).click();
    for (const [leaving, coming] of [
      ['周海涛', '高建军'],
      ['吴小梅', '许文静'],
    ] as const) {
      await page.getByRole('row', { name: leaving }).first().getByRole('button', { name: '换人' }).click();
      await dialog().getByRole('combobox', { name: '姓名' }).fill(coming);
      await confirm('确定');
    }
    await page.getByText('新任 2 人，免去 2 人').waitFor();
    await page.getByRole('button', { name: '生成调整通知' }).click();
    await page.getByRole('menuitem', { name: '印新名单' }).click();
    await page.getByRole('link', { name: /打开草稿/ }).waitFor();
    await page.getByRole('button', { name: '返回名册' }).click();
    await page.getByRole('button', { name: '继续调整' }).click();
    await page.getByText('新任 2 人，免去 2 人').waitFor();
    await page.getByRole('button', { name: '执行调整' }).click();
    await confirm('执行');
    await page.getByText(`已自 ${today} 执行`).waitFor();
    await page.getByRole('link', { name: /打开草稿/ }).click();
    const sheet = page.getByLabel('打印预览');
    await sheet.getByText('高建军').waitFor();
    expect(await sheet.getByText('周海涛').count()).toBe(0);
  });

  it('says at its day that an appointment would end before it begins', async () => {
    await goTo('名册');
    await page.getByLabel('委员会', { exact: true }).getByRole('button', { name: '澜江区' }).click();
    await page.getByRole('row', { name: '高建军' }).click();
    await page.getByRole('button', { name: '更正' }).click();
    await setDay(dialog().getByRole('textbox', { name: '截止日期(含当天)' }), '2020-01-01');
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog()
      .getByText(/^截止日期 2020-01-01 早于任职日期/)
      .waitFor();
    await dialog().press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});

describe('the minutes of a meeting', () => {
  it('begin with what is known of the meeting', async () => {
    await goTo('会议纪要');
    await page.getByRole('button', { name: '会议系列' }).click();
    await dialog().getByRole('button', { name: '新增会议系列' }).click();
    await dialog().getByRole('textbox', { name: '名称' }).fill('消安委全体会议');
    await dialog().getByRole('textbox', { name: '主持人' }).fill('副市长华晓东');
    await dialog().getByRole('textbox', { name: '常用地点' }).fill('市政府第一会议室');
    await dialog('新增会议系列').getByRole('button', { name: '新增', exact: true }).click();
    await dialog(/^会议系列$/).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '召开会议' }).first().click();
    await dialog().getByRole('combobox', { name: '会议系列' }).click();
    await page.locator('.ant-select-item-option', { hasText: '消安委全体会议' }).click();
    // A field that grows with its text is measured by a style that the page's policy has to let through.
    expect((await dialog().getByRole('textbox', { name: '备注' }).boundingBox())?.height).toBeGreaterThan(28);
    await setDay(dialog().getByRole('textbox', { name: '日期' }), meetingDay);
    await page.getByRole('tab', { name: '议程 0 项' }).waitFor();
    await page.getByRole('heading', { name: `${meetingDay.slice(0, 4)}年第一次消安委全体会议` }).waitFor();
    await page.getByRole('textbox', { name: '新议题' }).fill('研究冬春火灾防控');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: '议程 1 项' }).waitFor();
    await page.getByRole('tab', { name: /通知、纪要/ }).click();
    await page.getByRole('button', { name: '起草纪要' }).click();
    const place = page.getByLabel('要填的内容').getByRole('textbox', { name: '议定事项' });
    await place.fill('会议听取了有关情况汇报。');
    await place.press('Enter');
    await place.waitFor({ state: 'detached' });
    await page.getByLabel('打印预览').getByText('副市长华晓东').waitFor();
  });

  it.each([
    [`市教育局${dueMonth}月${dueDate}日前完成校园排查。`, ['安澜市教育局'], dueDay],
    ['市民政局会同市卫健委开展养老机构整治。', ['安澜市民政局', '安澜市卫生健康委员会'], ''],
    ['各县(市、区)长期开展电动自行车治理。', ['云栖区', '石泊县'], ''],
  ])('read from “%s” who does it and until when', async (sentence, units, due) => {
    const text = page.getByRole('textbox', { name: '正文' });
    await text.getByRole('paragraph').last().click();
    await goToEnd(text);
    await page.keyboard.press('Enter');
    await page.keyboard.type(sentence);
    await text.getByText(sentence).waitFor();
    await page.keyboard.press('Control+m');
    await dialog('议定事项').waitFor();
    for (const unit of units) await dialog().getByTitle(unit, { exact: true }).waitFor();
    expect(await dialog().getByRole('textbox', { name: '完成时限' }).inputValue()).toBe(due);
    await confirm('登记');
    // Who types on types into the text.
    await expect.poll(() => text.evaluate(isCaretAtEnd)).toBe(true);
  });

  it('make the decided items owed when they are issued, though one is late by then', async () => {
    await issuePaper();
    await goTo('督办任务');
    const row = page.getByRole('row', { name: /完成校园排查/ });
    await row.getByText('逾期 5 天').waitFor();
  });
});

describe('a 督办函', () => {
  let serials: number[];

  it('goes to each of two units with numbers one after the other, from the tasks that are late', async () => {
    for (const name of [/完成校园排查/, /修订高层建筑/])
      await page.getByRole('row', { name }).getByRole('checkbox').check();
    await page.getByRole('button', { name: '发督办通知' }).click();
    await confirm(/拟制 2 份督办函/);
    await page.getByRole('button', { name: '签发 2 份' }).click();
    await confirm('签发并印发');
    const said = await page.getByText(/已签发 2 份：.*〕\d+号 至 .*〕\d+号/).innerText();
    serials = [...said.matchAll(/〕(\d+)号/gu)].map(([, serial]) => Number(serial));
    expect(serials[1]! - serials[0]!).toBe(1);
  });

  it('is printed for both as one PDF', async () => {
    await page.getByRole('button', { name: '合并成 PDF' }).click();
    await dialog().getByText('.pdf').waitFor();
    await dialog().getByRole('button', { name: '关闭' }).first().click();
    await dialog().waitFor({ state: 'detached' });
  });

  it('is written for each as a file of its own, which can be edited', async () => {
    await page.getByRole('button', { name: '其他导出' }).click();
    await page.getByRole('menuitem', { name: '导出 Word(每份一个文件)' }).click();
    await dialog().getByText('2 个文件').waitFor();
    await dialog().getByRole('button', { name: '关闭' }).first().click();
    await dialog().waitFor({ state: 'detached' });
    const files = readdirSync(join(office.dataFolder, '文档', '消安办工作台', `${today} 督办函`));
    for (const serial of serials) {
      expect(files).toContainEqual(expect.stringMatching(new RegExp(`〕${serial}号 .*\\.docx$`, 'u')));
    }
    expect(files).toHaveLength(2);
  });

  it('is closed by the reply of the one; the reply of the other does not do, and the next kind of notice follows', async () => {
    for (const [unit, text, verdict] of [
      [/住房和城乡建设局/, '已修订完毕', '符合要求'],
      [/教育局/, '正在排查', '不符合'],
    ] as const) {
      await page.getByRole('row', { name: unit }).first().click();
      await page.getByRole('heading', { name: unit }).waitFor();
      await page.getByRole('button', { name: '登记回复' }).click();
      await dialog().getByRole('textbox', { name: '回复内容' }).fill(text);
      await confirm('登记');
      await page.getByRole('button', { name: verdict, exact: true }).click();
      await page.getByRole('button', { name: verdict, exact: true }).waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: '再次督办：督办通知书' }).click();
    await confirm(/拟制 1 份督办通知书/);
    await page.getByRole('row', { name: /督办通知书 .*教育局 拟制中/ }).waitFor();
  });
});

/** Runs in the page: whether the caret stands behind the last character. */
/** On a busy PC the editor hears of the click, and of the key, some frames later, and first puts the caret back. */
async function goToEnd(text: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+End');
      await text.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      return text.evaluate(isCaretAtEnd);
    })
    .toBe(true);
}

function isCaretAtEnd(text: HTMLElement | SVGElement): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || !selection.isCollapsed) return false;
  const rest = selection.getRangeAt(0).cloneRange();
  rest.setEndAfter(text.lastChild ?? text);
  return rest.toString().trim() === '';
}
