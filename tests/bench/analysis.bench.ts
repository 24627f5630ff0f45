import type { Page } from 'playwright';
import { startOffice } from '#tests/e2e/support/office.ts';
import { INDICATORS, OBJECTS } from '#tests/support/five-years.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import { percentile } from './measure.ts';
import type { Part, Report } from './report.ts';
import { fiveYears } from './shared-data.ts';

/* How soon the heat map of a large group is drawn once its data is on the page. */

const TURNS = 15;

/** From the click that shows the analysis, which begins with the map, to the frame after it was painted. @returns milliseconds */
function drawn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const option = [...document.querySelectorAll('label')].find(
          ({ textContent }) => textContent === '分析',
        );
        const began = performance.now();
        const watching = new MutationObserver(() => {
          if (document.querySelector('canvas') === null) return;
          watching.disconnect();
          // The first frame paints it, the second one comes after that.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
        });
        watching.observe(document.body, { childList: true, subtree: true });
        option?.click();
      }),
  );
}

/** To a view that holds next to nothing; the data stays on the page. */
async function leave(page: Page): Promise<void> {
  await page.getByText('拟扣分', { exact: true }).click();
  await page.locator('canvas').waitFor({ state: 'detached' });
}

/** Milliseconds that the page's thread has worked: other programs on the PC do not count. */
async function threadWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
}

async function run(report: Report): Promise<void> {
  if (findTool('chromium') === null) throw new Error(notRun('the heat map', 'chromium'));
  const { folder } = await fiveYears();
  const office = await startOffice([], folder);
  try {
    const page = await office.enter();
    await page.getByRole('menuitem', { name: '考核', exact: true }).click();
    await page.getByText('2026年第3季度考核').first().click();
    await page.getByText('分析', { exact: true }).click();
    await page.getByText('热力图', { exact: true }).click();
    await page.locator('canvas').waitFor();
    await leave(page);
    const workOf = await threadWork(page);
    const times: number[] = [];
    const work: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const before = await workOf();
      times.push(await drawn(page));
      work.push((await workOf()) - before);
      await leave(page);
    }
    report({
      what: `heat map of ${OBJECTS} × ${INDICATORS}, from its data to the first frame with it, p95`,
      value: percentile(times, 95),
      median: percentile(times, 50),
      unit: 'ms',
      bar: { of: 'figure', most: 100 },
    });
    report({
      what: "the same, work of the page's thread alone, p95",
      value: percentile(work, 95),
      median: percentile(work, 50),
      unit: 'ms',
    });
  } finally {
    await office.close();
  }
}

export const analysisPart: Part = {
  name: 'analysis',
  title: 'the heat map of a large group, in Chromium',
  run,
};
