import {
  columnDefinitions,
  type ColumnOf,
  sheetDefinitions,
  type SheetKind,
  sheetKinds,
} from './definitions.ts';
import type { ColumnForm, ExportForm, SheetForm } from './model.ts';

export function usualSheet(kind: SheetKind): SheetForm {
  const { ending, orientation, usual: shown } = sheetDefinitions[kind];
  const columns = columnDefinitions(kind)
    .filter(({ usual }) => usual)
    .map(({ key, name }) => ({ key, name }));
  return { kind, shown, ending, orientation, columns };
}

/** With kinds of sheets that came into the program after the form was kept; they are not asked for by it. */
export function withAllSheets(form: ExportForm): ExportForm {
  const missing = sheetKinds.filter((kind) => form.sheets.every((sheet) => sheet.kind !== kind));
  if (missing.length === 0) return form;
  return {
    ...form,
    sheets: [...form.sheets, ...missing.map((kind) => ({ ...usualSheet(kind), shown: false }))],
  };
}

export function sheetOf({ sheets }: Pick<ExportForm, 'sheets'>, kind: SheetKind): SheetForm {
  return sheets.find((sheet) => sheet.kind === kind) ?? { ...usualSheet(kind), shown: false };
}

export function hasSheet(form: Pick<ExportForm, 'sheets'>, kind: SheetKind): boolean {
  return sheetOf(form, kind).shown;
}

/** The columns of a sheet in the form's order. */
export function columnsOf<Kind extends SheetKind>(
  form: Pick<ExportForm, 'sheets'>,
  kind: Kind,
): ColumnForm<ColumnOf<Kind>>[] {
  const known = new Set<string>(columnDefinitions(kind).map(({ key }) => key));
  return sheetOf(form, kind).columns.filter((one): one is ColumnForm<ColumnOf<Kind>> => known.has(one.key));
}
