import type { PaperLayout } from '#shared/rules/papers/model.ts';
import { element, toPixels } from './element.ts';
import { inkEdges } from './ink.ts';
import type { PageBox } from './page-flow.ts';

const BELOW_BLOCK = 7;

/** — n — below each block, its dash 7 mm lower, at the right on odd and at the left on even pages (cl. 7.5). */
export function addPageNumbers(pages: readonly PageBox[], layout: PaperLayout): void {
  let shift: number | null = null;
  pages.forEach((page, index) => {
    if (!page.numbered || !isNumbered(layout, index, pages.length)) return;
    const isEven = index % 2 === 1;
    const number = element('div', isEven ? ['pageNumber', 'evenPage'] : ['pageNumber'], `— ${index + 1} —`);
    page.element.append(number);
    shift ??= shiftOf(page, number);
    number.style.marginTop = `${shift}px`;
  });
}

/** Page 1 of a letter has no number (cl. 10.1); a form of one page needs none. */
function isNumbered(layout: PaperLayout, index: number, count: number): boolean {
  if (layout === 'letter') return index > 0;
  return layout !== 'form' || count > 1;
}

function shiftOf(page: PageBox, number: HTMLElement): number {
  const probe = number.cloneNode(false) as HTMLElement;
  probe.textContent = '—';
  page.element.append(probe);
  const dash = inkEdges(probe).top;
  probe.remove();
  const blockBottom = page.element.getBoundingClientRect().top + toPixels(37 + 225);
  return blockBottom + toPixels(BELOW_BLOCK) - dash;
}
