import { paperDay } from '#shared/calendar/days.ts';
import { shortHint } from '#shared/rules/collections/column-hint.ts';
import type { CollectedColumn, GivenRow } from '#shared/rules/collections/definition.ts';
import { collectedMarkText } from '#shared/rules/collections/marks.ts';
import type { PaperColumn, PaperRow, PaperSheet } from '#main/core/excel/write/paper-workbook.ts';
import { choiceRanges, paperColumn, valueCell } from './entry-columns.ts';
import type { CorrectedRow, HandedWorkbook } from './model.ts';

export const TABLE_SHEET = '填报表';
const MARK_WIDTH = 10;
/** More in width do not fit on a page that stands. */
const PORTRAIT_WIDTH = 95;
const LEAST_HEIGHT = 24;
const TO_CORRECT = 'FFCCC7';

/** The column that only this program reads, behind the last one. */
export const markColumn: PaperColumn = { width: MARK_WIDTH, align: 'left', hidden: true };

/** The table itself: given rows, then empty ones; below it nothing stands, so that a unit's own may go on there. */
export function tableSheet(workbook: HandedWorkbook): PaperSheet {
  const { title, dueOn, unit, definition, identity, corrections } = workbook;
  const { columns, rows, blankRows } = definition;
  const drawRow = rowDrawing(columns);
  const given = unit.rows.map((row) => [
    ...drawRow(row, corrections?.given.get(row.key)),
    mark({ kind: 'row', key: row.key }),
  ]);
  const own = corrections?.own ?? [];
  const ownRows = rows === 'given' ? 0 : Math.max(blankRows, own.length);
  const blank = Array.from({ length: ownRows }, (_unused, place) => [
    ...drawRow(null, own[place]),
    mark({ kind: 'blank' }),
  ]);
  const drawn = columns.map((column) => paperColumn(column, longestOf(column, unit.rows)));
  const width = drawn.reduce((sum, column) => sum + column.width, 0);
  return {
    name: TABLE_SHEET,
    columns: [...drawn, markColumn],
    title,
    caption: { left: `填报单位：${unit.unitName}`, right: `${paperDay(dueOn)}前交回` },
    head: [
      [...columns.map((column) => ({ value: shortHint(column) })), mark({ kind: 'sheet', ...identity })],
      [...columns.map(({ heading }) => ({ value: heading })), mark({ kind: 'heads' })],
    ],
    rows: [...given, ...blank],
    foot: [],
    orientation: width > PORTRAIT_WIDTH ? 'landscape' : 'portrait',
    leastRowHeight: LEAST_HEIGHT,
    isProtected: true,
    ...(rows === 'given' ? {} : { spare: drawRow(null) }),
  };
}

function rowDrawing(
  columns: readonly CollectedColumn[],
): (row: GivenRow | null, corrected?: CorrectedRow) => PaperRow {
  const choices = choiceRanges(columns);
  return (row, corrected) =>
    columns.map((column) => {
      // A row of the unit's own has nothing that would have to stay.
      const own = row === null ? { ...column, locked: false } : column;
      const value = corrected?.values[column.key] ?? row?.values[column.key];
      const cell = valueCell(own, value, row?.ranges[column.key], choices.get(column.key) ?? null);
      return corrected === undefined ? cell : correctedCell(cell, column.key, corrected);
    });
}

/** What could not be read stands there as it was written, so that the unit sees what is meant. */
function correctedCell(
  cell: NonNullable<PaperRow[number]>,
  column: string,
  { unread, notes }: CorrectedRow,
): NonNullable<PaperRow[number]> {
  const [written, note] = [unread[column], notes.get(column)];
  const shown = written === undefined ? cell : { ...cell, value: written };
  return note === undefined ? shown : { ...shown, note, colour: TO_CORRECT };
}

function longestOf({ key }: CollectedColumn, rows: readonly GivenRow[]): number {
  return Math.max(0, ...rows.map(({ values }) => values[key]?.length ?? 0));
}

function mark(of: Parameters<typeof collectedMarkText>[0]): NonNullable<PaperRow[number]> {
  return { value: collectedMarkText(of) };
}
