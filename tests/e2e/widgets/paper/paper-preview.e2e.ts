import { type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Paper } from '#shared/rules/papers/model.ts';
import { noticePaper, tenPagesPaper } from '#tests/support/builders/paper.ts';
import { textPages } from '#tests/support/pdf-pages.ts';
import { openStage, type Stage } from '../stage.ts';
import type { PaperHarness } from './harness.tsx';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage(import.meta.dirname, "'unsafe-inline'");
  page = await stage.browser.newPage();
  await page.goto(stage.url);
  await page.waitForFunction(() => 'harness' in window);
});
afterAll(() => stage.close());

function show(papers: readonly Paper[]): Promise<void> {
  return page.evaluate(
    (given) => (window as unknown as { harness: PaperHarness }).harness.show(given),
    papers,
  );
}

const sheets = () => page.locator('section[lang="zh-CN"]');

test('shows every page, as wide as there is room, and says how many', async () => {
  await show([tenPagesPaper()]);
  await page.getByText('共 10 页').waitFor();
  expect(await sheets().count()).toBe(10);
  const box = await sheets().first().boundingBox();
  expect(box?.width).toBeGreaterThan(800);
  expect(box?.width).toBeLessThan(900);
});

test('zooming changes the size and nothing about where lines turn', async () => {
  await show([tenPagesPaper()]);
  await page.getByText('共 10 页').waitFor();
  const texts = await sheets().allTextContents();
  for (let count = 0; count < 5; count += 1) await page.getByRole('button', { name: '缩小' }).click();
  const box = await sheets().first().boundingBox();
  expect(box?.width).toBeLessThan(500);
  expect(await sheets().allTextContents()).toEqual(texts);
  await page.getByRole('button', { name: '适合宽度' }).click();
  expect((await sheets().first().boundingBox())?.width).toBeGreaterThan(800);
});

test('a change far above keeps the reader where he is', async () => {
  const paper = tenPagesPaper();
  await show([paper]);
  await page.getByText('共 10 页').waitFor();
  const desk = page.locator('section[aria-label="打印预览"] > div').last();
  await desk.evaluate((element) => element.scrollTo(0, 4_000));
  await show([{ ...paper, title: '关于召开联络员会议的补充通知' }]);
  await page.getByText('关于召开联络员会议的补充通知').waitFor({ state: 'attached' });
  expect(await desk.evaluate((element) => element.scrollTop)).toBe(4_000);
});

test('tells which official fonts are missing here', async () => {
  await show([noticePaper()]);
  const line = await page.getByText(/这台电脑没有安装/).textContent();
  expect(line).toContain('方正小标宋');
});

/** What would go to the printer while the dialog stands open. */
async function printed(start: 'print' | 'printTestPage', papers: readonly Paper[] = []): Promise<string[]> {
  await page.evaluate(
    ({ how, given }) => {
      window.print = () => undefined;
      const { harness } = window as unknown as { harness: PaperHarness };
      void (how === 'print' ? harness.print(given) : harness.printTestPage());
    },
    { how: start, given: papers },
  );
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return textPages(pdf).map(({ lines }) => lines.map(({ text }) => text).join('\n'));
}

test('to the printer go the pages alone, and afterwards the screen is as before', async () => {
  await show([noticePaper()]);
  await page.getByText('共 1 页').waitFor();
  const pages = await printed('print', [tenPagesPaper(), noticePaper()]);
  expect(pages).toHaveLength(11);
  expect(pages.join('')).not.toContain('别的内容');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await sheets().count()).toBe(1);
});

test('the test page says what to measure', async () => {
  const [only = '', ...more] = await printed('printTestPage');
  expect(only).toContain('156');
  expect(more).toEqual([]);
});
