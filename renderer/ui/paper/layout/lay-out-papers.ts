import type { LaidOutPapers, LayoutOptions, LayoutRemark } from '#shared/rules/papers/layout.ts';
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

/** 22 lines are the rule; another pitch is how a signature is kept from standing alone (cl. 5.2.3, 7.3.5.5). */
const LINES_TO_TRY = [22, 23, 21, 24, 20, 25, 19] as const;

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
    const flows = papers.map((paper, index) => {
      const { flow, filled } = layOutPaper(stage, paper, options);
      remarks.push(...remarksOf(index, filled));
      return flow;
    });
    container.replaceChildren(...flows.flatMap((flow) => flow.pages.map((page) => page.element)));
    return { pageCounts: flows.map((flow) => flow.pages.length), remarks };
  } finally {
    stage.remove();
  }
}

function layOutPaper(
  stage: HTMLElement,
  paper: Paper,
  { endMatterOnEvenPage = false }: LayoutOptions,
): { flow: PageFlow; filled: Filled } {
  const fill = (lines: number) => {
    const flow = new PageFlow(stage, lines);
    return { flow, filled: fillBody(flow, paper) };
  };
  let made = fill(LINES_TO_TRY[0]);
  for (const lines of LINES_TO_TRY.slice(1)) {
    if (made.filled.signatureHasBody) break;
    const next = fill(lines);
    const loser = next.filled.signatureHasBody ? made : next;
    loser.flow.remove();
    if (loser === made) made = next;
  }
  fillRest(made.flow, paper, { endMatterOnEvenPage });
  made.flow.finish();
  addPageNumbers(made.flow.pages, paper.layout);
  return made;
}

function remarksOf(paper: number, { signatureHasBody, firstPageHasBody }: Filled): LayoutRemark[] {
  const remarks: LayoutRemark[] = [];
  if (!firstPageHasBody) remarks.push({ paper, kind: 'noBodyOnFirstPage' });
  if (!signatureHasBody) remarks.push({ paper, kind: 'signatureAlone' });
  return remarks;
}
