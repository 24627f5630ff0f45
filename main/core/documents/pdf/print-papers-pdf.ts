import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '#shared/errors.ts';
import type { LayoutOptions } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { countPapers } from '../../jobs/tally.ts';
import { askHost, type PdfContext } from './ask-host.ts';

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
  const beside = `${path}.part`;
  try {
    const printed = await askHost({ papers, options }, context);
    const [pdf] = printed.pdfs;
    if (pdf === undefined) throw new Error('the host has made no PDF');
    writeFileSync(beside, pdf);
    renameSync(beside, path);
    countPapers(
      papers.length,
      printed.papers.reduce((sum, { count }) => sum + count, 0),
    );
  } finally {
    rmSync(beside, { force: true });
  }
}
