import { blankPaper } from '../papers/blank-paper.ts';
import { formField, formLabel } from '../papers/form-paper.ts';
import type { Paper, PaperCell } from '../papers/model.ts';
import type { PrintedReport, PrintedRow } from './printed.ts';

/** Columns beside the name that a page has room for standing upright. */
const UPRIGHT_COLUMNS = 6;
const NAME_WIDTH = 28;
const NUMBER_WIDTH = 14;

export function reportPaper({ title, left, right, head, rows, foot }: PrintedReport): Paper {
  return {
    ...blankPaper('form'),
    title,
    body: [
      { kind: 'paragraph', place: 'flush', runs: [{ text: [left, right].filter(isGiven).join('　　') }] },
      {
        kind: 'table',
        caption: '',
        columns: head.map((_heading, place) => (place === 0 ? NAME_WIDTH : NUMBER_WIDTH)),
        headRows: 1,
        rows: [
          head.map((text) => ({ ...formLabel(text), bold: true })),
          ...rows.map(lineOf),
          ...foot.map((row) => lineOf(row).map((cell) => ({ ...cell, bold: true }))),
        ],
        landscape: head.length - 1 > UPRIGHT_COLUMNS,
      },
      {
        kind: 'paragraph',
        place: 'flush',
        runs: [{ text: '审核：　　　　　　填表：　　　　　　填表日期：' }],
      },
    ],
    signature: null,
  };
}

function lineOf({ texts }: PrintedRow): PaperCell[] {
  return texts.map((text, place) => formField(text, 1, place === 0 ? 'left' : 'center'));
}

function isGiven(text: string): boolean {
  return text !== '';
}
