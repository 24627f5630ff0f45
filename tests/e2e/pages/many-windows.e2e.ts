import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import { note } from '#tests/reliability/at-work/figures.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '#tests/e2e/support/office.ts';

/** `npm run torture` has two hundred. */
const DEATHS = Number(process.env['CORE_DEATHS'] ?? 2);
/**
 * Ten deaths within a minute the program rightly takes for no accident (main/hosts/keep-serving.ts): the first two,
 * which come at once, and eight more.
 */
const BETWEEN_MILLISECONDS = 8_000;
/** Of the sample city. */
const COUNTIES = 12;

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

function nameField(page: Page) {
  return page.getByLabel('新增名称');
}

/** The lock of the data folder names its holder. */
function servingProcess(): number {
  const lock: unknown = JSON.parse(readFileSync(join(office.dataFolder, 'in-use.json'), 'utf8'));
  return (lock as { pid: number }).pid;
}

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

it('survives in all of them the death of the process that serves them, and keeps what was being typed', {
  timeout: 120_000 + DEATHS * 15_000,
}, async () => {
  const [typing] = windows as [Page, ...Page[]];
  for (const [place, page] of windows.entries())
    await nameField(page).fill(`第${place + 1}窗口未保存的名称0`);
  let earliest = Promise.resolve();
  for (let death = 0; death < DEATHS; death += 1) {
    if (death > 1) await earliest;
    earliest = pause(BETWEEN_MILLISECONDS);
    const dead = servingProcess();
    process.kill(dead, 'SIGKILL');
    await expect.poll(servingProcess, { timeout: 30_000 }).not.toBe(dead);
    // Saved by the process that came after it, in the name of who was signed in: then the field is empty again.
    await nameField(typing).press('Enter');
    await expect.poll(() => nameField(typing).inputValue(), { timeout: 60_000 }).toBe('');
    await nameField(typing).fill(`第1窗口未保存的名称${death + 1}`);
  }
  // Each once, though sent again where the process died before it had answered.
  await typing.getByRole('tab', { name: `下级机构 ${COUNTIES + DEATHS}` }).waitFor();
  const kept = await Promise.all(windows.slice(1).map((page) => nameField(page).inputValue()));
  expect(kept).toEqual(kept.map((_, place) => `第${place + 2}窗口未保存的名称0`));
  for (const page of windows) await expect.poll(() => page.getByText('连接中断').count()).toBe(0);
  note('deaths of the serving process that eight windows survived', String(DEATHS));
});

it('signs every window out when one is signed out, also after the one that listened was closed', async () => {
  await windows.shift()!.close();
  const [leaving, ...others] = windows as [Page, ...Page[]];
  await leaving.bringToFront();
  // Also said while the program starts again.
  process.kill(servingProcess(), 'SIGKILL');
  await leaving.locator('header').first().getByRole('button').last().click();
  await leaving.getByText('退出登录').click();
  for (const page of [leaving, ...others]) await page.getByText('请选择您的姓名').waitFor();
  expect(others).toHaveLength(6);
});
