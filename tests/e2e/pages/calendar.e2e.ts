import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDay } from '#shared/calendar/days.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

const today = localDay(Date.now());

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
});
afterAll(() => office.close());

describe('the calendar', () => {
  it('says on the first page what comes in the next days', async () => {
    await page.getByRole('menuitem', { name: '督办任务', exact: true }).click();
    await page.getByPlaceholder('时限，如 10月底前').fill(addDays(today, 1));
    await page.getByPlaceholder('新任务，回车新增').fill('检查市民广场');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '检查市民广场' }).waitFor();
    await page.getByRole('menuitem', { name: '首页', exact: true }).click();
    await page.getByText('任务到期：检查市民广场').waitFor();
    await page.getByRole('button', { name: '看日历' }).click();
    await cell(addDays(today, 1)).getByText('检查市民广场').waitFor();
  });

  it('opens on today', async () => {
    await page.getByRole('menuitem', { name: '日历', exact: true }).click();
    await page.getByRole('grid').waitFor();
    await expect.poll(() => focusedOrChosen()).toBe(today);
  });

  it('is gone over by keys: days, months, and Enter opens a day', async () => {
    await cell(today).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedOrChosen()).toBe(addDays(today, 7));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /周/u, level: 2 }).waitFor();
    expect(page.url()).toContain(`/calendar/${await focusedOrChosen()}`);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toMatch(/calendar$/u);
  });

  it('leads from an entry to its page', async () => {
    await page.getByText('列表', { exact: true }).click();
    await showMonth('2026年10月');
    await page.getByRole('link', { name: '制定冬春火灾防控工作方案' }).click();
    await expect.poll(() => page.url()).toContain('/tasks/');
  });

  it('remembers which kinds are switched off, and the list', async () => {
    await page.getByRole('menuitem', { name: '日历', exact: true }).click();
    await page.getByRole('checkbox', { name: '任务', exact: true }).uncheck();
    await page.reload();
    await page.getByRole('checkbox', { name: '会议', exact: true }).waitFor();
    expect(await page.getByRole('checkbox', { name: '任务', exact: true }).isChecked()).toBe(false);
    await showMonth('2026年10月');
    await page.getByText('国庆节').first().waitFor();
    expect(await page.getByText('制定冬春火灾防控工作方案').count()).toBe(0);
  });
});

function cell(day: string) {
  return page.locator(`[data-day="${day}"]`);
}

function focusedOrChosen(): Promise<string | null> {
  return page.locator('[data-day][aria-selected="true"]').getAttribute('data-day');
}

/** Goes back or forth until the head names the month. */
async function showMonth(words: string): Promise<void> {
  const wanted = words.replaceAll(/\D+/gu, '-').slice(0, -1);
  const isAhead = wanted > today.slice(0, 7);
  while ((await page.getByText(words, { exact: true }).count()) === 0)
    await page.getByRole('button', { name: isAhead ? '下个月' : '上个月' }).click();
}
