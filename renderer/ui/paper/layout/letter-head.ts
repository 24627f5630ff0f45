import type { Paper } from '#shared/rules/papers/model.ts';
import { element, toPixels } from './element.ts';
import { cornerLines, placeMark } from './head.ts';

/*
 * The head of a letter (信函格式, cl. 10.1): mark 30 mm below the paper's upper edge, red double lines below it and
 * above the lower edge of page 1, number and marks below the first of them.
 */

const MARK_TOP = 30;
const LINE_BELOW_MARK = 4;
const DOUBLE_LINE = 1.2;
/** 7/8 of the height of a 3号 character. */
const BELOW_LINE = (7 / 8) * 16 * (25.4 / 72);
const CHARACTER = 16 * (25.4 / 72);

/** @param head an empty `.head`, standing first in its block */
export function fillLetterHead(head: HTMLElement, paper: Paper, page: HTMLElement): void {
  const pageTop = page.getBoundingClientRect().top;
  const blockTop = head.getBoundingClientRect().top;
  const pitch = Number.parseFloat(getComputedStyle(head).lineHeight);
  const [leader = ''] = paper.head.issuers;
  const mark = { issuers: [leader], markSuffix: paper.head.markSuffix };
  const lineTop = placeMark(head, mark, pageTop + toPixels(MARK_TOP)) + toPixels(LINE_BELOW_MARK);
  const upper = element('div', ['doubleLine', 'thickAbove']);
  upper.style.top = `${lineTop - pageTop}px`;
  page.append(upper, element('div', ['doubleLine', 'thinAbove']));
  const leading = (pitch - toPixels(CHARACTER)) / 2;
  const top = lineTop - blockTop + toPixels(DOUBLE_LINE + BELOW_LINE) - leading;
  const lines = cornerLines(paper.head);
  const corner = element('div', ['corner'], ...lines);
  const number = element('div', ['numberAtRight'], paper.head.number);
  for (const part of [corner, number]) part.style.top = `${top}px`;
  head.append(corner, number);
  head.style.height = `${top + Math.max(1, lines.length) * pitch}px`;
}
