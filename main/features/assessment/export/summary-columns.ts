import type { ColumnOf } from '#shared/rules/assessment/export-form/definitions.ts';
import type { ColumnForm, ExportOptions } from '#shared/rules/assessment/export-form/model.ts';
import { pageRoom } from '#shared/rules/assessment/export-form/page-room.ts';
import { columnsOf, sheetOf } from '#shared/rules/assessment/export-form/sheets.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import { spreadWidths } from './column-widths.ts';
import type { ExportGroup } from './export-group.ts';
import { hasBonus } from './sheet-layout.ts';

export type SummaryColumn = ColumnOf<'summary'>;

/** The columns of one group's summary; those that its scheme has no figures for are left out. */
export interface SummaryColumns {
  columns: readonly ColumnForm<SummaryColumn>[];
  /** First sheet column of each, from 1; 各项得分 takes one for each category. */
  places: ReadonlyMap<SummaryColumn, number>;
  widths: readonly number[];
  /** Rows above the objects: title, caption, and heads, in two rows where 各项得分 is divided. */
  headRows: number;
}

const widths: Readonly<Record<SummaryColumn, number>> = {
  number: 7,
  rank: 7,
  unit: 22,
  categories: 10,
  bonus: 9,
  total: 10,
  converted: 10,
  grade: 10,
  remark: 22,
};
const flexible: ReadonlySet<SummaryColumn> = new Set(['unit', 'remark']);

export function summaryColumns({ scheme }: ExportGroup, options: ExportOptions): SummaryColumns {
  const { categories, settings } = scheme;
  const absent = new Set<SummaryColumn>([
    ...(categories.length > 0 ? [] : (['categories'] as const)),
    ...(hasBonus(planScheme(scheme)) ? [] : (['bonus'] as const)),
    ...(settings.convertTo === null ? (['converted'] as const) : []),
  ]);
  const columns = columnsOf(options, 'summary').filter(({ key }) => !absent.has(key));
  const places = new Map<SummaryColumn, number>();
  const single = columns.flatMap(({ key }): SummaryColumn[] =>
    key === 'categories' ? categories.map(() => key) : [key],
  );
  for (const [index, key] of single.entries()) if (!places.has(key)) places.set(key, index + 1);
  return {
    columns,
    places,
    widths: spreadWidths(
      single.map((key) => ({ width: widths[key], flexible: flexible.has(key) })),
      pageRoom(options.page, sheetOf(options, 'summary').orientation),
    ),
    headRows: places.has('categories') ? 4 : 3,
  };
}
