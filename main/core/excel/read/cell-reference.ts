import type { CellRange } from '#shared/workbook.ts';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

const LETTER_A = 65;
const DIGIT_0 = 48;

/** A place as row * (LAST_COLUMN + 1) + column: one number, because references are read millions of times. */
function placeOf(row: number, column: number): number {
  return row * (LAST_COLUMN + 1) + column;
}

/**
 * B3 → its place.
 * @returns undefined where the text is no reference or lies outside the format's 1 048 576 × 16 384 cells
 */
export function parsePlace(reference: string): number | undefined {
  let column = 0;
  let index = 0;
  for (; index < reference.length && index < 4; index += 1) {
    const letter = reference.charCodeAt(index) - LETTER_A + 1;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = parseRow(reference, index);
  if (index === 0 || row === undefined || column > LAST_COLUMN) return undefined;
  return placeOf(row, column);
}

function parseRow(reference: string, start: number): number | undefined {
  if (start >= reference.length || reference.length - start > 7) return undefined;
  let row = 0;
  for (let index = start; index < reference.length; index += 1) {
    const digit = reference.charCodeAt(index) - DIGIT_0;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return row >= 1 && row <= LAST_ROW ? row : undefined;
}

export function rowOfPlace(place: number): number {
  return Math.floor(place / (LAST_COLUMN + 1));
}

export function columnOfPlace(place: number): number {
  return place % (LAST_COLUMN + 1);
}

/** A1:D2, or one cell → the range; undefined where it is none. */
export function parseRange(reference: string): CellRange | undefined {
  const [first = '', last = first, ...rest] = reference.split(':');
  const from = parsePlace(first);
  const to = parsePlace(last);
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  const range = {
    top: rowOfPlace(from),
    left: columnOfPlace(from),
    bottom: rowOfPlace(to),
    right: columnOfPlace(to),
  };
  return range.top <= range.bottom && range.left <= range.right ? range : undefined;
}
