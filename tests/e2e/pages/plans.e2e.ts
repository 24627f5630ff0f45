import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

const table = [
  '2026年今冬明春火灾防控任务分解表\t\t\t\t',
  '序号\t任务\t牵头单位\t配合单位\t完成时限',
  '一、加强组织领导\t\t\t\t',
  '1\t制定本行业今冬明春火灾防控方案，细化责任分工和时间安排\t市教育局\t市民政局\t2026年11月30日前',
  '2\t召开动员部署会议\t市民政局\t\t2026年10月20日前',
  '二、开展排查整治\t\t\t\t',
  '（一）学校\t\t\t\t',
  '3\t排查校园消防安全隐患\t市教育局、市民政局\t\t2027年1月31日前',
  '（二）养老机构\t\t\t\t',
  '4\t排查养老服务机构\t市民政局\t\t2026年12月15日前',
  '5\t常态化开展宣传\t市农业机械局\t\t长期',
].join('\n');

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const rows = () => page.getByRole('table', { name: '任务分解' }).locator('tbody tr');
const titles = () => rows().locator('td:first-child').allInnerTexts();
const indentOfMoved = () =>
  rows()
    .nth(2)
    .locator('td')
    .first()
    .evaluate((cell) => cell.style.paddingLeft);

describe('an implementation plan', () => {
  it('is pasted from Excel as a tree, after what was understood has been looked over', async () => {
    await page.getByRole('menuitem', { name: '实施方案' }).click();
    await page.getByRole('button', { name: '新增方案' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('方案名称').fill('今冬明春火灾防控实施方案');
    await dialog.getByLabel('文号').fill('安消安办〔2026〕12号');
    const day = dialog.getByLabel('印发日期');
    await day.fill('2026-10-08');
    await day.press('Tab');
    await dialog.getByRole('button', { name: /^新\s?增$/u }).click();
    await page.getByText('这里列出方案的标题和任务').waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await page.locator('body').press('Control+v');
    await dialog.getByText('读出 4 个标题、5 项任务').waitFor();
    await dialog.getByText('第 11 行：没有找到牵头单位“市农业机械局”').waitFor();
    await dialog.getByRole('button', { name: '新增 9 行' }).click();
    await expect
      .poll(titles)
      .toEqual([
        '一、加强组织领导',
        '制定本行业今冬明春火灾防控方案，细化责任分工和时间安排',
        '召开动员部署会议',
        '二、开展排查整治',
        '（一）学校',
        '排查校园消防安全隐患',
        '（二）养老机构',
        '排查养老服务机构',
        '常态化开展宣传',
      ]);
    await page.getByText('已新增 4 个标题、5 项任务').waitFor({ state: 'detached' });
  });

  it('takes the next task below the heading where the clerk stands, and moves lines by the keyboard', async () => {
    await rows().nth(0).focus();
    await page.getByPlaceholder('到“一、加强组织领导”下').fill('建立工作专班');
    await page.getByLabel('新任务', { exact: true }).press('Enter');
    await expect.poll(async () => (await titles()).indexOf('建立工作专班')).toBe(3);
    await rows().nth(3).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await titles()).indexOf('建立工作专班')).toBe(2);
    await page.keyboard.press('Alt+ArrowRight');
    await expect.poll(indentOfMoved).toBe('56px');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-uid')))
      .toBeTruthy();
    await page.keyboard.press('Control+z');
    await expect.poll(indentOfMoved).toBe('34px');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await titles()).indexOf('建立工作专班')).toBe(3);
  });

  it('lets lines be dragged into a gap and onto another line, each taken back in one step', async () => {
    const before = await titles();
    const isMovedAfter = (title: string) => async () => {
      const now = await titles();
      return now[now.indexOf(title) + 1];
    };
    const line = (title: string) => rows().filter({ hasText: title });
    await line('建立工作专班').dragTo(line('（二）养老机构'), { targetPosition: { x: 200, y: 2 } });
    await expect.poll(isMovedAfter('排查校园消防安全隐患')).toBe('建立工作专班');
    await page.keyboard.press('Control+z');
    await expect.poll(titles).toEqual(before);
    await line('二、开展排查整治').dragTo(line('一、加强组织领导'));
    await expect.poll(isMovedAfter('建立工作专班')).toBe('二、开展排查整治');
    await expect
      .poll(() =>
        line('二、开展排查整治')
          .locator('td')
          .first()
          .evaluate((cell) => cell.style.paddingLeft),
      )
      .toBe('34px');
    await page.keyboard.press('Control+z');
    await expect.poll(titles).toEqual(before);
  });

  it('takes a task of the list in, which the clerk finds by a word, and lets it out again', async () => {
    await rows().nth(0).focus();
    await page.getByText('已有任务', { exact: true }).click();
    const field = page.getByRole('combobox', { name: '已有任务' });
    await field.fill('校园消防安全');
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: '开展校园消防安全专项检查' })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^加\s?入$/u }).click();
    const line = rows().filter({ hasText: '来自2026年第三次全体会议纪要' });
    await line.waitFor();
    await line.getByRole('button').click();
    await page.getByRole('menuitem', { name: '移出方案，任务保留' }).click();
    await page.getByText('已移出方案').waitFor();
    await line.waitFor({ state: 'detached' });
  });

  it('opens a task beside the tree, as it stands in the list of tasks', async () => {
    await page.getByText('召开动员部署会议').click();
    await page.getByRole('heading', { name: '召开动员部署会议' }).waitFor();
    await page.getByText('今冬明春火灾防控实施方案(安消安办〔2026〕12号)').waitFor();
    await page.keyboard.press('Escape');
  });

  it('shows how far each unit is, and leads from a number to its tasks', async () => {
    await page.getByRole('tab', { name: '单位进度' }).click();
    await page.getByRole('table', { name: '单位进度' }).waitFor();
    await page
      .getByRole('button', { name: /民政局，一、加强组织领导：共 1 项，办结 0 项，逾期 1 项/u })
      .click();
    await page.getByRole('heading', { name: /民政局，一、加强组织领导：1 项/u }).waitFor();
    await page.getByRole('complementary').getByText('召开动员部署会议').click();
    await page.getByRole('complementary').getByText('办理过程').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('按完成月份').click();
    await page.getByRole('columnheader', { name: '2027年1月' }).waitFor();
  });

  it('is drawn over time with today as a line', async () => {
    await page.getByRole('tab', { name: '进度图' }).click();
    await page.getByText('竖线是今天').waitFor();
    await page.getByTitle('2026-10-08 至 2026-10-20').waitFor();
  });

  it('is found by pinyin initials', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('jdmc');
    await page
      .getByRole('option', { name: /今冬明春火灾防控实施方案/u })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  it('asks what becomes of its tasks when it is removed', async () => {
    await page.getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('menuitem', { name: '删除方案' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除方案' }).click();
    await page.getByText('已删除“今冬明春火灾防控实施方案”').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('cell', { name: '今冬明春火灾防控实施方案' }).waitFor();
  });
});
