import { BrowserWindow, type WebContents } from 'electron';
import { AppError } from '#shared/errors.ts';
import type { LaidOutPapers } from '#shared/rules/papers/layout.ts';
import {
  noPdf,
  type PaperSheet,
  type PdfRequest,
  type PdfRun,
  type PrintedPages,
  printOnSheet,
  throwIfAborted,
} from '../core/documents/pdf/print-pdf.ts';
import { toThreadError } from '../core/threads/thread-error.ts';
import type { CoreProcess } from './core.ts';
import { printAddress } from './own-pages.ts';

/** Makes the core's PDFs in a window that is never shown: it holds nothing but the papers' pages. */
export function setupPdf(core: CoreProcess): void {
  const running = new Map<string, AbortController>();

  async function print(number: string, request: PdfRequest): Promise<void> {
    const cancel = new AbortController();
    running.set(number, cancel);
    try {
      const pages = await makePdf(request, {
        signal: cancel.signal,
        progress: (progress, step) => core.post({ kind: 'pdfProgress', print: number, progress, step }),
      });
      core.post({ kind: 'pdfDone', print: number, pages });
    } catch (error) {
      core.post({ kind: 'pdfFailed', print: number, error: toThreadError(error) });
    } finally {
      running.delete(number);
    }
  }

  core.onMessage((message) => {
    if (message.kind === 'printPdf') void print(message.print, message.request);
    if (message.kind === 'cancelPdf') running.get(message.print)?.abort();
  });
  core.onGone(() => {
    for (const cancel of running.values()) cancel.abort();
  });
}

async function makePdf(request: PdfRequest, run: PdfRun): Promise<PrintedPages> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      backgroundThrottling: false,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    return await Promise.race([printIn(window, request, run), aborted(run.signal)]);
  } catch (error) {
    // A window that goes under way fails in its own words.
    throwIfAborted(run.signal);
    throw error instanceof AppError ? error : noPdf('程序没有排出页面，', error);
  } finally {
    window.destroy();
  }
}

async function printIn(window: BrowserWindow, request: PdfRequest, run: PdfRun): Promise<PrintedPages> {
  await window.loadURL(printAddress);
  return printOnSheet(sheetOf(window.webContents), request, run);
}

function sheetOf(contents: WebContents): PaperSheet {
  return {
    add: (papers, options) =>
      contents.executeJavaScript(
        `addPapers(${JSON.stringify(papers)}, ${JSON.stringify(options)})`,
      ) as Promise<LaidOutPapers>,
    print: (pages = '') =>
      contents.printToPDF({ preferCSSPageSize: true, printBackground: true, pageRanges: pages }),
  };
}

/** @returns a promise that only fails */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new AppError('cancelled')), { once: true });
  });
}
