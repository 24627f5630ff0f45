import { AppError } from '#shared/errors.ts';
import type { LaidOutPapers, LayoutOptions, PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';

/*
 * Only a browser can make the pages, and only the host has one: it takes papers and hands back how they lie on their
 * pages, and one PDF of all or of each. The pages are those of the built entry renderer/print.html, the same as in the preview.
 */

export interface PdfRequest {
  papers: readonly Paper[];
  options: LayoutOptions;
  /** Only how the papers lie on their pages is wanted, no PDF. */
  layoutOnly?: boolean;
  /** A PDF of each paper is wanted, not one of all. */
  separately?: boolean;
}

export interface PrintedPages {
  /** In the order of the papers. */
  papers: PaperPages[];
  /** One of all papers, or of each in their order; none where only the layout was wanted. */
  pdfs: Uint8Array[];
}

export interface PdfRun {
  signal: AbortSignal;
  /** 0 to 1; `step` in Chinese. */
  progress: (progress: number, step: string) => void;
}

/** @throws AppError cancelled after the signal; refused in plain Chinese where no browser can do it */
export type PrintPdf = (request: PdfRequest, run: PdfRun) => Promise<PrintedPages>;

/** What a host adds papers with, page after page of one hidden browser page. */
export interface PaperSheet {
  add(papers: readonly Paper[], options: LayoutOptions): Promise<LaidOutPapers>;
  /** What was added, as one PDF. @param pages 3-5, counted from the first page of the first paper; everything without it */
  print(pages?: string): Promise<Uint8Array>;
}

/** Papers laid out between two reports of progress. */
const BATCH = 5;
/** Share of the time that laying out takes; the rest is the browser's own making of the PDF. */
export const LAYOUT_SHARE = 0.7;

/** Lays the papers out batch after batch, then prints them where that is wanted; looks at the signal between. */
export async function printOnSheet(
  sheet: PaperSheet,
  { papers, options, layoutOnly = false, separately = false }: PdfRequest,
  run: PdfRun,
): Promise<PrintedPages> {
  const { signal, progress } = run;
  const placed: PaperPages[] = [];
  for (let from = 0; from < papers.length; from += BATCH) {
    throwIfAborted(signal);
    progress((from / papers.length) * LAYOUT_SHARE, `正在排版(${from}/${papers.length})`);
    const laidOut = await sheet.add(papers.slice(from, from + BATCH), options);
    placed.push(...laidOut.papers);
  }
  throwIfAborted(signal);
  if (layoutOnly) return { papers: placed, pdfs: [] };
  progress(LAYOUT_SHARE, '正在生成 PDF');
  return { papers: placed, pdfs: separately ? await printEach(sheet, placed, run) : [await sheet.print()] };
}

async function printEach(
  sheet: PaperSheet,
  placed: readonly PaperPages[],
  { signal, progress }: PdfRun,
): Promise<Uint8Array[]> {
  const pdfs: Uint8Array[] = [];
  let first = 1;
  for (const { count } of placed) {
    throwIfAborted(signal);
    const share = LAYOUT_SHARE + (1 - LAYOUT_SHARE) * (pdfs.length / placed.length);
    progress(share, `正在生成 PDF(${pdfs.length}/${placed.length})`);
    pdfs.push(await sheet.print(`${first}-${first + count - 1}`));
    first += count;
  }
  return pdfs;
}

export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled');
}

/** Where there is no browser, or one that does not start. */
export function noPdf(what: string, cause?: unknown): AppError {
  const reason = `${what}不能生成 PDF。请打开打印预览，点“打印”，在打印窗口的打印机里选“另存为 PDF”。`;
  const error = new AppError('refused', { reason });
  if (cause !== undefined) error.cause = cause;
  return error;
}
