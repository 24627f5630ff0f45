import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { AppError } from '#shared/errors.ts';
import type { LaidOutPapers } from '#shared/rules/papers/layout.ts';
import {
  noPdf,
  type PaperSheet,
  type PrintPdf,
  printOnSheet,
  throwIfAborted,
} from '../core/documents/pdf/print-pdf.ts';
import { findBrowser } from './app-window.ts';
import { type Assets, createAssets } from './assets.ts';
import { securityHeaders } from './headers.ts';

/*
 * PDF through whatever Chromium-like browser the PC has, started without a window and spoken to over a pipe. Its page
 * is answered from the built renderer; nothing it asks for reaches a network.
 */

const START_MILLISECONDS = 60_000;
/** A name that no network knows; every request for it is answered here. */
const origin = 'http://papers.invalid';
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

type AddPapers = (...given: Parameters<PaperSheet['add']>) => LaidOutPapers;

/** @param find path of a browser, or null where there is none */
export function createChromiumPdf(rendererFolder: string, find: () => string | null = findBrowser): PrintPdf {
  return async (request, run) => {
    throwIfAborted(run.signal);
    run.progress(0, '正在启动浏览器');
    const browser = await startBrowser(find());
    const stop = (): void => void browser.close();
    run.signal.addEventListener('abort', stop);
    try {
      return await printOnSheet(sheetOf(await openPrintPage(browser, rendererFolder)), request, run);
    } catch (error) {
      // A browser that was closed under way fails in its own words.
      throwIfAborted(run.signal);
      throw error instanceof AppError ? error : noPdf('浏览器没有排出页面，', error);
    } finally {
      run.signal.removeEventListener('abort', stop);
      await browser.close();
    }
  };
}

async function startBrowser(executablePath: string | null): Promise<Browser> {
  if (executablePath === null) {
    throw noPdf('这台电脑上没有找到可用的浏览器(Edge、Chrome 或 Chromium)，');
  }
  // Loading it takes longer than loading the rest of the program, which few starts need it for.
  const { chromium } = await import('playwright-core');
  try {
    // Root has no sandbox to give; the page is the program's own and sees no network.
    const chromiumSandbox = process.getuid?.() !== 0;
    return await chromium.launch({
      executablePath,
      chromiumSandbox,
      args: flags,
      timeout: START_MILLISECONDS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw noPdf('浏览器没有启动，', error);
  }
}

/** The built page that holds papers, ready to take them. */
export async function openPrintPage(browser: Browser, rendererFolder: string): Promise<Page> {
  const assets = createAssets(rendererFolder);
  const page = await browser.newPage();
  await page.route('**/*', (route) => answer(route, rendererFolder, assets));
  await page.goto(`${origin}/print.html`);
  await page.waitForFunction(() => 'addPapers' in globalThis);
  return page;
}

function sheetOf(page: Page): PaperSheet {
  return {
    add: (papers, options) =>
      page.evaluate(
        (given) => {
          const { addPapers } = globalThis as unknown as { addPapers: AddPapers };
          return addPapers(given.papers, given.options);
        },
        { papers, options },
      ),
    print: (pages = '') => page.pdf({ preferCSSPageSize: true, printBackground: true, pageRanges: pages }),
  };
}

async function answer(route: Route, rendererFolder: string, assets: Assets): Promise<void> {
  const { pathname, origin: asked } = new URL(route.request().url());
  const headers = securityHeaders(null);
  if (asked !== origin) return route.abort();
  if (pathname === '/print.html') {
    const body = await readFile(join(rendererFolder, 'print.html'), 'utf8');
    return route.fulfill({ body, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
  }
  const asset = await assets.read(pathname.replace(/^\/assets\//, ''));
  if (asset === null) return route.fulfill({ status: 404 });
  return route.fulfill({
    body: Buffer.from(asset.bytes),
    headers: { ...headers, 'content-type': asset.type },
  });
}
