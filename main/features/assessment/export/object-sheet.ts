import type { Indicator, SchemeCategory } from '#shared/contract/schemes.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { ColumnOf } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ColumnForm, ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { pageRoom } from '#shared/rules/assessment/export-form/page-room.ts';
import { columnsOf, sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { scoreInPlan } from '#shared/rules/scoring/object.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  captionRow,
  centeredCell,
  headCell,
  liveCell,
  numberCell,
  signatureRow,
  strongCell,
  textCell,
  titleRow,
} from './cells.ts';
import { spreadWidths } from './column-widths.ts';
import { decimalsOf, type SheetDecimals, totalDecimals } from './decimals.ts';
import { exactNumber, pointsNumber } from './live-numbers.ts';
import type { ObjectPaper } from './object-paper.ts';
import { type SheetDrawing, sheetPage } from './sheet-drawing.ts';
import { sheetFoot } from './sheet-foot.ts';
import { HEAD_ROWS, itemScore } from './sheet-layout.ts';
import { reasonText, ruleText, sheetTitle, signatureText, spanText, withGrounds } from './texts.ts';
import { subtotal } from './total-formulas.ts';

type Column = ColumnOf<'objects'>;

const widths: Readonly<Record<Column, number>> = {
  number: 7,
  content: 34,
  points: 7,
  rule: 38,
  method: 14,
  self: 8,
  score: 9,
  reason: 28,
};
const flexible: ReadonlySet<Column> = new Set(['content', 'rule', 'method', 'reason']);
/** The line above the table and the heads. */
const REPEATED_FROM = 2;
const MOST_FROZEN = 2;
const NOT_COUNTED = '/';
const NO_ENTRIES: ReadonlyMap<string, ScoreEntry> = new Map();

/** The same for every object of a workbook. */
export interface ObjectColumns {
  columns: readonly ColumnForm<Column>[];
  widths: readonly number[];
  /** From 1. */
  scoreColumn: number;
}

export function objectColumns(options: ExportOptions): ObjectColumns {
  const columns = columnsOf(options, 'objects');
  const room = pageRoom(options.page, sheetOf(options, 'objects').orientation);
  return {
    columns,
    widths: spreadWidths(
      columns.map(({ key }) => ({ width: widths[key], flexible: flexible.has(key) })),
      room,
    ),
    scoreColumn: columns.findIndex(({ key }) => key === 'score') + 1,
  };
}

/** One object's score sheet, laid out as on paper. */
export function objectSheet(
  paper: ObjectPaper,
  { columns, widths: spread }: ObjectColumns,
  options: ExportOptions,
): SheetDrawing {
  const { score, layout } = paper;
  const decimals = decimalsOf(layout, score, options);
  const [head, foot] = [
    sheetHead(paper, { columns, widths: spread }, options),
    sheetEnd(columns.length, options),
  ];
  return {
    ...sheetSetup({ columns, widths: spread }, options),
    rows: [
      ...head,
      ...layout.blocks.flatMap((block, place) => [
        categoryRow(paper, columns, place, decimals),
        ...block.indicators.map((indicator) => itemRow(paper, columns, indicator, decimals)),
      ]),
      ...sheetFoot(paper, columns.length, totalDecimals(options, layout.plan.scheme.settings)),
      ...foot,
    ],
  };
}

export function sheetSetup(
  { columns, widths: spread }: Pick<ObjectColumns, 'columns' | 'widths'>,
  options: ExportOptions,
): Omit<SheetDrawing, 'rows'> {
  const content = columns.findIndex(({ key }) => key === 'content') + 1;
  return {
    widths: spread,
    headRows: [REPEATED_FROM, HEAD_ROWS],
    frozenColumns: content <= MOST_FROZEN ? content : 0,
    page: sheetPage(options, 'objects'),
  };
}

/** Title, whom it is about, and the heads of the columns. */
export function sheetHead(
  { object, period }: Pick<ObjectPaper, 'object' | 'period'>,
  { columns, widths: spread }: Pick<ObjectColumns, 'columns' | 'widths'>,
  options: ExportOptions,
): [StreamedRow, StreamedRow, StreamedRow] {
  return [
    titleRow(sheetTitle(options, 'objects'), columns.length),
    captionRow(
      `被考评单位：${object.name}`,
      `考评时间：${spanText(period.firstDay, period.lastDay)}`,
      spread,
    ),
    { cells: columns.map(({ name }) => headCell(name)) },
  ];
}

