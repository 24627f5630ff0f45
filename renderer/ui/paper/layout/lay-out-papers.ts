import type { LaidOutPapers, LayoutOptions, LayoutRemark, PaperPages } from '#shared/rules/papers/layout.ts';
import { LINES_PER_PAGE, otherLinesPerPage } from '#shared/rules/papers/lines-per-page.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { element } from './element.ts';
import { type Filled, fillBody, fillRest } from './fill-paper.ts';
import { PageFlow } from './page-flow.ts';
import { addPageNumbers } from './page-numbers.ts';

/*
 * Pages as printed: each paper is split into boxes of exactly 210 × 297 mm. The same boxes are what a clerk sees,
 * what a printer gets and what a PDF holds. They are made on a hidden stage of natural size, so that a scaled preview
 * changes nothing about where lines turn.
 */

/** Replaces what the container holds by the papers' pages, one after the other. */
export function layOutPapers(
  container: HTMLElement,
  papers: readonly Paper[],
  options: LayoutOptions = {},
): LaidOutPapers {
  const stage = element('div', ['stage']);
  document.body.append(stage);
  try {
    const remarks: LayoutRemark[] = [];
    const made = papers.map((paper, index) => {
      const laidOut = layOutPaper(stage, paper, options);
      remarks.push(...remarksOf(index, laidOut.filled));
      return laidOut;
    });
    container.replaceChildren(...made.flatMap(({ flow }) => flow.pages.map((page) => page.element)));
    return { papers: made.map(({ pages }) => pages), remarks };
  } finally {
    stage.remove();
  }
}

function layOutPaper(
  stage: HTMLElement,
  paper: Paper,
  { endMatterOnEvenPage = false }: LayoutOptions,
): { flow: PageFlow; filled: Filled; pages: PaperPages } {
  const fill = (lines: number) => {
    const flow = new PageFlow(stage, lines);
    return { flow, filled: fillBody(flow, paper) };
  };
  let made = fill(LINES_PER_PAGE);
  for (const lines of otherLinesPerPage) {
    if (made.filled.signatureHasBody) break;
    const next = fill(lines);
    const loser = next.filled.signatureHasBody ? made : next;
    loser.flow.remove();
    if (loser === made) made = next;
  }
  const { flow } = made;
  const alone = fillRest(flow, paper, { endMatterOnEvenPage });
  flow.finish();
  addPageNumbers(flow.pages, paper.layout);
  return { ...made, pages: { count: flow.pages.length, linesPerPage: flow.linesPerPage, ...alone } };
}

function remarksOf(paper: number, { signatureHasBody, firstPageHasBody }: Filled): LayoutRemark[] {
  const remarks: LayoutRemark[] = [];
  if (!firstPageHasBody) remarks.push({ paper, kind: 'noBodyOnFirstPage' });
  if (!signatureHasBody) remarks.push({ paper, kind: 'signatureAlone' });
  return remarks;
}
