import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeWorkbook } from '#tests/support/builders/sheet.ts';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';

let office: RunningOffice;
let page: Page;
let folder: string;
const problems: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schemes-e2e-'));
  office = await startOffice();
  page = await office.enter();
  page.on('pageerror', (error) => problems.push(error.message));
  await page.getByRole('heading', { name: '建立办公室' }).waitFor();
  await page.keyboard.type('yc');
  await page.getByText('运城市').waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel('您的姓名').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('运城市消防安全委员会办公室').first().waitFor();
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openList(window: Page): Promise<void> {
  await window.goto(`${new URL(window.url()).origin}/#/schemes`);
  await window.getByRole('heading', { name: '考核方案' }).waitFor();
}

function treeTexts(window: Page): Promise<string[]> {
  return window.getByRole('treeitem').allInnerTexts();
}

async function expectTree(window: Page, ...parts: RegExp[]): Promise<void> {
  await expect
    .poll(async () => {
      const texts = (await treeTexts(window)).map((text) => text.replaceAll('\n', ' '));
      return texts.length === parts.length && parts.every((part, place) => part.test(texts[place] ?? ''));
    })
    .toBe(true);
}

/** One window types while another one saves the same field, then leaves it. */
async function differ(
  first: Page,
  second: Page,
  { label, mine, theirs }: { label: string; mine: string; theirs: string },
): Promise<void> {
  const field = (window: Page) => window.getByLabel(label, { exact: true });
  await field(first).fill(mine);
  const saved = second.waitForResponse((response) => response.url().includes('/schemes/update'));
  await field(second).fill(theirs);
  await field(second).press('Tab');
  await saved;
  await field(first).press('Tab');
  await first.getByText('这里刚被别人改过').waitFor();
}

