import type { GroupResultRow } from '#shared/contract/assessment.ts';
import { paperDay } from '#shared/calendar/days.ts';
import type { ColumnOf } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ColumnForm, ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { pageRoom } from '#shared/rules/assessment/export-form/page-room.ts';
import { columnsOf, sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import { namesByGrade } from '#shared/rules/assessment/result-rows.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import {
  captionRow,
  countCell,
  footRow,
  headCell,
  signatureRow,
  strongCenteredCell,
  textCell,
  titleRow,
} from './cells.ts';
import { spreadWidths } from './column-widths.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';
import { stateLine } from './remarks.ts';
import { type SheetDrawing, sheetPage } from './sheet-drawing.ts';
import { groupCaption, sheetTitle, signatureText } from './texts.ts';

type Column = ColumnOf<'list'>;

const widths: Readonly<Record<Column, number>> = { grade: 16, count: 10, units: 118 };
const HEAD_ROWS = 3;
/** In one cell: a row may be no higher than the format allows, and a page breaks between rows only. */
const NAMES_IN_A_ROW = 60;
const NOBODY = '无';

type ListedRow = Pick<GroupResultRow, 'name' | 'grade' | 'complete'>;

/** 结果名单: who got which grade, in rank order. */
export function resultListSheet(
  { period, group, rows }: { period: ExportPeriod; group: ExportGroup; rows: readonly ListedRow[] },
  options: ExportOptions,
): SheetDrawing {
  const ungraded = rows.filter(({ grade }) => grade === '').map(({ name }) => name);
  const lists = namesByGrade(rows, group.scheme.settings.grades);
  if (ungraded.length > 0) lists.push({ grade: '未评定', names: ungraded });
  const unfinished = rows.filter(({ complete }) => !complete).map(({ name }) => name);
  const columns = columnsOf(options, 'list');
  const count = columns.length;
  const spread = spreadWidths(
    columns.map(({ key }) => ({ width: widths[key], flexible: key === 'units' })),
    pageRoom(options.page, sheetOf(options, 'list').orientation),
  );
  return {
    widths: spread,
    headRows: [HEAD_ROWS, HEAD_ROWS],
    frozenColumns: columns[0]?.key === 'grade' ? 1 : 0,
    page: sheetPage(options, 'list'),
    rows: [
      titleRow(sheetTitle(options, 'list'), count),
      captionRow(groupCaption(options.unit, group), paperDay(options.date), spread),
      { cells: columns.map(({ name }) => headCell(name)) },
      ...lists.flatMap(({ grade, names }) => gradeRows(columns, grade, names)),
      ...(unfinished.length === 0
        ? []
        : [footRow(`以下单位尚未评完，等次和名次为暂定：${unfinished.join('、')}`, count)]),
      footRow(stateLine(period), count),
      signatureRow(signatureText(options.signatures), count),
    ],
  };
}

function gradeRows(
  columns: readonly ColumnForm<Column>[],
  grade: string,
  names: readonly string[],
): StreamedRow[] {
  const portions: string[] = [];
  for (let first = 0; first < names.length; first += NAMES_IN_A_ROW) {
    portions.push(names.slice(first, first + NAMES_IN_A_ROW).join('、'));
  }
  const [first = NOBODY, ...others] = portions;
  const down = Math.max(1, portions.length);
  const cells: Readonly<Record<Column, StreamedCell>> = {
    grade: strongCenteredCell(grade, { down }),
    count: { ...countCell(names.length), down },
    units: textCell(first),
  };
  return [
    { cells: columns.map(({ key }) => cells[key]) },
    ...others.map((text) => ({ cells: [textCell(text)] })),
  ];
}
