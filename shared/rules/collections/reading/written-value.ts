import type { CellContent } from '../../../workbook.ts';

/** What somebody wrote into a cell, and what is seen of it. */
export type WrittenCell = CellContent & { text: string };

/**
 * How a cell was read. A value is canonical as in `definition.ts`, empty where nothing was said; it is told only
 * where it is certain. What is probably meant is asked about, with the guess if there is one.
 */
export type ReadValue = { value: string } | { question: string; guess: string | null } | { wrong: string };

export const nothing: ReadValue = { value: '' };

/** Most cells: to see that is several times faster than to normalize them. */
const asWritten = /^[\d.A-Za-z\u4E00-\u9FFF-]*$/u;

/** As numbers, days and words of a list are read: full-width characters are plain ones. */
export function plainText(text: string): string {
  if (asWritten.test(text)) return text;
  return text.normalize('NFKC').replace(/^'/u, '').trim();
}

const strokes = new Set(
  '- -- — —— – ― / // \\ 无 没有 暂无 无此项 不涉及 不适用 未填 未填写 N/A NA n/a 空'.split(' '),
);

/** Words and strokes that people write where they have nothing to say: never a 0. */
export function isStroke(text: string): boolean {
  return strokes.has(text.replaceAll(/[\s。.]/gu, ''));
}

/** With it a program may have changed what was typed: 3-1 became the first of March. */
export function becameDate(text: string): string {
  return `这一格成了日期“${text}”，请把格子的格式改成“常规”，再填一次`;
}

/** What a workbook's program calculates with. */
const EXACT_DIGITS = 15;
const FIRST_INEXACT_INTEGER = 1e15;

export function isExactInteger(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < FIRST_INEXACT_INTEGER;
}

/** All digits of a cell's number, without the noise of its last bits: 0.1 + 0.2 is 0.3. */
export function exactNumber(value: number): string {
  if (isExactInteger(value)) return String(value);
  return String(Number(value.toPrecision(EXACT_DIGITS)));
}
