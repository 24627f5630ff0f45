import { join } from 'node:path';
import type { LayoutOptions } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import type { PrintedPages } from '#main/core/documents/pdf/print-pdf.ts';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import { buildProgram } from '#tests/support/build-program.ts';

export const rendererFolder = join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer');

/** The pages that the program makes of these papers. */
export async function printPages(
  papers: readonly Paper[],
  options: LayoutOptions = {},
): Promise<PrintedPages> {
  await buildProgram();
  const print = createChromiumPdf(rendererFolder);
  return print({ papers, options }, { signal: new AbortController().signal, progress: () => undefined });
}

/** The PDF that the program makes of these papers. */
export async function printPapers(
  papers: readonly Paper[],
  options: LayoutOptions = {},
): Promise<Uint8Array> {
  return (await printPages(papers, options)).pdfs[0]!;
}
