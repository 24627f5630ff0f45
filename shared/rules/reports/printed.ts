import { kindOfSpan, spanWords } from './span.ts';
import { NO_NUMBER, type ReportCell, type ReportTable, rowKindNames } from './table.ts';
import {
  type Comparison,
  comparedTexts,
  comparisonNames,
  comparisons,
  type ReportTime,
  valueText,
} from './words.ts';

/** A report as it is printed, every number in its words: what is handed upward is frozen as this. */
export interface PrintedReport {
  title: string;
  /** 填报单位, and the time that is counted. */
  left: string;
  right: string;
  head: string[];
  rows: PrintedRow[];
  /** The total, and below it what it was before with the change. */
  foot: PrintedRow[];
}

export interface PrintedRow {
  /** The same as that of the row of the table; of the total and its comparisons their name. */
  key: string;
  /** In the order of the head, the name first. */
  texts: string[];
}

const TOTAL = '合计';

/** Which time the numbers of a line of the foot are of; null: they are differences. */
export function footTime(key: string): ReportTime | null {
  if (key === TOTAL) return 'now';
  return comparisons.find((comparison) => comparisonNames[comparison].past === key) ?? null;
}

export function printedReport(table: ReportTable, office: string): PrintedReport {
  const { columns, rows, total } = table;
  const texts = (name: string, cells: readonly ReportCell[]) => [
    name,
    ...columns.map((column, place) => valueText(cells[place]?.value ?? null, column)),
  ];
  return {
    title: table.title,
    left: office === '' ? '' : `填报单位：${office}`,
    right: `统计时间：${spanWords(table)}`,
    head: [
      rowKindNames[table.rowKind],
      ...columns.map(({ heading, unit }) => (unit === '' || unit === '%' ? heading : `${heading}(${unit})`)),
    ],
    rows: rows.map(({ key, name, cells }) => ({ key, texts: texts(name, cells) })),
    foot: [
      { key: TOTAL, texts: texts(TOTAL, total) },
      ...comparisonsOf(table).flatMap((comparison) => comparedRows(table, comparison)),
    ],
  };
}

/** With which times a report is compared: where there was something; the year before a year is the year ago. */
export function comparisonsOf({ total, ...span }: ReportTable): Comparison[] {
  const isYear = kindOfSpan(span) === 'year';
  return comparisons.filter(
    (comparison) => !(isYear && comparison === 'before') && total.some((cell) => cell[comparison] !== null),
  );
}

function comparedRows({ columns, total }: ReportTable, comparison: Comparison): PrintedRow[] {
  const { past, change } = comparisonNames[comparison];
  const all = columns.map((column, place) => comparedTexts(total[place] ?? NO_NUMBER, column, comparison));
  return [past, `比${past}增减`, change].map((name, line) => ({
    key: name,
    texts: [name, ...all.map((texts) => texts[line] ?? '')],
  }));
}
