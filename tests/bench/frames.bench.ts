import type { Page } from 'playwright';
import { startOffice } from '#tests/e2e/support/office.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import { percentile } from './measure.ts';
import type { Part, Report } from './report.ts';

/* How smoothly the page of a schedule is drawn while it is being planned. */

const campaign = '2026年今冬明春火灾防控专项督查';
const WATCHED_MILLISECONDS = 5_000;
/** 50 frames a second. */
const LONGEST_MEAN = 20;

/** Scrolls the calendar up and down. @returns milliseconds of each frame */
function frames(page: Page): Promise<number[]> {
  return page.evaluate(
    (watched) =>
      new Promise<number[]>((resolve) => {
        const scrolled = document.querySelector('table[aria-label="日程"]')?.parentElement;
        const times: number[] = [];
        const began = performance.now();
        let last = began;
        const draw = (now: number): void => {
          times.push(now - last);
          last = now;
          if (scrolled != null) scrolled.scrollTop = (times.length * 7) % 600;
          if (now - began < watched) requestAnimationFrame(draw);
          else resolve(times.slice(1));
        };
        requestAnimationFrame(draw);
      }),
    WATCHED_MILLISECONDS,
  );
}

function reportFrames(report: Report, what: string, times: readonly number[], idle?: number): number {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  report({
    what: `${what}: mean time of a frame`,
    value: mean,
    median: percentile(times, 50),
    unit: 'ms',
    ...(idle === undefined
      ? {}
      : { baseline: { name: 'idle', value: idle }, bar: { of: 'figure', most: LONGEST_MEAN } }),
  });
  report({ what: `${what}: longest frame of a hundred`, value: percentile(times, 99), unit: 'ms' });
  return mean;
}

async function run(report: Report): Promise<void> {
  if (findTool('chromium') === null) throw new Error(notRun('frames', 'chromium'));
  const office = await startOffice(['--sample']);
  try {
    const page = await office.enter();
    await page.getByRole('menuitem', { name: '专项督查', exact: true }).click();
    await page.getByText(campaign).first().click();
    await page.getByRole('tab', { name: '分组日程' }).click();
    await page.getByRole('table', { name: '日程' }).waitFor();
    const idle = reportFrames(report, 'the calendar is scrolled', await frames(page));
    await page.getByRole('button', { name: /^重排，尽量少变动$/u }).click();
    await page.getByText('已有方案，继续改进').waitFor();
    reportFrames(report, 'the same while it is being planned', await frames(page), idle);
  } finally {
    await office.close();
  }
}

export const framesPart: Part = {
  name: 'frames',
  title: 'frames of a page while a schedule is being planned, in Chromium',
  run,
};
