import { defineQuery, integer, oneOf, type Row, text } from '#main/core/store/query.ts';

const formColumns = {
  id: integer,
  uid: text,
  period_kind: oneOf('quarter', 'halfYear', 'year', 'spotCheck'),
  name: text,
  content: text,
  chosen_at: integer,
};
export type FormRow = Row<typeof formColumns>;

const select = `SELECT ${Object.keys(formColumns).join(', ')} FROM export_form`;

/** The one taken last first, then as they were made. */
export const formsOfKind = defineQuery<typeof formColumns, { periodKind: string }>({
  name: 'exportForms.ofKind',
  sql: `${select} WHERE period_kind = @periodKind ORDER BY chosen_at DESC, id`,
  columns: formColumns,
});
