import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';

let office: RunningOffice;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  office = await startOffice();
  page = await office.enter();
  page.on('pageerror', (error) => problems.push(error.message));
});
afterAll(() => office.close());

describe('the first start', () => {
  it('builds the whole city from two letters and two times Enter', async () => {
    await page.getByRole('heading', { name: '建立办公室' }).waitFor();
    await page.keyboard.type('yc');
    await page.getByText('运城市').waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('您的姓名').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('运城市消防安全委员会办公室').first().waitFor();
  });

  it('takes the token out of the address', () => {
    expect(page.url()).not.toMatch(/#[\w-]{43}/);
  });
});

describe('the shell', () => {
  it('goes to any page by Ctrl+K and pinyin initials', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('jg');
    await page.getByRole('option', { name: /机构/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '机构' }).waitFor();
  });

  it('finds a township by its initials and opens it', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('yhq');
    await page.getByRole('option', { name: /盐湖区/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain('#/organizations/');
  });

  it('shows 已保存 only after a change was acknowledged, and takes it back by Ctrl+Z', async () => {
    const added = '新城经济开发区';
    await page.goto(`${new URL(page.url()).origin}/#/organizations`);
    const field = page.getByPlaceholder(/新增县/);
    await field.fill(added);
    await field.press('Enter');
    await page.getByText(added).first().waitFor();
    await page.getByText('已保存').waitFor();
    await page.getByRole('heading', { name: '机构' }).click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText(added).count()).toBe(0);
    await page.keyboard.press('Control+y');
    await expect.poll(() => page.getByText(added).count()).toBeGreaterThan(0);
  });

  it('shows in a second window what the first one changed, without a reload', async () => {
    const second = await office.enter();
    await second.goto(`${new URL(second.url()).origin}/#/organizations`);
    await second.getByText('新城经济开发区').first().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => second.getByText('新城经济开发区').count()).toBe(0);
    await second.context().close();
  });

  it('keeps what is being typed when another window saves the same field, and asks which of both stays', async () => {
    const second = await office.enter();
    const nameIn = (window: Page) => window.getByRole('textbox', { name: '办公室名称' });
    const saveIn = (window: Page) => window.getByRole('button', { name: /^保\s?存$/u }).click();
    for (const window of [page, second]) {
      await window.goto(`${new URL(window.url()).origin}/#/settings/office`);
      await nameIn(window).waitFor();
    }
    await nameIn(page).fill('第一窗口的名称');
    await nameIn(second).fill('第二窗口的名称');
    await saveIn(second);
    await second.getByText('已保存办公室设置').waitFor();
    await page.getByTitle('第二窗口的名称').waitFor();
    expect(await nameIn(page).inputValue()).toBe('第一窗口的名称');
    await saveIn(page);
    const choice = page.getByRole('dialog', { name: /保留哪一个/u });
    await choice.getByRole('radio', { name: '第二窗口的名称' }).check();
    await page.getByText(/^未保存/u).waitFor();
    await choice.getByRole('button', { name: '按所选保存' }).click();
    await expect.poll(() => nameIn(page).inputValue()).toBe('第二窗口的名称');
    await page.getByText(/^未保存/u).waitFor({ state: 'detached' });
    await second.getByRole('heading', { name: '办公室' }).first().click();
    await second.keyboard.press('Control+z');
    await expect.poll(() => nameIn(page).inputValue()).toBe('运城市消防安全委员会办公室');
    await second.context().close();
  });

  it('writes all of it into the log, with what was before and after', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/settings/history`);
    await page
      .getByText(/撤销.*新增机构|撤销/)
      .first()
      .waitFor();
    await page.getByText('建立办公室').first().waitFor();
  });
});

describe('a page where nothing is yet', () => {
  const dialog = () => page.getByRole('dialog').last();

  it('says what to do first: a series of meetings, then its first meeting', async () => {
    await page.getByRole('menuitem', { name: '会议纪要' }).click();
    await page.getByRole('button', { name: '设立会议系列' }).first().click();
    await dialog().getByRole('textbox', { name: '名称' }).fill('消安委全体会议');
    await dialog().getByRole('button', { name: '新增', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '召开会议' }).first().waitFor();
  });

  it('asks for whom to call where the first notice is made', async () => {
    await page.getByRole('menuitem', { name: '督办通知' }).click();
    await page.getByRole('button', { name: '发督办通知' }).first().click();
    await dialog().getByRole('textbox', { name: '联系人' }).waitFor();
    await dialog().getByRole('textbox', { name: '联系电话' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});

describe('people', () => {
  it('asks a new browser who it is once there is a second user', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/settings/users`);
    await page
      .getByRole('button', { name: /新增用户|添加用户/ })
      .first()
      .click();
    await page.getByLabel('姓名').last().fill('王芳');
    await page.keyboard.press('Enter');
    await page.getByText('王芳').first().waitFor();

    const second = await office.enter();
    await second.getByText('王芳').click();
    await second.getByText('运城市消防安全委员会办公室').first().waitFor();
    await second.context().close();
  });
});

it('no page broke on the way', () => {
  expect(problems).toEqual([]);
});
