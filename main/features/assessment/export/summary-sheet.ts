import type { GroupResultRow } from '#shared/contract/assessment.ts';
import { paperDay } from '#shared/calendar/days.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  captionRow,
  centeredCell,
  countCell,
  footRow,
  headCell,
  liveCell,
  signatureRow,
  textCell,
  titleRow,
} from './cells.ts';
import { totalDecimals } from './decimals.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import type { LiveNumber } from './live-numbers.ts';
import { gradeNote } from './notes.ts';
import { rankNumbers } from './rank-numbers.ts';
import { schemeLine, stateLine } from './remarks.ts';
import { type SheetDrawing, sheetPage } from './sheet-drawing.ts';
import { type SummaryColumn, type SummaryColumns, summaryColumns } from './summary-columns.ts';
import { linkedNumbers, type ObjectPlan, ownNumbers, type SummaryNumbers } from './summary-numbers.ts';
import { groupCaption, printed, sheetTitle, signatureText } from './texts.ts';

const FIRST_HEAD_ROW = 3;
const MOST_FROZEN = 2;
const NONE = '—';

export interface SummaryPaper {
  period: ExportPeriod;
  group: ExportGroup;
  rows: readonly GroupResultRow[];
  /** By the object's uid. */
  sheets: ReadonlyMap<string, ObjectPlan>;
}

/** 汇总表: rank, category subtotals, total, grade of every object in rank order. */
export function summarySheet(paper: SummaryPaper, options: ExportOptions): SheetDrawing {
  const { period, group } = paper;
  const columns = summaryColumns(group, options);
  const { widths, headRows, places } = columns;
  const count = widths.length;
  const ranks = ranksOf(paper, columns);
  const unitColumn = places.get('unit') ?? 0;
  return {
    widths,
    headRows: [FIRST_HEAD_ROW, headRows],
    frozenColumns: unitColumn <= MOST_FROZEN ? unitColumn : 0,
    page: sheetPage(options, 'summary'),
    rows: [
      titleRow(sheetTitle(options, 'summary'), count),
      captionRow(groupCaption(options.unit, group), paperDay(options.date), widths),
      ...headsOf(group, columns),
      ...paper.rows.map((row, index) => objectRow(paper, columns, options, row, index, ranks[index] ?? null)),
      footRow(schemeLine(group), count),
      footRow(stateLine(period), count),
      signatureRow(signatureText(options.signatures), count),
    ],
  };
}

function headsOf({ scheme }: ExportGroup, { columns, headRows }: SummaryColumns): StreamedRow[] {
  const down = headRows - FIRST_HEAD_ROW + 1;
  const heads = columns.map(({ key, name }) =>
    key === 'categories' ? headCell(name, { across: scheme.categories.length }) : headCell(name, { down }),
  );
  if (down === 1) return [{ cells: heads }];
  const divided = scheme.categories.map(({ name, maxPoints, bonus }) =>
    headCell(bonus || maxPoints === 0 ? name : `${name}\n（${pointsText(maxPoints)}分）`),
  );
  return [{ cells: heads }, { cells: divided }];
}

/** By row; null for an object without a total, which stands behind all others. */
function ranksOf({ rows, group }: SummaryPaper, { places, headRows }: SummaryColumns): (LiveNumber | null)[] {
  const ranked = rows.flatMap(({ total, rank }) =>
    total === null || rank === null ? [] : [{ total, rank }],
  );
  const [totalColumn, rankColumn] = [places.get('total'), places.get('rank')];
  // Without totals beside them nothing in the sheet leads to the ranks.
  if (totalColumn === undefined || rankColumn === undefined)
    return ranked.map(({ rank }) => ({ content: rank }));
  const place = { firstRow: headRows + 1, totalColumn, rankColumn };
  return rankNumbers(ranked, group.scheme.settings.ties, place);
}

interface RowParts {
  row: GroupResultRow;
  /** From 0. */
  index: number;
  rank: LiveNumber | null;
  numbers: SummaryNumbers;
  decimals: number;
  /** Where the printed score would give another grade. */
  note: string | undefined;
}

function objectRow(
  { group, sheets }: SummaryPaper,
  columns: SummaryColumns,
  options: ExportOptions,
  row: GroupResultRow,
  index: number,
  rank: LiveNumber | null,
): StreamedRow {
  const sheet = sheets.get(row.objectUid);
  if (sheet === undefined) throw new Error(`no sheet was laid out for ${row.objectUid}`);
  const { name, layout } = sheet;
  const score = group.scorer.score(row.objectUid);
  const numbers =
    name === null
      ? ownNumbers(score, layout, columns, columns.headRows + 1 + index)
      : linkedNumbers(row, name, layout);
  const { settings } = group.scheme;
  const decimals = totalDecimals(options, settings);
  const note = gradeNote(score, settings, decimals);
  const parts = { row, index, rank, numbers, decimals, note };
  return { cells: columns.columns.flatMap(({ key }) => cellsOf[key](parts)) };
}

const cellsOf: Readonly<Record<SummaryColumn, (parts: RowParts) => StreamedCell[]>> = {
  number: ({ index }) => [countCell(index + 1)],
  rank: ({ rank }) => [rank === null ? centeredCell(NONE) : countCell(rank.content, rank.note)],
  unit: ({ row }) => [textCell(row.name)],
  categories: ({ numbers, decimals }) => numbers.subtotals.map((number) => pointsCell(number, decimals)),
  bonus: ({ numbers, decimals }) => [pointsCell(numbers.bonus, decimals)],
  total: ({ numbers, decimals }) => [pointsCell(numbers.total, decimals, 'strong')],
  converted: ({ numbers, decimals }) => [pointsCell(numbers.converted, decimals)],
  grade: ({ row, note }) => [
    note === undefined ? centeredCell(row.grade) : { ...centeredCell(row.grade), note },
  ],
  remark: ({ row }) => [textCell(printed(row.remark))],
};

function pointsCell(
  number: LiveNumber | null,
  decimals: number,
  face: 'cell' | 'strong' = 'cell',
): StreamedCell {
  return number === null ? centeredCell(NONE) : liveCell(number, decimals, face);
}