describe('a scheme from the keyboard', () => {
  it('is begun, filled and ordered without the mouse', async () => {
    await openList(page);
    const focused = (): Promise<string> =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    await page.getByRole('button', { name: '新建方案' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('方案名称').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('新建方案');
    await page.keyboard.press('Enter');
    await page.getByLabel('方案名称').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('县级考核方案');
    await page.keyboard.press('Enter');
    await page.getByRole('tree').waitFor();

    await page.getByRole('button', { name: '新增一级指标' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('一级指标名称');
    await page.keyboard.type('责任落实');
    await page.keyboard.press('Tab');
    await page.keyboard.type('10');
    await page.keyboard.press('Control+n');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('考评内容');
    await page.keyboard.type('召开会议');
    await page.getByLabel('分值').fill('6分');
    await page.keyboard.press('Control+n');
    await expect.poll(() => treeTexts(page).then((texts) => texts.length)).toBe(3);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('考评内容');
    await page.keyboard.type('制定计划');
    await page.keyboard.press('Escape');
    await page.getByLabel('分值').fill('3');
    await page.keyboard.press('Control+Enter');
    await expectTree(page, /责任落实.*差 1 分.*10/, /1\.1.*召开会议.*6/, /1\.2.*3/);
    await page.getByText('已保存').waitFor();
  });

  it('moves with Alt and arrows, removes with Delete and takes it back with Ctrl+Z', async () => {
    const tree = page.getByRole('tree');
    await tree.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Alt+ArrowUp');
    await expectTree(page, /责任落实/, /1\.2/, /1\.1/);
    await page.keyboard.press('Delete');
    await expectTree(page, /责任落实/, /1\.1/);
    await page.keyboard.press('Control+z');
    await expectTree(page, /责任落实/, /1\.2/, /1\.1/);
  });

  it('gets a rule of a kind chosen by its example, which reads and tries out as a sentence', async () => {
    await page.getByRole('treeitem').filter({ hasText: '召开会议' }).click();
    await page.getByRole('button', { name: '加一条规则' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('例：每年不少于2次，少一次扣3分').waitFor();
    await dialog.getByText('低于最低次数').click();
    const rule = page.getByRole('region', { name: '低于最低次数' });
    await rule.locator('input:focus').first().waitFor();
    await rule.getByLabel('扣分', { exact: true }).fill('1.5');
    await rule.getByLabel('扣分', { exact: true }).press('Enter');
    await rule.getByText('不少于2次，每少1次扣1.5分').waitFor();
    await rule.getByLabel('试算：实际(次)').fill('0');
    await rule.getByText('扣3分，本项得 3 分').waitFor();
  });

  it('says what is wrong with a number and does not save it', async () => {
    const field = page.getByRole('region', { name: '所选指标' }).getByLabel('分值', { exact: true });
    await field.fill('六分');
    await page.getByText('请输入分数，最多 3 位小数').waitFor();
    await field.press('Escape');
    expect(await field.inputValue()).toBe('6');
  });

  it('shows both values when two windows changed the same field', async () => {
    const field = (window: Page) => window.getByLabel('考评内容');
    await field(page).fill('召开消防会议');
    const second = await office.enter();
    await second.goto(page.url());
    await second.getByRole('treeitem').filter({ hasText: '召开会议' }).click();
    await field(second).fill('每季度召开会议');
    await field(second).press('Tab');
    await second.getByText('已保存').waitFor();
    await field(page).press('Tab');
    await page.getByText('这里刚被别人改过').waitFor();
    await page.getByText('每季度召开会议').last().waitFor();
    await page.getByRole('button', { name: '按所选保存' }).click();
    await second.getByRole('treeitem').filter({ hasText: '召开消防会议' }).waitFor();
    await second.context().close();
  });

  it('shows both values also of a figure in a rule and of a setting', async () => {
    const second = await office.enter();
    await second.goto(page.url());
    for (const window of [page, second]) {
      await window.getByRole('treeitem').filter({ hasText: '召开消防会议' }).click();
    }
    await differ(page, second, { label: '每少几次', mine: '2', theirs: '3' });
    await page.getByRole('radio', { name: '每少3次' }).waitFor();
    await page.getByRole('button', { name: '按所选保存' }).click();
    await second.getByText('不少于2次，每少2次扣1.5分').waitFor();
    for (const window of [page, second]) await window.getByText('等次与设置').click();
    await differ(page, second, { label: '加分上限', mine: '3', theirs: '5' });
    await page.getByRole('radio', { name: '5 分' }).check();
    await page.getByRole('button', { name: '按所选保存' }).click();
    await expect.poll(() => page.getByLabel('加分上限', { exact: true }).inputValue()).toBe('5');
    await page.getByText('指标', { exact: true }).first().click();
    await second.context().close();
  });

  it('is frozen once in force, says why, and goes on as a new version', async () => {
    await page.getByRole('button', { name: '施行' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('差 1 分').waitFor();
    await dialog.getByRole('button', { name: '施行' }).click();
    await page.getByText('内容不能再改').waitFor();
    await expect.poll(() => page.getByLabel('考评内容').isDisabled()).toBe(true);
    await page.getByRole('button', { name: '另起新版本' }).click();
    await page.getByLabel('修订原因').fill('市里修订');
    await page.keyboard.press('Enter');
    await page.getByText('第 2 版').waitFor();
    await expectTree(page, /责任落实/, /1\.2/, /1\.1.*召开消防会议/);
  });
});

describe('a scheme from an office’s own table', () => {
  it('is previewed row by row with its problems, and stored only after the clerk’s yes', async () => {
    const file = join(folder, '乡镇考核表.xlsx');
    const rows = [
      ['乡镇消防工作考核表'],
      ['项目', '考核内容', '标准分', '评分办法', '备注', '整改建议'],
      ['组织领导(10分)', '成立机构', '6分', '未成立的扣6分；酌情扣1-2分'],
      [null, '签订责任书', '2-4', '少签一份扣1分'],
      ['注：本表由乡镇填写'],
    ];
    writeFileSync(file, await composeWorkbook({ rows, merges: ['A1:F1', 'A3:A4', 'A5:F5'] }));
    await openList(page);
    await page.getByRole('button', { name: '从 Excel 导入' }).first().click();
    await page.setInputFiles('input[type=file]', file);
    await page.getByText('读到 1 个一级指标、2 项指标，满分 10 分').waitFor();
    const list = page.getByRole('list', { name: '要核对的地方' });
    await list.getByText('第 4 行 C 列').waitFor();
    await list.getByText('分值“2-4”读不出一个数').waitFor();
    await list.getByText('不认识“整改建议”').waitFor();
    await list.getByText('写明 10 分，下面各项合计 6 分，差 4 分').waitFor();
    await page.getByRole('button', { name: /导入 2 项指标/ }).click();
    await expectTree(page, /组织领导.*差 4 分.*10/, /成立机构.*无规则.*6/, /签订责任书.*0/);
    await page.getByRole('button', { name: /待核对/ }).click();
    await page.getByText('没有分值').click();
    expect(await page.getByLabel('考评内容').inputValue()).toBe('签订责任书');
    expect(await page.getByLabel('评分标准').inputValue()).toBe('少签一份扣1分');
  });

  it('proposes the rules of its standards, takes them by kind, one by one or with a key, and undoes each', async () => {
    const part = (name: RegExp) => page.getByText(name).first();
    await part(/认出的规则 3 条/u).click();
    const failed = page.getByRole('region', { name: '没做到就扣分' });
    await failed.getByText('未成立扣6分').waitFor();
    await failed.getByRole('button', { name: '全部采用：没做到就扣分' }).click();
    await part(/认出的规则 2 条/u).waitFor();
    await page.keyboard.press('Control+z');
    await part(/认出的规则 3 条/u).waitFor();
    await page.getByRole('button', { name: '全部采用 3 条' }).click();
    await page.getByText('认出的规则都已采用').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^采用：.*每少1份扣1分/u }).click();
    await part(/认出的规则 2 条/u).waitFor();

    await failed
      .getByRole('button', { name: /成立机构/u })
      .first()
      .click();
    const beside = page.getByRole('region', { name: '从原文认出的规则' });
    await beside.getByText('酌情扣1至2分').waitFor();
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('region', { name: '酌情评分' }).waitFor();
    await expect.poll(() => beside.count()).toBe(0);

    const standard = page.getByLabel('评分标准');
    await standard.fill('未成立的扣6分；其他情形扣分');
    await standard.press('Tab');
    await beside.getByText('标出的部分没有认出').waitFor();
    expect(await beside.locator('mark').allInnerTexts()).toEqual(['其他情形扣分']);
  });

  it('opens at the indicator that was found with Ctrl+K', async () => {
    await openList(page);
    for (const content of ['签订责任书', '成立机构']) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(content);
      await page.getByRole('option', { name: new RegExp(content), selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByLabel('考评内容').inputValue()).toBe(content);
      await page.locator('[role=treeitem][aria-selected=true]').filter({ hasText: content }).waitFor();
    }
  });

  it('is found in the list by pinyin initials', async () => {
    await openList(page);
    await page.getByPlaceholder('名称、文号或拼音首字母').fill('xzxf');
    await page.getByText('乡镇消防工作考核表').first().waitFor();
    await expect.poll(() => page.getByText('县级考核方案').count()).toBe(0);
  });

  it('raises no error in the page', () => {
    expect(problems).toEqual([]);
  });
});
