import type { CellRange } from '../../../workbook.ts';
import { plainHeading } from '../definition.ts';
import { isNumber, type SheetTexts, wordsIn } from './sheet-texts.ts';

/*
 * Where the headings of a table stand: in one row, or in several below each other (高层建筑 over 排查数 and 整改数). A title
 * and notes may stand above them.
 */

/** Rows of the sheet, both included. */
export interface HeadRows {
  top: number;
  bottom: number;
}

export interface Heading {
  /** With the heads above it, the outermost first: 高层建筑／排查数. */
  text: string;
  /** Without them. */
  own: string;
  column: number;
}

/** Of those that are not empty, in which headings are looked for. */
const SEARCHED_ROWS = 15;
/** A cell that goes further down is a label beside the table. */
const MOST_HEAD_ROWS = 5;
const LONGEST_HEADING = 60;

/** The rows that give most different headings; of two alike the first. */
export function findHeads(sheet: SheetTexts): HeadRows | null {
  const proposed = Array.from({ length: sheet.rows }, (_unused, place) => place + 1)
    .filter((row) => sheet.lineOf(row).some((text) => text !== ''))
    .slice(0, SEARCHED_ROWS)
    .map((row): HeadRows => ({ top: row, bottom: bottomOf(sheet, row) }));
  const counts = proposed.map((heads) => wordsIn(headingsIn(sheet, heads).map(({ text }) => text)).size);
  return proposed[counts.indexOf(Math.max(...counts))] ?? null;
}

function bottomOf(sheet: SheetTexts, row: number): number {
  const ends = mergesOf(sheet, row).map(({ bottom }) => bottom);
  const end = Math.max(row, ...ends.filter((bottom) => bottom < row + MOST_HEAD_ROWS));
  if (end > row) return bottomOf(sheet, end);
  if (row >= sheet.rows || sheet.lineOf(row).some(isCaption)) return row;
  return isOver(sheet, row) || fillsGaps(sheet, row + 1, row) ? bottomOf(sheet, row + 1) : row;
}

/** 填报单位：云栖县, 2026年9月30日; a unit in brackets belongs to a heading. */
function isCaption(text: string): boolean {
  return /[:：]|\d{4}年|年\s*月\s*日/u.test(text.replaceAll(/[(（][^)）]*[)）]/gu, ''));
}

/** Whether cells over several columns have different words under them; a title over most of the table heads nothing. */
function isOver(sheet: SheetTexts, row: number): boolean {
  return mergesOf(sheet, row).some(
    ({ left, right }) =>
      right > left &&
      !(left === 1 && right > sheet.columns / 2) &&
      wordsIn(sheet.lineOf(row + 1).slice(left - 1, right)).size > 1,
  );
}

/** Whether a row has words where the headings above it, that are not merged, have none, and nothing under the first. */
function fillsGaps(sheet: SheetTexts, row: number, above: number): boolean {
  const heads = sheet.lineOf(above);
  const line = sheet.lineOf(row);
  const first = heads.findIndex((text) => text !== '');
  if (wordsIn(heads).size < 2 || line[first] !== '' || line.some(isCaption)) return false;
  return wordsIn(line.filter((_text, place) => heads[place] === '')).size > 0;
}

/** With words in them. */
function mergesOf(sheet: SheetTexts, row: number): CellRange[] {
  const merges = new Set<CellRange>();
  for (let column = 1; column <= sheet.columns; column += 1) {
    const merge = sheet.mergeAt(row, column);
    if (merge !== undefined && sheet.textAt(row, column) !== '') merges.add(merge);
  }
  return [...merges];
}

/** Of each column that has one; a cell over several columns without anything under it is one heading. */
export function headingsIn(sheet: SheetTexts, heads: HeadRows): Heading[] {
  const headings: Heading[] = [];
  const cellsBefore = new Set<string>();
  for (let column = 1; column <= sheet.columns; column += 1) {
    const parts = partsOf(sheet, heads, column);
    const cells = parts.map(({ cell }) => cell).join(' ');
    const text = parts.map((part) => part.text).join('／');
    if (text === '' || isNumber(plainHeading(text)) || cellsBefore.has(cells)) continue;
    cellsBefore.add(cells);
    headings.push({ text: text.slice(0, LONGEST_HEADING), own: parts.at(-1)?.text ?? '', column });
  }
  return headings;
}

interface Part {
  text: string;
  /** Where it begins. */
  cell: string;
}

function partsOf(sheet: SheetTexts, { top, bottom }: HeadRows, column: number): Part[] {
  const parts: Part[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const isEmpty = sheet.textAt(row, column) === '';
    const part = isEmpty ? groupOver(sheet, row, column, bottom) : partAt(sheet, row, column);
    if (part !== null && part.cell !== parts.at(-1)?.cell) parts.push(part);
  }
  return parts;
}

function partAt(sheet: SheetTexts, row: number, column: number): Part {
  const { top, left } = sheet.mergeAt(row, column) ?? { top: row, left: column };
  return { text: sheet.textAt(row, column), cell: `${top},${left}` };
}

/** A head that is not merged stands over the columns to its right as far as those have sub-heads alone. */
function groupOver(sheet: SheetTexts, row: number, column: number, bottom: number): Part | null {
  const hasUnder = (place: number): boolean => row < bottom && sheet.textAt(row + 1, place) !== '';
  for (let left = column; left >= 1 && hasUnder(left); left -= 1) {
    if (sheet.textAt(row, left) === '') continue;
    return sheet.mergeAt(row, left) === undefined ? partAt(sheet, row, left) : null;
  }
  return null;
}
