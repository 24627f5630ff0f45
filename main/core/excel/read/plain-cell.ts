import { LAST_COLUMN } from './cell-reference.ts';
import type { RawCell } from './cell-values.ts';

/*
 * Nearly every cell of every workbook is written in one way: <c r="B3" s="4" t="s"><v>17</v></c>, or without s, t or v.
 * Read from the text as it stands such a cell costs a fraction of what its tags, attributes and texts would.
 */

/** Filled anew for each cell. */
export interface PlainCell extends RawCell {
  row: number;
  column: number;
  formula: undefined;
  /** Where it ends in the text. */
  end: number;
}

export function createPlainCell(): PlainCell {
  return {
    row: 0,
    column: 0,
    type: undefined,
    value: undefined,
    inlineText: undefined,
    style: undefined,
    formula: undefined,
    end: 0,
  };
}

const DOUBLE_QUOTE = 0x22;
const AMPERSAND = 0x26;
const DIGIT_0 = 0x30;
const LESS = 0x3c;
const GREATER = 0x3e;
const LETTER_A = 0x41;
const SMALL_A = 0x61;
const MOST_LETTERS = 3;
const MOST_ROW_DIGITS = 7;
const MOST_STYLE_DIGITS = 6;
const MOST_TYPE_LETTERS = 9;

const OPENING = '<c r="';
const STYLE = ' s="';
const TYPE = ' t="';
const VALUE = '><v>';
const ENDING = '</v></c>';

/** @returns whether a whole cell stands there, written in that way; `cell` is what it says then */
export function readPlainCell(text: string, start: number, cell: PlainCell): boolean {
  if (!text.startsWith(OPENING, start)) return false;
  let place = readReference(text, start + OPENING.length, cell);
  if (place === -1) return false;
  place = readStyle(text, place, cell);
  place = place === -1 ? -1 : readType(text, place, cell);
  if (place === -1) return false;
  if (text.startsWith('/>', place)) {
    cell.value = undefined;
    cell.end = place + 2;
    return true;
  }
  return text.startsWith(VALUE, place) && readContent(text, place + VALUE.length, cell);
}

/** @returns where the next attribute may stand; -1: it is written otherwise. So do the others. */
function readReference(text: string, start: number, cell: PlainCell): number {
  let place = start;
  let column = 0;
  for (; place < start + MOST_LETTERS; place += 1) {
    const letter = text.charCodeAt(place) - LETTER_A + 1;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  if (place === start || column > LAST_COLUMN) return -1;
  const end = endOfDigits(text, place, MOST_ROW_DIGITS);
  if (end === -1) return -1;
  cell.column = column;
  cell.row = numberAt(text, place, end);
  return end + 1;
}

function readStyle(text: string, start: number, cell: PlainCell): number {
  cell.style = undefined;
  if (!text.startsWith(STYLE, start)) return start;
  const from = start + STYLE.length;
  const end = endOfDigits(text, from, MOST_STYLE_DIGITS);
  if (end === -1) return -1;
  cell.style = numberAt(text, from, end);
  return end + 1;
}

function readType(text: string, start: number, cell: PlainCell): number {
  cell.type = undefined;
  if (!text.startsWith(TYPE, start)) return start;
  const from = start + TYPE.length;
  let end = from;
  while (end < from + MOST_TYPE_LETTERS && isSmallLetter(text.charCodeAt(end))) end += 1;
  if (end === from || text.charCodeAt(end) !== DOUBLE_QUOTE) return -1;
  cell.type = text.slice(from, end);
  return end + 1;
}

function readContent(text: string, start: number, cell: PlainCell): boolean {
  let end = start;
  for (; ; end += 1) {
    const code = text.charCodeAt(end);
    if (code === LESS) break;
    // References are to be resolved, and `]]>` is no text; the end of what there is so far is no number.
    if (code === AMPERSAND || code === GREATER || !(code >= 0)) return false;
  }
  if (!text.startsWith(ENDING, end)) return false;
  cell.value = text.slice(start, end);
  cell.end = end + ENDING.length;
  return true;
}

/** Of one that stands before a quotation mark. */
function endOfDigits(text: string, start: number, most: number): number {
  let place = start;
  while (place < start + most && isDigit(text.charCodeAt(place))) place += 1;
  return place > start && text.charCodeAt(place) === DOUBLE_QUOTE ? place : -1;
}

function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let place = start; place < end; place += 1) number = number * 10 + text.charCodeAt(place) - DIGIT_0;
  return number;
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_0 + 9;
}

function isSmallLetter(code: number): boolean {
  return code >= SMALL_A && code < SMALL_A + 26;
}
