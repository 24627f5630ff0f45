import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '值班', exact: true }).click();
  await page.getByText('节假日，已排 21/21').waitFor();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog').last();
const button = (name: RegExp) => page.getByRole('button', { name });
/** The places of a day, as they stand below each other. */
const place = (day: string, at: number) => page.locator(`[data-place^="${day}"]`).nth(at);

describe('duty', () => {
  it('proposes the roster of a new month, and takes it over once it has been looked at', async () => {
    await page.getByRole('button', { name: '时段和节假日' }).click();
    await page.getByText('新增值班时段').click();
    await dialog().getByLabel('名称').fill('2026年11月');
    for (const [field, day] of [
      ['开始日期', '2026-11-01'],
      ['结束日期', '2026-11-30'],
    ] as const) {
      const typed = dialog().getByLabel(field);
      await typed.click();
      await typed.fill(day);
      await typed.press('Tab');
    }
    await dialog()
      .getByRole('button', { name: /^新\s?增$/u })
      .click();
    await page.getByText('平时，已排 0/90').waitFor();
    await button(/^自动排班$/u).click();
    await dialog().getByRole('button', { name: '开始排' }).click();
    await page.getByText('最优：已证明没有更均衡的排法').waitFor();
    await button(/^采用/u).click();
    await page.getByText('平时，已排 90/90').waitFor();
    expect(await page.getByText('处与规则不符').count()).toBe(0);
  });

  it('takes what is dragged and what is typed, and says at once what breaks a rule', async () => {
    const [first, second] = [place('2026-11-10', 1), place('2026-11-17', 1)];
    for (const each of [first, second]) await expect.poll(() => each.textContent()).not.toContain('未安排');
    const names = [await first.textContent(), await second.textContent()];
    await first.dragTo(second);
    await expect.poll(() => second.textContent()).toBe(names[0]);
    expect(await first.textContent()).toBe(names[1]);
    const leader = ((await place('2026-11-03', 0).textContent()) ?? '').replace('带', '');
    await place('2026-11-03', 0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByLabel('查找人员').fill(leader);
    await page.keyboard.press('Enter');
    await page.getByText('连值两个夜班').first().waitFor();
    await page.keyboard.press('Control+Z');
    await page.getByText('连值两个夜班').first().waitFor({ state: 'hidden' });
  });

  it('swaps two people with a reason and by whose leave', async () => {
    await place('2026-11-20', 0).click();
    await button(/^换\s?班$/u).click();
    await dialog().getByLabel('事由').fill('出差');
    await dialog().getByLabel('由谁接替').click();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('批准人').fill('高主任');
    await dialog().getByRole('button', { name: '登记换班' }).click();
    await page
      .getByText(/换.*（出差），高主任/u)
      .first()
      .waitFor();
    await expect.poll(() => place('2026-11-20', 0).textContent()).toContain('换');
  });

  it('prints the roster with the swap and whom to call', async () => {
    await page.getByRole('button', { name: '打印和导出' }).click();
    await page.getByRole('button', { name: '看值班表' }).click();
    await dialog().getByText('2026年11月值班表').first().waitFor();
    await dialog()
      .getByText(/高主任/u)
      .first()
      .waitFor();
    await dialog().getByText('安澜市急救中心').first().waitFor();
    await dialog().getByRole('button', { name: 'PDF' }).click();
    await page.getByText('2026年11月值班表.pdf').waitFor();
  });
});
