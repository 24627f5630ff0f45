import { type Paragraph, TabStopType } from 'docx';
import type { Paper } from '#shared/rules/papers/model.ts';
import { printedDay } from '#shared/rules/papers/printed-words.ts';
import { block, cells, millimetres, points, TEXT_POINTS, TEXT_SPACING } from './measures.ts';
import { paragraph } from './paragraphs.ts';
import { text } from './runs.ts';

/*
 * Signature and date (cl. 7.3.5). With seals room is left for round seals of 42 mm: two empty lines above the name,
 * so that a seal over name and date begins within one line of the body.
 */

type Signature = NonNullable<Paper['signature']>;

const SEAL = millimetres(42);
/** From seal to seal: they must neither touch nor cross. */
const SEAL_PITCH = millimetres(44);
const NAME_GAP = millimetres(4);
const MOST_IN_A_ROW = 3;
const SEALED_EMPTY_LINES = 2;
/** A name in exactly the room that it takes must not turn by rounding. */
const ROUNDING = 20;

export function signatureLines(signature: Signature, line: number): Paragraph[] {
  const units = signature.units.filter((unit) => unit !== '');
  const day = printedDay(signature.day);
  if (units.length === 0 && day === '') return [];
  return signature.seal ? sealedLines(units, day, line) : unsealedLines(units, day);
}

/** 7.3.5.1: date four characters from the right, the (last) name centred over it, the others in rows before it. */
function sealedLines(units: readonly string[], day: string, line: number): Paragraph[] {
  const dayWidth = textWidth(day);
  const center = block.width - cells(4) - dayWidth / 2;
  const perRow = namesPerRow(units, center);
  const rows = Array.from({ length: Math.ceil(units.length / perRow) }, (_, row) =>
    units.slice(row * perRow, (row + 1) * perRow),
  );
  const between = Math.ceil(SEAL_PITCH / line) - 1;
  const names = rows.flatMap((row, index) => [
    ...emptyLines(index === 0 ? SEALED_EMPTY_LINES : between),
    nameRow(row, center, rowStep(units, row.length, center)),
  ]);
  const date = paragraph(text(day), { align: 'left', indent: { left: Math.round(center - dayWidth / 2) } });
  return [...(rows.length === 0 ? emptyLines(SEALED_EMPTY_LINES) : names), date];
}

function nameRow(row: readonly string[], center: number, step: number): Paragraph {
  const lefts = row.map((unit, index) => {
    const middle = center - step * (row.length - 1 - index);
    const width = textWidth(unit);
    // A name too long to be centred over the date stays within the block.
    return Math.round(Math.max(0, Math.min(middle - width / 2, block.width - width - ROUNDING)));
  });
  const [first = 0, ...others] = lefts;
  return paragraph(text(row.join('\t')), {
    align: 'left',
    indent: { left: first },
    tabs: others.map((position) => ({ type: TabStopType.LEFT, position })),
    keepNext: true,
  });
}

function namesPerRow(units: readonly string[], center: number): number {
  const widest = Math.max(0, ...units.map(textWidth));
  for (let count = Math.min(MOST_IN_A_ROW, units.length); count > 1; count -= 1) {
    const step = rowStep(units, count, center);
    const first = center - step * (count - 1);
    if (first >= Math.max(widest, SEAL) / 2 && step >= widest + NAME_GAP) return count;
  }
  return 1;
}

/** From middle to middle of two names beside each other: as far as the block allows, seals never touching. */
function rowStep(units: readonly string[], count: number, center: number): number {
  if (count < 2) return 0;
  const half = Math.max(...units.map(textWidth), SEAL) / 2;
  return Math.max(SEAL_PITCH, (center - half) / (count - 1));
}

/** 7.3.5.2: an empty line, name two characters from the right, date two characters right of the name's beginning. */
function unsealedLines(units: readonly string[], day: string): Paragraph[] {
  const dayWidth = textWidth(day);
  const widest = Math.max(0, ...units.map(textWidth));
  const right = block.width - cells(2);
  const isDayLonger = dayWidth > widest;
  const dayLeft = isDayLonger ? right - dayWidth : right - widest + cells(2);
  const nameLeft = isDayLonger ? dayLeft - cells(2) : right - widest;
  const spread = units.length > 1;
  const names = units.map((unit) =>
    paragraph(text(unit), {
      align: spread ? 'distribute' : 'left',
      indent: { left: nameLeft, ...(spread && { right: block.width - nameLeft - widest - ROUNDING }) },
      keepNext: true,
    }),
  );
  return [...emptyLines(1), ...names, paragraph(text(day), { align: 'left', indent: { left: dayLeft } })];
}

function emptyLines(count: number): Paragraph[] {
  return Array.from({ length: count }, () => paragraph([], { keepNext: true }));
}

/** Width in twips as body text; letters and digits take half a character. */
function textWidth(content: string): number {
  const half = points(TEXT_POINTS) / 2 + TEXT_SPACING;
  return [...content].reduce((sum, character) => sum + (character <= '\u00ff' ? half : cells(1)), 0);
}
