import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { LayoutOptions } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { PrintPdf } from './print-pdf.ts';

/** What of a job's context printing needs; the command line brings the same. */
export interface PdfContext {
  printPdf: PrintPdf;
  progress: (progress: number | null, step: string) => void;
  throwIfCancelled(): void;
}

const CANCEL_MILLISECONDS = 100;

/**
 * Writes all papers into one PDF at `path`, one after the other, each with its own page numbers. At `path` there is
 * the whole file or none.
 * @throws AppError cancelled, refused (no browser; in plain Chinese), diskFull
 */
export async function printPapersPdf(
  path: string,
  papers: readonly Paper[],
  context: PdfContext,
  options: LayoutOptions = {},
): Promise<void> {
  if (papers.length === 0) throw new AppError('refused', { reason: '没有要打印的公文。' });
  const cancel = new AbortController();
  const watch = setInterval(() => abortIfCancelled(cancel, context), CANCEL_MILLISECONDS);
  const beside = `${path}.part`;
  try {
    const run = { signal: cancel.signal, progress: context.progress };
    const bytes = await context.printPdf({ papers, options }, run);
    context.throwIfCancelled();
    writeFileSync(beside, bytes);
    renameSync(beside, path);
  } finally {
    clearInterval(watch);
    rmSync(beside, { force: true });
  }
}

function abortIfCancelled(cancel: AbortController, context: PdfContext): void {
  try {
    context.throwIfCancelled();
  } catch {
    cancel.abort();
  }
}
