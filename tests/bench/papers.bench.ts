import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Paper } from '#shared/rules/papers/model.ts';
import { createChromiumPdf, openPrintPage } from '#main/hosts/chromium-pdf.ts';
import { buildProgram } from '#tests/support/build-program.ts';
import { noticePaper, tenPagesPaper } from '#tests/support/builders/paper.ts';
import { findTool, notRun } from '#tests/support/tools.ts';
import { root } from '../run-steps.ts';
import { percentile, timed } from './measure.ts';
import type { Part, Report } from './report.ts';

/* How long pages take to be made anew while somebody types, and how long a hundred notices take to become a PDF. */

const TURNS = 15;
const NOTICES = 100;
const rendererFolder = join(root, 'dist', 'renderer');

function startBrowser(executablePath: string) {
  return chromium.launch({ executablePath, args: ['--disable-gpu', '--no-first-run'] });
}

/** Times in the page itself, the first of them left out: it reads the fonts. */
function layoutTimes(page: Page, paper: Paper): Promise<number[]> {
  return page.evaluate(
    ({ given, turns }) => {
      const { addPapers } = globalThis as unknown as {
        addPapers: (papers: unknown[], options: object) => unknown;
      };
      const pages = document.getElementById('pages');
      const times: number[] = [];
      for (let turn = 0; turn <= turns; turn += 1) {
        pages?.replaceChildren();
        const started = performance.now();
        addPapers([given], {});
        times.push(performance.now() - started);
      }
      return times.slice(1);
    },
    { given: paper, turns: TURNS },
  );
}

async function reportLayout(executablePath: string, report: Report): Promise<string> {
  const browser = await startBrowser(executablePath);
  try {
    const page = await openPrintPage(browser, rendererFolder);
    const times = await layoutTimes(page, tenPagesPaper());
    report({
      what: 'a paper of 10 pages laid out anew, p95',
      value: percentile(times, 95),
      unit: 'ms',
      median: percentile(times, 50),
      bar: { of: 'figure', most: 200 },
    });
    await page.evaluate(
      (papers) => {
        document.getElementById('pages')?.replaceChildren();
        (globalThis as unknown as { addPapers(given: unknown[], options: object): unknown }).addPapers(
          papers,
          {},
        );
      },
      Array.from({ length: NOTICES }, noticePaper),
    );
    return await plainPage(page);
  } finally {
    await browser.close();
  }
}

/** The same pages as they stand, with their styles and without any script. */
function plainPage(page: Page): Promise<string> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].map(({ cssText }) => cssText),
    );
    return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${rules.join('\n')}</style>${document.body.innerHTML}`;
  });
}

async function printPlain(executablePath: string, html: string): Promise<void> {
  const browser = await startBrowser(executablePath);
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await browser.close();
}

async function run(report: Report): Promise<void> {
  const executablePath = findTool('chromium');
  if (executablePath === null) throw new Error(notRun('pages of papers', 'chromium'));
  await buildProgram();
  const html = await reportLayout(executablePath, report);
  const papers = Array.from({ length: NOTICES }, noticePaper);
  const work = { signal: new AbortController().signal, progress: () => undefined };
  const made = await timed(() => createChromiumPdf(rendererFolder)({ papers, options: {} }, work));
  const plain = await timed(() => printPlain(executablePath, html));
  report({
    what: `${NOTICES} notices to one PDF, start of the browser included`,
    value: made,
    unit: 'ms',
    baseline: { name: 'plain HTML', value: plain },
    bar: { of: 'ratio', most: 3 },
  });
}

export const papersPart: Part = { name: 'papers', title: 'pages of official papers in Chromium', run };
