import type {
  FormPreview,
  PreviewCell,
  PreviewRow,
  PreviewSheet,
  exportForms as contract,
} from '#shared/contract/export-forms.ts';
import type { PeriodKind } from '#shared/contract/period-kinds.ts';
import { filledForm } from '#shared/rules/assessment/export-form/model.ts';
import { hasSheet } from '#shared/rules/assessment/export-form/sheets.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import type { StreamedCell } from '#main/core/excel/write/streamed-workbook.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requirePeriod } from '../../load-group.ts';
import { allPeriods, type PeriodRow } from '../../queries.ts';
import { planGroups, type PlannedSheet, sheetsOfGroup } from '../group-sheets.ts';
import { loadFirstGroup } from '../load-export.ts';
import { shownText } from '../shown-text.ts';

/** Rows of a sheet that a preview shows of its upper and lower end. */
const UPPER = 16;
const LOWER = 8;

/** The first sheet of each kind, with the scores of a real period. */
export const previewOf: Handlers<typeof contract>['preview'] = (
  { periodKind, periodUid, form, date },
  context: ReadContext,
): FormPreview => {
  const row =
    periodUid === null ? latestPeriod(context.db, periodKind) : requirePeriod(context.db, periodUid);
  const loaded = row && loadFirstGroup(context.db, row, hasSheet(form, 'losses'));
  if (row === undefined || loaded === undefined) return { periodTitle: null, sheets: [], sheetCount: 0 };
  const options = { ...filledForm(form, row.title), date: date ?? context.today };
  const plans = planGroups([loaded.group], options, createSheetNames());
  const sheets = plans.flatMap((plan) => sheetsOfGroup(loaded.period, plan, options));
  const firsts = sheets.filter(
    ({ kind }, index) => sheets.findIndex((other) => other.kind === kind) === index,
  );
  return { periodTitle: row.title, sheets: firsts.map(toPreview), sheetCount: sheets.length };
};

function latestPeriod(db: ReadStore, periodKind: PeriodKind): PeriodRow | undefined {
  const periods = db.all(allPeriods);
  return periods.find(({ kind }) => kind === periodKind) ?? periods[0];
}

function toPreview({ kind, name, draw }: PlannedSheet): PreviewSheet {
  const { widths, rows } = draw();
  const previewed = rows.map(
    ({ cells, height }): PreviewRow => ({
      height: height ?? null,
      cells: cells.map(toCell),
    }),
  );
  const left = rows.length - UPPER - LOWER;
  // A cell that reaches down must not lose the rows below it.
  const isWhole = left <= 1 || previewed.slice(0, UPPER).some((row, index) => reaches(row, UPPER - index));
  if (isWhole) return { kind, name, widths: [...widths], rows: previewed, omitted: null };
  return {
    kind,
    name,
    widths: [...widths],
    rows: [...previewed.slice(0, UPPER), ...previewed.slice(-LOWER)],
    omitted: { after: UPPER, count: left },
  };
}

function reaches({ cells }: PreviewRow, rows: number): boolean {
  return cells.some(({ down }) => down > rows);
}

function toCell({ content, style, note = '', across = 1, down = 1 }: StreamedCell): PreviewCell {
  const { font, alignment, border, numFmt } = style;
  const horizontal = alignment?.horizontal;
  return {
    text: shownText(content, numFmt),
    across,
    down,
    align: horizontal === 'center' || horizontal === 'right' ? horizontal : 'left',
    size: font?.size ?? 11,
    bold: font?.bold ?? false,
    bordered: border !== undefined,
    note,
    live: typeof content === 'object' && content !== null,
  };
}
