import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

const campaign = '2026年今冬明春火灾防控专项督查';
const PINS = 3;

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await openSchedule();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog').last();
const places = () => page.locator('[data-place]');
const trips = () => page.locator('[data-slot]:not([data-empty=true])');
const slotOf = (placeId: string) =>
  page
    .locator('td', { has: page.locator(`[data-place="${placeId}"]`) })
    .locator('[data-slot]')
    .getAttribute('data-slot');

async function openSchedule(): Promise<void> {
  await page.getByRole('menuitem', { name: '专项督查', exact: true }).click();
  await page.getByText(campaign).first().click();
  await page.getByRole('tab', { name: '分组日程' }).click();
  await places().first().waitFor();
}

/** Takes the first plan that is there, which is enough here. */
async function solve(button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const enough = page.getByRole('button', { name: '到此为止，采用这个方案' });
  await expect.poll(() => enough.isEnabled()).toBe(true);
  await enough.click();
  await enough.waitFor({ state: 'hidden' });
  await page.getByText('已排好').first().waitFor();
}

async function pinned(): Promise<string[]> {
  const chips = page.locator('[data-place][aria-label*="已固定"]');
  return Promise.all((await chips.all()).map(async (chip) => (await chip.getAttribute('data-place')) ?? ''));
}

describe('the schedule of a campaign', () => {
  it('is dragged by hand, says at once what that breaks, and is taken back', async () => {
    const [from, to] = [trips().nth(0), trips().nth(1)];
    const before = await from.getAttribute('aria-label');
    await from.dragTo(to);
    await page.getByText('手工调整过，没有证明').waitFor();
    await page.getByText(/已公布后的变动 \d+ 处/u).waitFor();
    await page.keyboard.press('Control+Z');
    await expect.poll(() => from.getAttribute('aria-label')).toBe(before);
  });

  it('keeps what is pinned by a key, and plans around one who is on leave', async () => {
    const kept = await pinned();
    expect(kept).toHaveLength(PINS);
    const more = page.locator('[data-place]:not([aria-label*="已固定"])').first();
    kept.push((await more.getAttribute('data-place')) ?? '');
    await more.focus();
    await page.keyboard.press('p');
    await expect.poll(pinned).toHaveLength(PINS + 1);
    const slots = await Promise.all(kept.map((id) => slotOf(id)));

    const trip = trips().first();
    const words = (await trip.getAttribute('aria-label')) ?? '';
    const [, month = '', day = ''] = /(\d+)月(\d+)日/u.exec(words) ?? [];
    const [sick = ''] = ((await trip.getAttribute('title')) ?? '').split('\n').at(0)?.split('、') ?? [];
    await takeLeave(sick, `2026-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

    await openSchedule();
    const clash = page.getByText(`${sick}请假或另有督查`).first();
    await clash.waitFor();
    await solve(/^重排，尽量少变动$/u);
    await clash.waitFor({ state: 'hidden' });
    expect(await Promise.all(kept.map((id) => slotOf(id)))).toEqual(slots);
    await page.getByRole('button', { name: '公布变动' }).click();
    await page.getByText('已公布后的变动').waitFor({ state: 'hidden' });
  });

  it('tells of a place who goes, and why not the others', async () => {
    await places().first().click();
    await page.getByRole('button', { name: '为什么是他们，为什么不是别人' }).click();
    await page.getByText('为什么是他们，为什么不是别的组').waitFor();
  });

  it('is printed, and written with a task sheet of each team', async () => {
    await page.getByRole('button', { name: '打印和导出' }).click();
    await page.getByRole('menuitem', { name: '日程表', exact: true }).click();
    await dialog().getByText(campaign).first().waitFor();
    await dialog()
      .getByText(/^关\s?闭$/u)
      .click();
    await page.getByRole('button', { name: '打印和导出' }).click();
    await page.getByText('导出 Excel').click();
    await page.getByText(new RegExp(`^分组日程 ${campaign}.*\\.xlsx$`, 'u')).waitFor();
  });
});

async function takeLeave(name: string, day: string): Promise<void> {
  await page.getByRole('menuitem', { name: '督查人员', exact: true }).click();
  await page.getByLabel('在督查人员里查找').fill(name);
  await page
    .getByRole('row', { name: new RegExp(name, 'u') })
    .first()
    .click();
  await page.getByRole('button', { name: '登记请假' }).click();
  for (const field of ['第一天', '最后一天']) {
    const typed = dialog().getByLabel(field);
    await typed.click();
    await typed.fill(day);
    await typed.press('Tab');
  }
  await dialog()
    .getByRole('button', { name: /^登\s?记$/u })
    .click();
  await page.getByText(day).first().waitFor();
}
