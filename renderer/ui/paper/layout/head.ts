import { headMark, type MarkText } from '#shared/rules/papers/head-mark.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { element, toPixels } from './element.ts';
import { inkEdges } from './ink.ts';

/*
 * The head (版头) of 文件 and 纪要 (GB/T 9704-2012 cl. 7.2, 10.3). It is made on its page, because its distances are
 * measured from the ink of its characters.
 */

const BLOCK_WIDTH = 156;
const MARK_TOP = 35;
const LINE_BELOW_NUMBER = 4;

/** @param head an empty `.head`, standing first in its block */
export function fillHead(head: HTMLElement, paper: Paper): void {
  head.append(element('div', ['corner'], ...cornerLines(paper.head)));
  const top = head.getBoundingClientRect().top;
  const markBottom = placeMark(head, paper.head, top + toPixels(MARK_TOP)) - top;
  const pitch = Number.parseFloat(getComputedStyle(head).lineHeight);
  const numberTop = markBottom + 2 * pitch;
  const last = placeNumber(head, paper.head, numberTop, pitch);
  const line = element('div', ['redLine']);
  const lineTop = inkEdges(last).bottom - top + toPixels(LINE_BELOW_NUMBER);
  line.style.top = `${lineTop}px`;
  head.append(line);
  head.style.height = `${lineTop + toPixels(0.5)}px`;
}

/** 份号, 密级, 紧急程度 on lines of their own in this order (cl. 7.2.1–7.2.3). */
export function cornerLines({ copyNumber, secrecy, urgency }: Paper['head']): HTMLElement[] {
  const marks = [secrecy, urgency].filter((text) => text !== '').map((text) => element('div', ['hei'], text));
  return copyNumber === '' ? marks : [element('div', [], copyNumber), ...marks];
}

/**
 * Sets the head mark so that its ink begins at `inkTop` of the window.
 * @returns lower edge of its ink in the window
 */
export function placeMark(
  head: HTMLElement,
  { issuers, markSuffix }: Pick<Paper['head'], 'issuers' | 'markSuffix'>,
  inkTop: number,
): number {
  const mark = headMark(issuers, markSuffix);
  const whole = mark.width + (mark.suffix === null ? 0 : mark.suffix.gap + mark.suffix.width);
  const left = (BLOCK_WIDTH - whole) / 2;
  const lines = mark.lines.map((text) => element('div', ['markLine'], text));
  const names = markBox(mark.line, mark.pitch, left, mark.width, lines);
  head.append(names);
  const [first = names] = lines;
  const top = inkTop - inkEdges(first).top;
  names.style.top = `${top}px`;
  const bottom = inkEdges(lines.at(-1) ?? names).bottom;
  if (mark.suffix === null) return bottom;
  const height = mark.pitch * mark.lines.length;
  const suffixLine = element('div', ['markLine'], mark.suffix.text);
  const suffix = markBox(mark.suffix, height, left + mark.width + mark.suffix.gap, mark.suffix.width, [
    suffixLine,
  ]);
  head.append(suffix);
  suffix.style.top = `${top}px`;
  return Math.max(bottom, inkEdges(suffixLine).bottom);
}

function markBox(
  { height, widthScale }: MarkText,
  pitch: number,
  left: number,
  width: number,
  lines: readonly HTMLElement[],
): HTMLElement {
  const box = element('div', ['mark'], ...lines);
  box.style.top = '0';
  box.style.left = `${left}mm`;
  // A little wider than its characters, so that rounding turns no line.
  box.style.width = `${width / widthScale + 0.2}mm`;
  box.style.fontSize = `${height}mm`;
  box.style.lineHeight = `${pitch}mm`;
  box.style.transform = `scaleX(${widthScale})`;
  return box;
}

/** @returns the lowest line: the red line's distance is taken from it */
function placeNumber(head: HTMLElement, parts: Paper['head'], top: number, pitch: number): HTMLElement {
  const rows = Math.max(1, Math.ceil(parts.signers.length / 2));
  const isUpward = parts.signers.length > 0;
  const number = element('div', [isUpward ? 'numberAtLeft' : 'centered'], parts.number);
  number.style.top = `${top + (rows - 1) * pitch}px`;
  number.style.height = `${pitch}px`;
  head.append(number);
  if (isUpward) {
    const signers = signersBox(parts.signers);
    signers.style.top = `${top}px`;
    head.append(signers);
  }
  if (parts.issueLine === null) return number;
  const { left, right } = parts.issueLine;
  const line = element('div', ['issueLine'], element('div', [], left), element('div', [], right));
  line.style.top = `${top + rows * pitch}px`;
  head.append(line);
  return line.firstElementChild as HTMLElement;
}

/** Two names in a line; turned lines align with the first name (cl. 7.2.6). */
function signersBox(signers: readonly string[]): HTMLElement {
  const names = signers.map((name, index) => element('div', ['kai'], index % 2 === 1 ? `　${name}` : name));
  return element('div', ['signers'], element('div', [], '签发人：'), ...names);
}
