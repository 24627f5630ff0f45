import type { Paper } from '#shared/rules/papers/model.ts';
import { printedDay } from '#shared/rules/papers/printed-words.ts';
import { element } from './element.ts';
import type { PageFlow } from './page-flow.ts';

/* The end matter (版记, cl. 7.4; of letters cl. 10.1) rests on the lower edge of the last page's block. */

/** @returns null where nothing would stand in it */
function endMatterElement(paper: Paper): HTMLElement | null {
  const { endMatter } = paper;
  if (endMatter === null) return null;
  const isLetter = paper.layout === 'letter';
  const rows = [
    ...(paper.addresseeInEndMatter ? [copyLine('主送', paper.addressee)] : []),
    copyLine('抄送', endMatter.copyTo),
    isLetter ? null : printerLine(endMatter),
  ].filter((row) => row !== null);
  if (rows.length === 0) return null;
  return element('footer', isLetter ? ['endMatter'] : ['endMatter', 'lined'], ...rows);
}

function copyLine(label: string, names: string): HTMLElement | null {
  const text = names.trim().replace(/[。.]$/, '');
  return text === '' ? null : element('div', ['copyTo'], `${label}：${text}。`);
}

function printerLine({ printer, printedOn }: NonNullable<Paper['endMatter']>): HTMLElement | null {
  if (printer === '' && printedOn === '') return null;
  const day = printedOn === '' ? '' : `${printedDay(printedOn)}印发`;
  return element('div', ['printer'], element('div', [], printer), element('div', [], day));
}

/**
 * @param onEvenPage 〔惯例〕 the end matter stands on the last sheet's back
 * @returns whether there is any, and whether anything stands above it on its page
 */
export function addEndMatter(
  flow: PageFlow,
  paper: Paper,
  onEvenPage: boolean,
): 'none' | 'belowText' | 'alone' {
  const footer = endMatterElement(paper);
  if (footer === null) return 'none';
  flow.turnTo(false);
  const lastContent = flow.page.block.lastElementChild;
  const contentBottom = lastContent?.getBoundingClientRect().bottom ?? 0;
  flow.page.block.append(footer);
  if (contentBottom > footer.getBoundingClientRect().top) openForEndMatter(flow, footer);
  if (onEvenPage && flow.pages.length % 2 === 1) openForEndMatter(flow, footer);
  return flow.page.numbered ? 'belowText' : 'alone';
}

/** A page with nothing but the end matter, and an empty one before it, have no number (cl. 7.5). */
function openForEndMatter(flow: PageFlow, footer: HTMLElement): void {
  flow.open().block.append(footer);
  flow.page.numbered = false;
}
