import { AppError } from '#shared/errors.ts';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { askHost, type PdfContext } from './ask-host.ts';

/**
 * How each paper lies on its pages when it is printed, in the order of the papers. Empty on a PC without a browser,
 * which cannot print them either.
 * @throws AppError cancelled
 */
export async function printedPages(papers: readonly Paper[], context: PdfContext): Promise<PaperPages[]> {
  try {
    return (await askHost({ papers, options: {}, layoutOnly: true }, context)).papers;
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused') return [];
    throw error;
  }
}
