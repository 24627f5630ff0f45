import type { GroupResultRow } from '#shared/contract/assessment.ts';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { foreignReference } from '#main/core/excel/write/references.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  captionRow,
  centeredCell,
  footRow,
  signatureRow,
  headCell,
  countCell,
  numberCell,
  textCell,
  titleRow,
} from './cells.ts';
import { columnTitle } from './columns.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import type { LiveNumber } from './live-numbers.ts';
import { pointsNumber } from './live-numbers.ts';
import { gradeNote } from './notes.ts';
import { rankNumbers } from './rank-numbers.ts';
import { hasBonus, SCORE_COLUMN, type SheetLayout } from './sheet-layout.ts';
import { schemeLine, stateLine } from './remarks.ts';
import { baseTitle, printed, signatureText } from './texts.ts';

/** Title, caption, and heads in two rows. */
const HEAD_ROWS = 4;
const NONE = '—';

export interface SummaryPaper {
  period: ExportPeriod;
  group: ExportGroup;
  rows: readonly GroupResultRow[];
  /** Of each object's own sheet, by its uid. */
  sheets: ReadonlyMap<string, { name: string; layout: SheetLayout }>;
}

/** 汇总表: rank, category subtotals, total, grade of every object in rank order. */
export function summarySheet(paper: SummaryPaper, options: ExportOptions) {
  const columns = summaryColumns(paper.group);
  return {
    widths: columns.widths,
    headRows: [3, HEAD_ROWS] as const,
    frozenColumns: 2,
    rows: summaryRows(paper, columns, options),
  };
}

interface SummaryColumns {
  categories: number;
  bonus: boolean;
  converted: boolean;
  count: number;
  total: number;
  widths: number[];
}

const WIDTHS = { rank: 7, unit: 22, points: 10, bonus: 9, total: 10, converted: 10, grade: 10, remark: 22 };
/** What fills the width of the paper; few categories leave room for names and remarks. */
const PAPER_WIDTH = 144;
const UNIT_SHARE = 0.4;

function summaryColumns({ scheme }: ExportGroup): SummaryColumns {
  const bonus = hasBonus(planScheme(scheme));
  const converted = scheme.settings.convertTo !== null;
  const widths = [
    WIDTHS.rank,
    WIDTHS.unit,
    ...scheme.categories.map(() => WIDTHS.points),
    ...(bonus ? [WIDTHS.bonus] : []),
    WIDTHS.total,
    ...(converted ? [WIDTHS.converted] : []),
    WIDTHS.grade,
    WIDTHS.remark,
  ];
  const room = Math.max(0, PAPER_WIDTH - widths.reduce((sum, width) => sum + width, 0));
  widths[1] = WIDTHS.unit + room * UNIT_SHARE;
  widths[widths.length - 1] = WIDTHS.remark + room * (1 - UNIT_SHARE);
  const categories = scheme.categories.length;
  return {
    categories,
    bonus,
    converted,
    count: widths.length,
    total: 3 + categories + (bonus ? 1 : 0),
    widths,
  };
}

function summaryRows(paper: SummaryPaper, columns: SummaryColumns, options: ExportOptions): StreamedRow[] {
  const { period, group } = paper;
  const ranks = ranksOf(paper, columns);
  const left = `填报单位：${options.unit}\u3000\u3000${group.name}（${group.objects.length}个）`;
  return [
    titleRow(`${baseTitle(options)}结果汇总表`, columns.count),
    captionRow(left, paperDay(options.date), columns.count, columns.count - 2),
    ...headRows(group, columns, options),
    ...paper.rows.map((row, index) => objectRow(paper, columns, row, ranks[index] ?? null)),
    footRow(schemeLine(group), columns.count),
    footRow(stateLine(period), columns.count),
    signatureRow(signatureText(options.signatures), columns.count),
  ];
}

function headRows({ scheme }: ExportGroup, columns: SummaryColumns, options: ExportOptions): StreamedRow[] {
  const tall = (name: Parameters<typeof columnTitle>[1]): StreamedCell =>
    headCell(columnTitle(options, name), { down: 2 });
  return [
    {
      cells: [
        tall('名次'),
        tall('单位'),
        ...(columns.categories === 0 ? [] : [headCell('各项得分', { across: columns.categories })]),
        ...(columns.bonus ? [tall('加分')] : []),
        tall('总分'),
        ...(columns.converted ? [tall('折算分')] : []),
        tall('等次'),
        tall('备注'),
      ],
    },
    {
      cells: scheme.categories.map(({ name, maxPoints, bonus }) =>
        headCell(bonus || maxPoints === 0 ? name : `${name}\n（${pointsText(maxPoints)}分）`),
      ),
    },
  ];
}

/** By row; null for an object without a total, which stands behind all others. */
function ranksOf({ rows, group }: SummaryPaper, columns: SummaryColumns): (LiveNumber | null)[] {
  const ranked = rows.flatMap(({ total, rank }) =>
    total === null || rank === null ? [] : [{ total, rank }],
  );
  const place = { firstRow: HEAD_ROWS + 1, totalColumn: columns.total, rankColumn: 1 };
  return rankNumbers(ranked, group.scheme.settings.ties, place);
}

function objectRow(
  { group, sheets }: SummaryPaper,
  columns: SummaryColumns,
  row: GroupResultRow,
  rank: LiveNumber | null,
): StreamedRow {
  const sheet = sheets.get(row.objectUid);
  if (sheet === undefined) throw new Error(`no sheet was laid out for ${row.objectUid}`);
  const { name, layout } = sheet;
  const { settings } = group.scheme;
  const note = gradeNote(group.scorer.score(row.objectUid), settings);
  const grade = centeredCell(row.grade);
  const linked = (
    points: number | null,
    target: number | null,
    face: 'cell' | 'strong' = 'cell',
  ): StreamedCell =>
    points === null || target === null
      ? centeredCell(NONE)
      : numberCell(
          {
            formula: `ROUND(${foreignReference(name, target, SCORE_COLUMN)},3)`,
            result: pointsNumber(points),
          },
          settings.decimals,
          face,
        );
  return {
    cells: [
      rank === null ? centeredCell(NONE) : countCell(rank.content, rank.note),
      textCell(row.name),
      ...layout.blocks.map((block, place) => linked(row.subtotals[place] ?? null, block.row)),
      ...(columns.bonus ? [linked(row.bonus, layout.foot.bonus)] : []),
      linked(row.total, layout.foot.total, 'strong'),
      ...(columns.converted ? [linked(row.converted, layout.foot.converted)] : []),
      note === undefined ? grade : { ...grade, note },
      textCell(printed(row.remark)),
    ],
  };
}
