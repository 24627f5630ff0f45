import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { startOffice } from '#tests/e2e/support/office.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import { root } from '../run-steps.ts';
import { percentile } from './measure.ts';
import type { Part, Report } from './report.ts';

/* What the first page weighs, and when it shows something. */

const LOADS = 9;
const rendererFolder = join(root, 'dist', 'renderer');

function zippedSize(names: readonly string[]): number {
  return (
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(rendererFolder, name))).length, 0) / 1_000
  );
}

/** Scripts and styles that index.html names. */
function namedFiles(): { scripts: string[]; styles: string[] } {
  const html = readFileSync(join(rendererFolder, 'index.html'), 'utf8');
  const found = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, path = '']) => path.replace(/^\.?\//, ''));
  return {
    scripts: [
      ...found(/<script[^>]+src="([^"]+)"/g),
      ...found(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g),
    ],
    styles: found(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g),
  };
}

interface Load {
  firstPaint: number;
  /** Until the page has put its first content into #root. */
  content: number;
  /** Scripts that were asked for before the first paint. */
  scripts: string[];
}

async function load(page: Page, origin: string): Promise<Load> {
  await page.goto(origin, { waitUntil: 'commit' });
  await page.waitForSelector('#root > *');
  const content = await page.evaluate(() => performance.now());
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  return page.evaluate((shown) => {
    const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.endsWith('.js') && startTime < firstPaint)
      .map(({ name }) => new URL(name).pathname.slice(1));
    return { firstPaint, content: shown, scripts };
  }, content);
}

async function run(report: Report): Promise<void> {
  const executable = findTool('chromium');
  if (executable === null) throw new Error(notRun('first paint', 'chromium'));
  // Builds what is stale, before anything is weighed.
  const office = await startOffice();
  try {
    const { scripts, styles } = namedFiles();
    report({
      what: `scripts that index.html names (${scripts.length} files), gzip`,
      value: zippedSize(scripts),
      unit: 'kB',
      bar: { of: 'figure', most: 450 },
    });
    report({
      what: `styles that index.html names (${styles.length} files), gzip`,
      value: zippedSize(styles),
      unit: 'kB',
    });
    const page = await office.enter();
    const { origin } = new URL(page.url());
    const session = await page.context().newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const loads: Load[] = [];
    for (let turn = 0; turn < LOADS; turn += 1) loads.push(await load(page, origin));
    const times = loads.map(({ firstPaint }) => firstPaint);
    const before = [...new Set(loads.flatMap((one) => one.scripts))];
    report({
      what: `scripts asked for before the first paint (${before.length} files), gzip`,
      value: zippedSize(before),
      unit: 'kB',
      bar: { of: 'figure', most: 450 },
    });
    report({
      what: 'first paint, warm server, empty browser cache, p50',
      value: percentile(times, 50),
      unit: 'ms',
    });
    report({
      what: 'first paint, warm server, empty browser cache, longest',
      value: Math.max(...times),
      unit: 'ms',
      bar: { of: 'figure', most: 1_500 },
    });
    const contents = loads.map(({ content }) => content);
    report({ what: 'first content in the page, p50', value: percentile(contents, 50), unit: 'ms' });
  } finally {
    await office.close();
  }
}

export const rendererPart: Part = {
  name: 'renderer',
  title: 'weight of the first page and its first paint in Chromium',
  run,
};
