import { AppError } from '#shared/errors.ts';
import { isSigned, LINES_PER_PAGE } from '#shared/rules/papers/lines-per-page.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { askHost, type PdfContext } from './ask-host.ts';

/**
 * How many lines a page of each paper holds when it is printed. A PC without a browser says nothing of it and prints
 * nothing either: there it is the standard's number.
 * @throws AppError cancelled
 */
export async function printedLinesPerPage(papers: readonly Paper[], context: PdfContext): Promise<number[]> {
  const signed = papers.filter(isSigned);
  const found = await ask(signed, context);
  const lines = new Map(signed.map((paper, index) => [paper, found[index]]));
  return papers.map((paper) => lines.get(paper) ?? LINES_PER_PAGE);
}

async function ask(papers: readonly Paper[], context: PdfContext): Promise<number[]> {
  if (papers.length === 0) return [];
  try {
    return (await askHost({ papers, options: {}, layoutOnly: true }, context)).linesPerPage;
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused') return [];
    throw error;
  }
}
