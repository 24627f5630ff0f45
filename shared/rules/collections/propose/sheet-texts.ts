import { type CellRange, lookUpSheet, type SheetData } from '../../../workbook.ts';
import { plainHeading } from '../definition.ts';

/** A sheet as its texts, a merged cell on every place that it covers. Rows and columns from 1. */
export interface SheetTexts {
  rows: number;
  columns: number;
  /** Without what is only layout. */
  textAt: (row: number, column: number) => string;
  mergeAt: (row: number, column: number) => CellRange | undefined;
  /** Texts of a row from its first column on. */
  lineOf: (row: number) => string[];
}

export function textsOfSheet(sheet: SheetData): SheetTexts {
  const { rows, columns } = sheet;
  const look = lookUpSheet(sheet);
  const mergeAt = (row: number, column: number) => look.mergeAt(row, column);
  const textAt = (row: number, column: number) => tidy(look.mergedCellAt(row, column)?.text ?? '');
  const lineOf = (row: number) => Array.from({ length: columns }, (_unused, place) => textAt(row, place + 1));
  return { rows, columns, textAt, mergeAt, lineOf };
}

/** Different words, as headings have them: numbers are none. */
export function wordsIn(texts: readonly string[]): Set<string> {
  return new Set(texts.map(plainHeading).filter((text) => text !== '' && !isNumber(text)));
}

export function isNumber(plain: string): boolean {
  return /^[\d.]+$/u.test(plain);
}

/** Line breaks within a cell and spaces around it are layout. */
function tidy(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/gu, '')
    .replaceAll('\u3000', ' ')
    .trim();
}