/** Room to sign, and for the seal. */
function sheetEnd(count: number, options: ExportOptions): StreamedRow[] {
  return [
    signatureRow(signatureText(options.signatures), count),
    ...(options.seal ? [signatureRow(sealText(options), count, 'right')] : []),
  ];
}

export function sealText({ unit }: Pick<ExportOptions, 'unit'>): string {
  return `${unit}（盖章）\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日`;
}

/** The category's name beside its points and its subtotal; columns between these are drawn as one. */
function categoryRow(
  { layout, score }: ObjectPaper,
  columns: readonly ColumnForm<Column>[],
  place: number,
  decimals: SheetDecimals,
): StreamedRow {
  const block = layout.blocks[place];
  const sum = block === undefined ? null : subtotal(layout, block, place, score);
  if (block === undefined || sum === null) throw new Error(`no category at ${place}`);
  return {
    cells: categoryCells(block.category, columns, decimals.full, liveCell(sum, decimals.score, 'strong')),
  };
}

export function categoryCells(
  { name, maxPoints }: Pick<SchemeCategory, 'name' | 'maxPoints'>,
  columns: readonly ColumnForm<Column>[],
  fullDecimals: number,
  score: StreamedCell,
): StreamedCell[] {
  const cells: StreamedCell[] = [];
  let run: Column[] = [];
  const endRun = (): void => {
    if (run.length > 0) cells.push(strongCell(run.includes('content') ? name : '', { across: run.length }));
    run = [];
  };
  for (const { key } of columns) {
    if (key !== 'points' && key !== 'score') {
      run.push(key);
      continue;
    }
    endRun();
    cells.push(key === 'points' ? numberCell(pointsNumber(maxPoints), fullDecimals, 'strong') : score);
  }
  endRun();
  return cells;
}

function itemRow(
  paper: ObjectPaper,
  columns: readonly ColumnForm<Column>[],
  indicator: Indicator,
  decimals: SheetDecimals,
): StreamedRow {
  return { cells: columns.map(({ key }) => itemCells[key](paper, indicator, decimals)) };
}

/** What stands on a sheet before anybody has scored. */
type ItemPaper = Pick<ObjectPaper, 'layout' | 'object' | 'selfEntries'>;

export const givenCells: Readonly<
  Record<
    Exclude<Column, 'score' | 'reason'>,
    (paper: ItemPaper, indicator: Indicator, decimals: SheetDecimals) => StreamedCell
  >
> = {
  number: (_, { number }) => centeredCell(number),
  content: (_, { content }) => textCell(content),
  points: (_, { maxPoints }, { full }) => numberCell(pointsNumber(maxPoints), full),
  rule: (_, indicator) => textCell(ruleText(indicator)),
  method: (_, { method }) => centeredCell(method),
  self: selfCell,
};

const itemCells: Readonly<
  Record<Column, (paper: ObjectPaper, indicator: Indicator, decimals: SheetDecimals) => StreamedCell>
> = { ...givenCells, score: scoreCell, reason: reasonCell };

function reasonCell({ layout, score, entries, object, grounds }: ObjectPaper, indicator: Indicator) {
  const { uid, categoryUid } = indicator;
  const own = score.indicators.get(uid);
  const inBonusCategory = layout.plan.bonusCategories.has(categoryUid);
  const entry = entries?.get(uid) ?? null;
  const reason = own === undefined ? '' : reasonText(indicator, entry, own, inBonusCategory);
  const behind = grounds.get(cellKey({ objectUid: object.uid, indicatorUid: uid })) ?? [];
  return textCell(withGrounds(reason, behind));
}

function scoreCell(
  { layout, score }: ObjectPaper,
  indicator: Indicator,
  decimals: SheetDecimals,
): StreamedCell {
  const own = score.indicators.get(indicator.uid);
  if (own === undefined || own.status === 'empty') return numberCell(null, decimals.score);
  const counts = own.status === 'scored' || own.points > 0;
  return counts
    ? numberCell(exactNumber(itemScore(layout, indicator, score)), decimals.score)
    : centeredCell(NOT_COUNTED);
}

function selfCell(
  { layout, object, selfEntries = NO_ENTRIES }: ItemPaper,
  indicator: Indicator,
  decimals: SheetDecimals,
): StreamedCell {
  const entry = selfEntries.get(indicator.uid) ?? null;
  const applies = !object.inapplicable.includes(indicator.uid);
  const own = scoreInPlan(layout.plan, indicator, entry, applies);
  if (entry === null || !applies) return numberCell(null, decimals.score);
  return own.status === 'scored'
    ? numberCell(exactNumber(own.score), decimals.score)
    : centeredCell(NOT_COUNTED);
}
