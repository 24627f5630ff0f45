import { classes, TOLERANCE } from './element.ts';

/**
 * How many characters stand on lines that fit; only boxes are asked for, nothing is laid out anew.
 * @param limit lower edge of the room, in the window's pixels
 */
export function fittingCharacters(content: HTMLElement, limit: number): number {
  return lastFitting(content, textNodes(content), limit);
}

/**
 * Cuts a paragraph at the end of the last line that fits.
 * @returns the rest as a paragraph of its own, or null where not even one line fits
 */
export function splitText(paragraph: HTMLElement, limit: number): HTMLElement | null {
  const nodes = textNodes(paragraph);
  const count = lastFitting(paragraph, nodes, limit);
  return count === 0 || count >= lengthOf(nodes) ? null : cut(paragraph, nodes, count);
}

function lastFitting(content: HTMLElement, nodes: readonly Text[], limit: number): number {
  const range = document.createRange();
  const lastLine = lowerEdgeOfFittingLines(content, limit);
  const fits = (offset: number): boolean => {
    const [node, at] = place(nodes, offset);
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const { top, bottom } = range.getBoundingClientRect();
    // A line break may have no box of its own.
    if (bottom === top && offset > 0) return fits(offset - 1);
    return (top + bottom) / 2 < lastLine;
  };
  let low = 0;
  let high = lengthOf(nodes);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A character may lie higher or lower in its line, as its font has it: the lines themselves decide. */
function lowerEdgeOfFittingLines(content: HTMLElement, limit: number): number {
  const style = getComputedStyle(content);
  const pitch = Number.parseFloat(style.lineHeight);
  const above = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.borderTopWidth);
  const first = content.getBoundingClientRect().top + above;
  return first + Math.floor((limit + TOLERANCE - first) / pitch) * pitch;
}

function cut(paragraph: HTMLElement, nodes: readonly Text[], offset: number): HTMLElement {
  const [node, at] = place(nodes, offset);
  const rest = document.createRange();
  rest.setStart(node, at);
  rest.setEnd(paragraph, paragraph.childNodes.length);
  const continued = paragraph.cloneNode(false) as HTMLElement;
  continued.append(rest.extractContents());
  continued.classList.add(classes('continued'));
  // A line that the clerk ended stays short; one that was turned stays full.
  if (!(paragraph.textContent ?? '').endsWith('\n')) paragraph.classList.add(classes('turned'));
  return continued;
}

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    if (node.data !== '') nodes.push(node);
  }
  return nodes;
}

function lengthOf(nodes: readonly Text[]): number {
  return nodes.reduce((sum, node) => sum + node.data.length, 0);
}

/** The text node and the place in it of the content's character at `offset`. */
function place(nodes: readonly Text[], offset: number): [Text, number] {
  let left = offset;
  for (const node of nodes) {
    if (left < node.data.length) return [node, left];
    left -= node.data.length;
  }
  throw new RangeError(`there is no character ${offset}`);
}
