import {
  NO_NUMBER,
  type NumberLook,
  type ReportCell,
  type ReportTable,
} from '#shared/rules/reports/table.ts';
import { comparisonsOf, type PrintedReport } from '#shared/rules/reports/printed.ts';
import { type Comparison, comparedTexts, comparisonNames, valueText } from '#shared/rules/reports/words.ts';
import { type ListColumn, listPaper } from '#main/core/excel/write/list-paper.ts';
import type { PaperRow, PaperSheet } from '#main/core/excel/write/paper-workbook.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';

interface Written {
  table: ReportTable;
  printed: PrintedReport;
}

/** Each report as it is printed, its numbers as numbers, and its comparisons on sheets of their own. */
export function reportSheets(reports: readonly Written[]): PaperSheet[] {
  const nameFor = createSheetNames();
  return reports.flatMap(({ table, printed }) => [
    mainSheet(nameFor(table.title), table, printed),
    ...comparisonsOf(table).map((comparison) =>
      comparedSheet(
        nameFor(`${comparisonNames[comparison].change} ${table.title}`),
        table,
        printed,
        comparison,
      ),
    ),
  ]);
}

function mainSheet(name: string, table: ReportTable, printed: PrintedReport): PaperSheet {
  const numbers = ({ name: rowName, cells }: { name: string; cells: readonly ReportCell[] }): PaperRow => [
    { value: rowName },
    ...table.columns.map((column, place) => numberCell(cells[place]?.value ?? null, column)),
  ];
  const [total, ...compared] = printed.foot;
  return listPaper({
    name,
    columns: columnsOf(printed.head),
    title: printed.title,
    caption: { left: printed.left, right: printed.right },
    rows: [
      ...table.rows.map(numbers),
      ...(total === undefined ? [] : [strong(numbers({ name: '合计', cells: table.total }))]),
      ...compared.map(({ texts }) => texts.map((text) => ({ value: text }))),
    ],
    frozenColumns: 1,
  });
}

/** Each number of each row on a line of its own: now, then, how much more, and that in per cent. */
function comparedSheet(
  name: string,
  { columns, rows, total, title }: ReportTable,
  printed: PrintedReport,
  comparison: Comparison,
): PaperSheet {
  const { past, change } = comparisonNames[comparison];
  const [rowHeading = '', ...headings] = printed.head;
  const linesOf = (rowName: string, cells: readonly ReportCell[]): PaperRow[] =>
    columns.map((column, place) => {
      const cell = cells[place] ?? NO_NUMBER;
      const [, difference = '', percent = ''] = comparedTexts(cell, column, comparison);
      return [
        place === 0 ? { value: rowName, down: columns.length } : null,
        { value: headings[place] ?? '' },
        numberCell(cell.value, column),
        numberCell(cell[comparison], column),
        { value: difference },
        { value: percent },
      ];
    });
  return listPaper({
    name,
    columns: [
      [rowHeading, 24, 'left'],
      ['栏目', 28, 'left'],
      ['本期', 14, 'center'],
      [past, 14, 'center'],
      ['增减', 16, 'center'],
      [change, 14, 'center'],
    ],
    title: `${title}(与${past}比较)`,
    caption: { left: printed.left, right: printed.right },
    rows: [...rows.flatMap((row) => linesOf(row.name, row.cells)), ...linesOf('合计', total).map(strong)],
    orientation: 'portrait',
    frozenColumns: 2,
  });
}

function columnsOf([first = '', ...others]: readonly string[]): ListColumn[] {
  return [[first, 24, 'left'], ...others.map((heading): ListColumn => [heading, 14, 'center'])];
}

/** As it is written, and still a number. */
function numberCell(value: number | null, look: NumberLook) {
  if (value === null) return { value: valueText(value, look) };
  if (look.unit !== '%') return { value: Number(valueText(value, look)) };
  return { value, format: look.places === 0 ? '0%' : `0.${'0'.repeat(look.places)}%` };
}

function strong(row: PaperRow): PaperRow {
  return row.map((cell) => (cell === null ? null : { ...cell, strong: true }));
}
