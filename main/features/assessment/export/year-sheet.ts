import type { YearPart } from '#shared/contract/year.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { type ColumnOf, columnDefinitions } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { pageRoom } from '#shared/rules/assessment/export-form/page-room.ts';
import { columnsOf as formColumns, sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import type { YearStanding } from '#shared/rules/assessment/year-rows.ts';
import { roundHalfUp } from '#shared/rules/fraction.ts';
import { percentText, WHOLE_WEIGHT } from '#shared/rules/scoring/year.ts';
import { cellReference } from '#main/core/excel/write/references.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  captionRow,
  centeredCell,
  countCell,
  footRow,
  headCell,
  liveCell,
  numberCell,
  signatureRow,
  textCell,
  titleRow,
} from './cells.ts';
import { spreadWidths } from './column-widths.ts';
import { totalDecimals } from './decimals.ts';
import type { ExportGroup, ExportPeriod, YearPaper } from './export-group.ts';
import { exactNumber, pointsNumber, roundedNumber } from './live-numbers.ts';
import { rankNumbers } from './rank-numbers.ts';
import { schemeLine, stateLine } from './remarks.ts';
import { type SheetDrawing, sheetPage } from './sheet-drawing.ts';
import { printed, sheetTitle, signatureText } from './texts.ts';

interface YearSheet {
  period: ExportPeriod;
  group: ExportGroup;
  year: YearPaper;
  /** In rank order. */
  standings: readonly YearStanding[];
}

/** Title, caption, heads. */
const HEAD_ROWS = 3;
const FIRST_PART = 3;
const NONE = '—';
const WIDTHS = { rank: 7, unit: 26, points: 12, grade: 10, remark: 30 };

/** Places of the columns; null for one that is not there. */
interface Columns {
  bonus: number | null;
  veto: number | null;
  total: number;
  converted: number | null;
  count: number;
}

/** 年度成绩表: the parts beside the total, which follows from them by a formula. */
export function yearSheet(sheet: YearSheet, options: ExportOptions): SheetDrawing {
  const columns = columnsOf(sheet);
  const points = columns.count - FIRST_PART - 1;
  const fixed = (width: number) => ({ width, flexible: false });
  const widths = spreadWidths(
    [
      fixed(WIDTHS.rank),
      { width: WIDTHS.unit, flexible: true },
      ...Array.from({ length: points }, () => fixed(WIDTHS.points)),
      fixed(WIDTHS.grade),
      { width: WIDTHS.remark, flexible: true },
    ],
    pageRoom(options.page, sheetOf(options, 'year').orientation),
  );
  return {
    widths,
    headRows: [HEAD_ROWS, HEAD_ROWS],
    frozenColumns: 2,
    page: sheetPage(options, 'year'),
    rows: rowsOf(sheet, columns, widths, options),
  };
}

function columnsOf({ year, group, standings }: YearSheet): Columns {
  let next = FIRST_PART + year.inputs.parts.length;
  const take = (isThere: boolean): number | null => {
    if (!isThere) return null;
    next += 1;
    return next - 1;
  };
  const bonus = take(standings.some(({ score }) => score.bonus.n > 0n));
  const veto = take(standings.some(({ score }) => takesPoints(score.veto)));
  const total = take(true) ?? next;
  const converted = take(group.scheme.settings.convertTo !== null);
  return { bonus, veto, total, converted, count: next + 1 };
}

function takesPoints({ effect, deducted }: YearStanding['score']['veto']): boolean {
  return effect !== null && effect !== 'zeroTotal' && deducted > 0;
}

