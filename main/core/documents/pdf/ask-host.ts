import type { PdfRequest, PrintedPages, PrintPdf } from './print-pdf.ts';

/** What of a job's context printing needs; the command line brings the same. */
export interface PdfContext {
  printPdf: PrintPdf;
  progress: (progress: number | null, step: string) => void;
  throwIfCancelled(): void;
}

const CANCEL_MILLISECONDS = 100;

/**
 * Has the host make pages, and stops it when the job is cancelled.
 * @throws AppError cancelled, refused (no browser; in plain Chinese)
 */
export async function askHost(request: PdfRequest, context: PdfContext): Promise<PrintedPages> {
  const cancel = new AbortController();
  const watch = setInterval(() => abortIfCancelled(cancel, context), CANCEL_MILLISECONDS);
  try {
    const pages = await context.printPdf(request, { signal: cancel.signal, progress: context.progress });
    context.throwIfCancelled();
    return pages;
  } finally {
    clearInterval(watch);
  }
}

function abortIfCancelled(cancel: AbortController, context: PdfContext): void {
  try {
    context.throwIfCancelled();
  } catch {
    cancel.abort();
  }
}
