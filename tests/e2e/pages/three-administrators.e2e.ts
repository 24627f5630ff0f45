import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

/* 三员 as the people of an office meet it: named, each in turn at the screen, locked out and let in again. */

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

const director = { name: '示例', password: 'Gauge-6350' };
const system = { name: '张敏', role: '系统管理员', password: 'Hydrant-71' };
const security = { name: '赵强', role: '安全管理员', password: 'Ladder-82' };
const auditor = { name: '孙莉', role: '审计员', password: 'Siren-9304' };
const administrators = [system, security, auditor];
/** Of the sample, on many pages. */
const business = '云栖区';

const dialog = () => page.getByRole('dialog');
const button = (name: RegExp) => page.getByRole('button', { name });
const save = () => button(/^保\s?存$/u);
const roleBox = (role: string) => page.getByRole('checkbox', { name: new RegExp(`^${role}`, 'u') });
const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`, 'u') });

async function open(path: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
}

async function setPasswords(password: string): Promise<void> {
  await dialog().getByLabel(/密码$/u).first().fill(password);
  await dialog().getByLabel('再输一遍').fill(password);
}

async function signIn({ name, password }: { name: string; password: string }): Promise<void> {
  await page.getByText(name, { exact: true }).click();
  await page.getByPlaceholder(`${name}的密码`).fill(password);
  await button(/^登\s?录$/u).click();
}

async function signOut(name: string): Promise<void> {
  await button(new RegExp(`^${name}`, 'u')).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByText('请选择您的姓名。').waitFor();
}

/** All that the navigation offers, sections opened. */
async function offered(): Promise<string[]> {
  return (await page.getByRole('menuitem').allTextContents()).filter((text) => text !== '');
}

/** Names of the data that the page shows, also after looking where there is some. */
async function seenOfBusiness(): Promise<number> {
  let seen = 0;
  for (const path of [
    '/tasks',
    '/organizations',
    '/settings/office',
    '/settings/history',
    '/settings/backups',
  ]) {
    await open(path);
    await page.locator('main').getByRole('heading').or(page.getByText('没有这个页面')).first().waitFor();
    seen += await page.getByText(business).count();
  }
  return seen;
}

describe('the three administrators', () => {
  it('are named by the director, each with a password that nobody guesses', async () => {
    await open('/settings/users');
    for (const { name, role, password } of administrators) {
      await button(/^新增用户$/u).click();
      await dialog().getByLabel('姓名').fill(name);
      await roleBox('经办人').uncheck();
      await roleBox(role).check();
      if (role === '审计员') {
        await setPasswords('Sunli@1985');
        await dialog()
          .getByRole('button', { name: /^新\s?增$/u })
          .click();
        await dialog().getByText('不能有自己的姓名').waitFor();
      }
      await setPasswords(password);
      await dialog().getByLabel('登录后须先改成自己的密码').uncheck();
      await dialog()
        .getByRole('button', { name: /^新\s?增$/u })
        .click();
      await dialog().waitFor({ state: 'detached' });
      await row(name).waitFor();
    }
  });

  it('are apart only when nobody, the director neither, holds two of the offices', async () => {
    await open('/settings/security');
    await page.getByRole('switch').click();
    await save().click();
    await page.getByText('请在“用户”里给示例只留一项').first().waitFor();
    await open('/settings/users');
    await row(director.name).click();
    await button(/^设置密码$/u).click();
    await setPasswords(director.password);
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    await dialog().getByText('系统管理员忘记密码或被锁定时').waitFor();
    await dialog()
      .getByRole('button', { name: /^取\s?消$/u })
      .click();
    for (const { role } of administrators) await roleBox(role).uncheck();
    await save().click();
    await expect.poll(offered).not.toContain('用户');
    await signOut(director.name);
    await signIn(security);
    await row(director.name).waitFor();
    await page.getByRole('menuitem', { name: '密码和锁定' }).click();
    await page.getByRole('switch').click();
    await save().click();
    await page.getByText('已保存，从现在起照此执行').waitFor();
  });

  it('see their own pages and nothing of the business', async () => {
    const common = ['设置', '办公室', '关于', '使用手册'];
    const pagesOf = async () => (await offered()).filter((each) => !common.includes(each));
    expect(await pagesOf()).toEqual(['用户', '密码和锁定']);
    expect(await seenOfBusiness()).toBe(0);
    await signOut(security.name);
    await signIn(system);
    await row(security.name).waitFor();
    expect(await pagesOf()).toEqual(['用户', '备份']);
    await page.getByText(/^还没有恢复密钥/u).waitFor();
    expect(await seenOfBusiness()).toBe(0);
    await signOut(system.name);
    await signIn(auditor);
    await page.getByText('修改密码和锁定规则').first().waitFor();
    expect(await pagesOf()).toEqual(['操作日志', '清除个人信息']);
    expect(await seenOfBusiness()).toBe(0);
    await signOut(auditor.name);
  });

  it('release who was locked out by five wrong passwords, and print who may do what', async () => {
    for (let left = 4; left >= 0; left -= 1) {
      await signIn({ ...director, password: `wrong-${left}` });
      await page.getByText(left === 0 ? '已锁定到' : `再错 ${left} 次`).waitFor();
    }
    await signIn(system);
    await row(director.name).getByText('已锁定').waitFor();
    await row(director.name).click();
    await button(/^解除锁定$/u).click();
    await row(director.name).getByText('在用').waitFor();
    await button(/^导出权限表$/u).click();
    await dialog()
      .getByText(/^权限表 .*\.xlsx/u)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('get in again with the key on paper, once', async () => {
    await button(/^新的恢复密钥$/u).click();
    const groups = dialog().getByText(/^[0-9A-Z]{4}$/u);
    await expect.poll(() => groups.count()).toBe(14);
    const code = (await groups.allTextContents()).join('-');
    await dialog()
      .getByLabel(/最后一组 4 位$/u)
      .fill(code.slice(-4));
    await button(/^我已保存好，启用$/u).click();
    await page.getByText('恢复密钥已启用').waitFor();
    await signOut(system.name);
    const recover = async (password: string) => {
      await page.getByText(system.name, { exact: true }).click();
      await button(/用恢复密钥重设密码$/u).click();
      await page.getByLabel(/^恢复密钥/u).fill(code);
      await page.getByLabel(/的新密码$/u).fill(password);
      await page.getByLabel('再输一遍').fill(password);
      await button(/^重设密码并登录$/u).click();
    };
    await recover('Nozzle-4471');
    await row(system.name).waitFor();
    // It is used up: the next one is offered, and asked for as long as there is none.
    await dialog().getByText('系统管理员忘记密码或被锁定时').waitFor();
    await dialog()
      .getByRole('button', { name: /^取\s?消$/u })
      .click();
    await page.getByText(/^还没有恢复密钥/u).waitFor();
    await signOut(system.name);
    await recover('Nozzle-5582');
    await page.getByText('这里没有启用过恢复密钥，或它已经用过').waitFor();
  });
});