function rowsOf(
  sheet: YearSheet,
  columns: Columns,
  widths: readonly number[],
  options: ExportOptions,
): StreamedRow[] {
  const { period, group, year, standings } = sheet;
  const ranked = standings.flatMap(({ score, standing: { rank } }) =>
    score.total === null || rank === null ? [] : [{ total: roundHalfUp(score.total), rank }],
  );
  const place = { firstRow: HEAD_ROWS + 1, totalColumn: columns.total, rankColumn: 1 };
  const ranks = rankNumbers(ranked, group.scheme.settings.ties, place);
  const decimals = totalDecimals(options, group.scheme.settings);
  const left = `填报单位：${options.unit}\u3000\u3000${group.name}（${group.objects.length}个）`;
  return [
    titleRow(sheetTitle(options, 'year'), columns.count),
    captionRow(left, paperDay(options.date), widths),
    { cells: heads(year.inputs.parts, columns, options) },
    ...standings.map((standing, index): StreamedRow => {
      const rank = ranks[index];
      return {
        cells: [
          rank === undefined ? centeredCell(NONE) : countCell(rank.content, rank.note),
          textCell(standing.object.name),
          ...numberCells(sheet, columns, standing, HEAD_ROWS + 1 + index, decimals),
          centeredCell(standing.standing.grade?.name ?? ''),
          textCell(printed(standing.remark)),
        ],
      };
    }),
    footRow('各部分为折到年度满分的得分，不含加分，按括号里的权重计入总分。', columns.count),
    footRow(schemeLine(group), columns.count),
    footRow(stateLine(period), columns.count),
    signatureRow(signatureText(options.signatures), columns.count),
  ];
}

function heads(parts: readonly YearPart[], columns: Columns, options: ExportOptions): StreamedCell[] {
  const head = (key: ColumnOf<'summary'>) => headCell(nameInSummary(key, options));
  return [
    head('rank'),
    head('unit'),
    ...parts.map(({ name, label, weight }) =>
      headCell(`${name === '' ? '' : `${name}\n`}${label}\n（${percentText(weight)}）`),
    ),
    ...(columns.bonus === null ? [] : [head('bonus')]),
    ...(columns.veto === null ? [] : [headCell('否决扣分')]),
    head('total'),
    ...(columns.converted === null ? [] : [head('converted')]),
    head('grade'),
    head('remark'),
  ];
}

/** What the office calls such a column in its 汇总表 it is called here as well. */
function nameInSummary(key: ColumnOf<'summary'>, options: ExportOptions): string {
  const named = [...formColumns(options, 'summary'), ...columnDefinitions('summary')];
  return named.find((column) => column.key === key)?.name ?? '';
}

function numberCells(
  { group, year }: YearSheet,
  columns: Columns,
  { score }: YearStanding,
  row: number,
  decimals: number,
): StreamedCell[] {
  const { settings } = group.scheme;
  const { parts, frame } = year.inputs;
  const { total, converted, bonus, veto } = score;
  const base = `(${weightedSum(parts, score, row)})`;
  const at = (column: number | null) => (column === null ? '' : cellReference(row, column));
  const added = columns.bonus === null ? base : `${base}+${at(columns.bonus)}`;
  function afterVeto(expression: string): string {
    if (veto.effect === 'zeroTotal') return `MIN(0,${expression})`;
    if (!takesPoints(veto)) return expression;
    const rest = `${expression}-${at(columns.veto)}`;
    return frame.negativeTotals ? rest : `MAX(0,${rest})`;
  }
  const factor = `${pointsNumber(settings.convertTo ?? 0)}/${pointsNumber(frame.full)}`;
  return [
    ...score.parts.map((part) =>
      part === null ? centeredCell(NONE) : numberCell(exactNumber(part), decimals),
    ),
    ...(columns.bonus === null ? [] : [numberCell(exactNumber(bonus), decimals)]),
    ...(columns.veto === null
      ? []
      : [numberCell(takesPoints(veto) ? pointsNumber(veto.deducted) : '', decimals)]),
    total === null
      ? centeredCell(NONE)
      : liveCell(roundedNumber(afterVeto(added), total), decimals, 'strong'),
    ...(columns.converted === null
      ? []
      : [
          converted === null
            ? centeredCell(NONE)
            : liveCell(roundedNumber(`(${afterVeto(base)})*${factor}`, converted), decimals),
        ]),
  ];
}

/** Parts without a score leave their weight to the others. */
function weightedSum(parts: readonly YearPart[], score: YearStanding['score'], row: number): string {
  const known = parts.flatMap(({ weight }, place) =>
    score.parts[place] === null ? [] : [{ weight, cell: cellReference(row, FIRST_PART + place) }],
  );
  const sum = known.reduce((all, { weight }) => all + weight, 0);
  const terms = known.map(({ weight, cell }) => `${cell}*${weight / 1000}`).join('+');
  return `(${terms})/${(sum === 0 ? WHOLE_WEIGHT : sum) / 1000}`;
}
