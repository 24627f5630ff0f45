import { join } from 'node:path';
import type { LayoutOptions } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { createChromiumPdf } from '#main/hosts/chromium-pdf.ts';
import { buildProgram } from '#tests/support/build-program.ts';

export const rendererFolder = join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer');

/** The PDF that the program makes of these papers. */
export async function printPapers(
  papers: readonly Paper[],
  options: LayoutOptions = {},
): Promise<Uint8Array> {
  await buildProgram();
  const print = createChromiumPdf(rendererFolder);
  return print({ papers, options }, { signal: new AbortController().signal, progress: () => undefined });
}
