import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerWait, drawn } from '#tests/e2e/support/answered.ts';
import { cutOff } from '#tests/e2e/support/cut-off.ts';
import { foreignWords } from '#tests/e2e/support/foreign-words.ts';
import { outOfReach } from '#tests/e2e/support/keyboard-reach.ts';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';
import { recordAddress } from '#tests/e2e/support/record-address.ts';

let office: RunningOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

it('an empty office becomes the sample city by one click, and every window says that it is one', async () => {
  const page = await office.enter();
  await page.getByRole('button', { name: '用示例数据体验' }).click();
  await page.getByText('安澜市消防安全委员会办公室(示例)').waitFor();
  await page.getByText('载入示例数据').waitFor({ state: 'detached' });
  await page.getByText('2026年第四季度消防工作考核').first().waitFor();
  const other = await office.enter();
  expect(await other.getByRole('banner').innerText()).toContain('示例');
});

async function listenForComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.exposeFunction('noteRefusedStyle', (key: string) =>
    complaints.push(`a style without nonce: ${key}`),
  );
  await page.evaluate(() => {
    const noteRefusedStyle = (window as unknown as { noteRefusedStyle: (key: string) => void })
      .noteRefusedStyle;
    const note = (node: Node): void => {
      if (!(node instanceof HTMLStyleElement) || node.nonce !== '') return;
      noteRefusedStyle(node.getAttribute('rc-util-key') ?? node.outerHTML.slice(0, 200));
    };
    const look = (mutations: MutationRecord[]): void =>
      mutations.forEach(({ addedNodes }) => addedNodes.forEach(note));
    new MutationObserver(look).observe(document, { subtree: true, childList: true });
  });
  return complaints;
}

/** What a window gets of 1366 × 768 dots where Windows shows it at 100 %, 125 % and 150 %, and a larger screen. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 911, height: 512 },
  { width: 1093, height: 614 },
  { width: 1920, height: 1080 },
];

/** @param place each page begins with the size that the one before ended with: to draw a page anew is what takes long here */
async function lookAt(page: Page, name: string, place: number): Promise<void> {
  expect({ name, outOfReach: await page.evaluate(outOfReach) }).toEqual({ name, outOfReach: [] });
  expect({ name, foreign: await page.evaluate(foreignWords) }).toEqual({ name, foreign: [] });
  for (const size of place % 2 === 0 ? SIZES : SIZES.toReversed()) {
    await page.setViewportSize(size);
    await drawn(page);
    expect({ name, size, cutOff: await page.evaluate(cutOff) }).toEqual({ name, size, cutOff: [] });
  }
}

it('every page is reached by keys, fits every size of window, speaks Chinese, and the browser complains of nothing', {
  timeout: 240_000,
}, async () => {
  const page = await office.enter();
  const complaints = await listenForComplaints(page);
  const answered = answerWait(page);
  await page.getByRole('heading', { name: '首页' }).waitFor();
  const pages = await page.getByRole('menuitem').allInnerTexts();
  expect(pages.length).toBeGreaterThan(10);
  for (const [place, name] of pages.entries()) {
    const item = page.getByRole('menuitem', { name, exact: true });
    const isGroup = (await item.getAttribute('aria-haspopup')) === 'true';
    if (isGroup) continue;
    await item.click();
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await answered();
    await lookAt(page, name, place);
  }
  // What is worked on longest stands behind a list.
  for (const [place, name] of (['assessment', 'schemes', 'campaigns'] as const).entries()) {
    const before = await page.title();
    await page.evaluate(
      (address) => {
        location.hash = address;
      },
      recordAddress(name, join(office.dataFolder, 'store.db')),
    );
    await page.waitForFunction((left) => document.title !== left && document.title.includes(' - '), before);
    await answered();
    await lookAt(page, name, place);
  }
  expect(complaints).toEqual([]);
});
