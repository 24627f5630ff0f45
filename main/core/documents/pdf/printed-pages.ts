import { AppError } from '#shared/errors.ts';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import { isSigned } from '#shared/rules/papers/lines-per-page.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { askHost, type PdfContext } from './ask-host.ts';

/**
 * How each paper lies on its pages when it is printed; undefined for those that lie as every paper does: forms, and on
 * a PC without a browser, which prints nothing, all.
 * @throws AppError cancelled
 */
export async function printedPages(
  papers: readonly Paper[],
  context: PdfContext,
): Promise<(PaperPages | undefined)[]> {
  const places = papers.flatMap((paper, place) => (isPlain(paper) ? [] : [place]));
  const asked = papers.filter((paper) => !isPlain(paper));
  const found = await ask(asked, context);
  return papers.map((_, place) => found[places.indexOf(place)]);
}

/** Only signature and end matter ask for anything else than 22 lines and a number on each page. */
function isPlain(paper: Paper): boolean {
  return !isSigned(paper) && paper.endMatter === null;
}

async function ask(papers: readonly Paper[], context: PdfContext): Promise<PaperPages[]> {
  if (papers.length === 0) return [];
  try {
    return (await askHost({ papers, options: {}, layoutOnly: true }, context)).papers;
  } catch (error) {
    if (error instanceof AppError && error.code === 'refused') return [];
    throw error;
  }
}
