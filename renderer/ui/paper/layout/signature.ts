import type { Paper } from '#shared/rules/papers/model.ts';
import { printedDay } from '#shared/rules/papers/printed-words.ts';
import { element, toPixels } from './element.ts';

/*
 * Signature and date (cl. 7.3.5). With seals room is left for round seals of 42 mm: two empty lines above the name,
 * so that a seal over name and date begins within one line of the body.
 */

type Signature = NonNullable<Paper['signature']>;

const CELL = 156 / 28;
const BLOCK = 156;
const SEAL = 42;
/** From seal to seal: they must neither touch nor cross. */
const SEAL_PITCH = 44;
const MOST_IN_A_ROW = 3;
const NAME_GAP = 4;

/** Fills an element that stands on its page already, because names must be measured. */
export function fillSignature(box: HTMLElement, signature: Signature): void {
  const units = signature.units.filter((unit) => unit !== '');
  const names = units.map((unit) => element('div', [], unit));
  const day = element('div', [], printedDay(signature.day));
  for (const text of [...names, day]) text.style.position = 'absolute';
  box.replaceChildren(...names, day);
  const pitch = Number.parseFloat(getComputedStyle(box).lineHeight);
  const widths = names.map(widthOf);
  const lines = signature.seal
    ? placeSealed(names, widths, day, pitch)
    : placeUnsealed(names, widths, day, pitch);
  box.style.height = `${lines * pitch}px`;
}

/** 7.3.5.1: date four characters from the right, the (last) name centred over it, the others in rows before it. */
function placeSealed(names: HTMLElement[], widths: number[], day: HTMLElement, pitch: number): number {
  const dayWidth = widthOf(day);
  const center = toPixels(BLOCK - 4 * CELL) - dayWidth / 2;
  const perRow = namesPerRow(widths, center);
  const rows = Math.max(1, Math.ceil(names.length / perRow));
  const rowLines = Math.ceil(toPixels(SEAL_PITCH) / pitch);
  const emptyLines = 2;
  names.forEach((name, index) => {
    const row = Math.floor(index / perRow);
    const inRow = Math.min(perRow, names.length - row * perRow);
    const step = rowStep(widths, inRow, center);
    const middle = center - step * (inRow - 1 - (index - row * perRow));
    const width = widths[index] ?? 0;
    // A name too long to be centred over the date stays within the block.
    name.style.left = `${Math.max(0, Math.min(middle - width / 2, toPixels(BLOCK) - width))}px`;
    name.style.top = `${(emptyLines + row * rowLines) * pitch}px`;
  });
  const dayLine = names.length === 0 ? emptyLines : emptyLines + (rows - 1) * rowLines + 1;
  day.style.left = `${center - dayWidth / 2}px`;
  day.style.top = `${dayLine * pitch}px`;
  return dayLine + 1;
}

function namesPerRow(widths: readonly number[], center: number): number {
  for (let count = Math.min(MOST_IN_A_ROW, widths.length); count > 1; count -= 1) {
    const widest = Math.max(...widths);
    const first = center - rowStep(widths, count, center) * (count - 1);
    const half = Math.max(widest, toPixels(SEAL)) / 2;
    if (first >= half && rowStep(widths, count, center) >= widest + toPixels(NAME_GAP)) return count;
  }
  return 1;
}

/** From middle to middle of two names beside each other: seals never touch, and the block holds them all. */
function rowStep(widths: readonly number[], count: number, center: number): number {
  if (count < 2) return 0;
  const widest = Math.max(...widths);
  const widestStep = (center - Math.max(widest, toPixels(SEAL)) / 2) / (count - 1);
  const wanted = Math.min(widest + toPixels(2 * CELL), widestStep);
  return Math.max(toPixels(SEAL_PITCH), wanted);
}

/** 7.3.5.2: an empty line, name two characters from the right, date two characters right of the name's beginning. */
function placeUnsealed(names: HTMLElement[], widths: number[], day: HTMLElement, pitch: number): number {
  const two = toPixels(2 * CELL);
  const dayWidth = widthOf(day);
  const widest = Math.max(0, ...widths);
  const right = toPixels(BLOCK) - two;
  const isDayLonger = dayWidth > widest;
  const dayLeft = isDayLonger ? right - dayWidth : right - widest + two;
  const nameLeft = isDayLonger ? dayLeft - two : right - widest;
  names.forEach((name, index) => {
    name.style.left = `${nameLeft}px`;
    name.style.top = `${(1 + index) * pitch}px`;
    name.style.width = `${widest + 1}px`;
    if (names.length > 1) name.style.textAlignLast = 'justify';
  });
  day.style.left = `${dayLeft}px`;
  day.style.top = `${(1 + names.length) * pitch}px`;
  return names.length + 2;
}

function widthOf(text: HTMLElement): number {
  return text.getBoundingClientRect().width;
}
