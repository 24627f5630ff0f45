import { blankPaper } from '../papers/blank-paper.ts';
import { formField, formLabel } from '../papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell } from '../papers/model.ts';
import type { PrintedReport, PrintedRow } from './printed.ts';

/** Numbers that an upright page has room for beside the name. */
const MOST_NUMBERS = 9;
const NAME_WIDTH = 28;
const NUMBER_WIDTH = 14;

/** What is too wide for a page goes on in a second table below, each row with its name again. */
export function reportPaper(report: PrintedReport): Paper {
  const { title, left, right, head } = report;
  const numbers = head.length - 1;
  const parts = Math.ceil(numbers / MOST_NUMBERS);
  const width = Math.ceil(numbers / parts);
  const tables = Array.from({ length: parts }, (_part, place) => {
    const from = 1 + place * width;
    return tableOf(report, place === 0 ? '' : '(续表)', (texts) => [
      texts[0] ?? '',
      ...texts.slice(from, from + width),
    ]);
  });
  return {
    ...blankPaper('form'),
    title,
    body: [
      ...[left, right].filter((text) => text !== '').map(line),
      ...tables,
      line('审核：　　　　　　填表：　　　　　　填表日期：'),
    ],
    signature: null,
  };
}

function line(text: string): PaperBlock {
  return { kind: 'paragraph', place: 'flush', runs: [{ text }] };
}

/** @param pick the texts of a row that this table shows */
function tableOf(
  { head, rows, foot }: PrintedReport,
  caption: string,
  pick: (texts: readonly string[]) => string[],
): PaperBlock {
  const shown = pick(head);
  const cells = ({ texts }: PrintedRow) => cellsOf(pick(texts));
  return {
    kind: 'table',
    caption,
    columns: shown.map((_heading, place) => (place === 0 ? NAME_WIDTH : NUMBER_WIDTH)),
    headRows: 1,
    rows: [
      shown.map((text) => ({ ...formLabel(unitBelow(text)), bold: true })),
      ...[...rows, ...foot].map(cells),
    ],
    landscape: false,
  };
}

/** In narrow columns a unit would be torn: 罚款(万元) has it on a line of its own. */
function unitBelow(heading: string): string {
  return heading.replace(/\([^()]*\)$/u, (unit) => `\n${unit}`);
}

function cellsOf(texts: readonly string[]): PaperCell[] {
  return texts.map((text, place) => formField(text, 1, place === 0 ? 'left' : 'center'));
}
