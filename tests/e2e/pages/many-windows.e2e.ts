import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '#tests/e2e/support/office.ts';

let office: RunningOffice;
let first: Page;
let windows: Page[];

beforeAll(async () => {
  office = await startSample();
  first = await office.enter();
  await first
    .getByRole('navigation', { name: '主导航' })
    .or(first.getByRole('listitem').first())
    .first()
    .waitFor();
});
afterAll(() => office.close());

/** Chooses the first name where the sign-in page asks for one. */
async function signIn(page: Page): Promise<void> {
  await page.waitForSelector('#root > *');
  const names = page.getByRole('listitem').getByRole('button');
  const inside = page.getByRole('navigation', { name: '主导航' });
  await inside.or(names.first()).first().waitFor();
  if (await inside.isHidden()) await names.first().click();
  await inside.waitFor();
}

it('works in eight windows of one browser, though a browser opens six lines at most', async () => {
  await signIn(first);
  windows = [first];
  for (let count = 1; count < 8; count += 1) {
    const page = await first.context().newPage();
    await page.goto(new URL('/', first.url()).href);
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    windows.push(page);
  }
  for (const page of windows) {
    await page.goto(`${new URL('/', first.url()).href}#/organizations`);
    await page.getByRole('heading', { name: '机构' }).first().waitFor();
  }
});

it('signs every window out when one is signed out, also after the one that listened was closed', async () => {
  await windows.shift()!.close();
  const [leaving, ...others] = windows as [Page, ...Page[]];
  await leaving.bringToFront();
  await leaving.locator('header').first().getByRole('button').last().click();
  await leaving.getByText('退出登录').click();
  for (const page of [leaving, ...others]) await page.getByText('请选择您的姓名').waitFor();
  expect(others).toHaveLength(6);
});
