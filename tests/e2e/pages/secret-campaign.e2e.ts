import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const button = (name: RegExp) => page.getByRole('button', { name });
const title = '元旦前夜间督查';

async function setPasswords(password: string): Promise<void> {
  await dialog()
    .getByLabel(/^(?:新)?密码/u)
    .first()
    .fill(password);
  await dialog().getByLabel('再输一遍').fill(password);
}

describe('an unannounced campaign', () => {
  it('says that without a password it is kept from the screens only', async () => {
    await page.getByRole('menuitem', { name: '专项督查', exact: true }).click();
    await button(/^新增督查$/u).click();
    await dialog().getByText('暗访', { exact: true }).click();
    await dialog().getByText('您还没有密码，只在屏幕上保密').waitFor();
    await dialog().getByLabel('督查名称').fill(title);
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await page.getByText('对象名称在数据文件里没有加密').waitFor();
    expect(await button(/^加密保存$/u).isDisabled()).toBe(true);
  });

  it('is sealed once there is a password, which needs no new signing in', async () => {
    await button(/^示例/u).click();
    await page.getByRole('menuitem', { name: '修改我的密码' }).click();
    await setPasswords('knows-12');
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    // An administrator's first password offers a key on paper for the sign-in page.
    await dialog().getByText('系统管理员忘记密码或被锁定时').waitFor();
    await dialog()
      .getByRole('button', { name: /^取\s?消$/u })
      .click();
    await button(/^加密保存$/u).click();
    await dialog()
      .getByRole('button', { name: /^加密保存$/u })
      .click();
    await page.getByText('还没有恢复码').waitFor();
  });

  it('shows a recovery code once and takes it when its last group was typed', async () => {
    await button(/^设置恢复码$/u).click();
    const groups = dialog().getByText(/^[0-9A-Z]{4}$/u);
    await expect.poll(() => groups.count()).toBe(14);
    const last = (await groups.last().textContent()) ?? '';
    await dialog()
      .getByLabel(/最后一组 4 位$/u)
      .fill('0000');
    await button(/^我已保存好，启用$/u).click();
    await dialog().getByText('最后一组与恢复码不符').waitFor();
    await dialog()
      .getByLabel(/最后一组 4 位$/u)
      .fill(last);
    await button(/^我已保存好，启用$/u).click();
    await page.getByText('已有恢复码。').waitFor();
  });

  it('has nothing of it in the document while the screen is locked, nor in the title, and all of it afterwards', async () => {
    const other = await page.context().newPage();
    await other.goto(new URL('/', page.url()).href);
    await other.getByRole('button', { name: /^示例/u }).click();
    await page.getByRole('tab').first().click();
    const edit = button(/^修\s?改$/u).first();
    await edit.click();
    await dialog().getByLabel('备注').fill('夜间');
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    // A message that goes while the screen is locked is taken out of the body that it came into.
    await page.locator('.ant-message-notice').first().waitFor();
    await edit.click();
    await dialog().getByLabel('督查名称').fill(`${title}（未保存）`);
    await other.getByRole('menuitem', { name: '锁屏' }).click();
    await page.getByText('屏幕已锁定').waitFor();
    await expect.poll(() => page.title()).not.toContain(title);
    expect(await page.content()).not.toContain(title);
    expect(await dialog().count()).toBe(0);
    await page.waitForTimeout(3_500);
    await page.keyboard.press('F1');
    const help = page.getByRole('complementary', { name: '使用手册' });
    await help.getByRole('heading', { name: '密码', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('示例的密码').fill('not-this-1');
    await button(/^解\s?锁$/u).click();
    await page.getByText('密码不对').waitFor();
    await page.getByPlaceholder('示例的密码').fill('knows-12');
    await button(/^解\s?锁$/u).click();
    await expect.poll(() => dialog().getByLabel('督查名称').inputValue()).toBe(`${title}（未保存）`);
    expect(await dialog().count()).toBe(1);
    await dialog().press('Escape');
    await other.close();
  });

  it('is for another user a word and whom to ask', async () => {
    await page.evaluate(() => {
      location.hash = '/settings/users';
    });
    await button(/^新增用户$/u).click();
    await dialog().getByLabel('姓名').fill('王芳');
    await setPasswords('other-12');
    await dialog().getByLabel('登录后须先改成自己的密码').uncheck();
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await page.getByText('王芳').first().waitFor();
    await button(/^示例/u).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByText('请选择您的姓名。').waitFor();
    await page.getByText('王芳', { exact: true }).click();
    await page.getByPlaceholder('王芳的密码').fill('other-12');
    await button(/^登\s?录$/u).click();
    await page.getByRole('menuitem', { name: '专项督查', exact: true }).click();
    expect(await page.getByText(title).count()).toBe(0);
    await page.getByRole('row', { name: /^暗访/u }).click();
    await page.getByText('确需了解，可以找知情人：示例。').waitFor();
    expect(await page.getByRole('tab').count()).toBe(0);
    await button(/^用恢复码打开$/u).waitFor();
  });
});
