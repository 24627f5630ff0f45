import { defineQuery, integer, type Row, text } from '#main/core/store/query.ts';

const formColumns = {
  id: integer,
  uid: text,
  name: text,
  file_name: text,
  bytes: integer,
  sha256: text,
  pointing: text,
  added_at: integer,
  added_by: text,
};
export type FormRow = Row<typeof formColumns>;

const select = `SELECT ${Object.keys(formColumns).join(', ')} FROM foreign_form`;

export const allForms = defineQuery({
  name: 'foreignForms.all',
  sql: `${select} ORDER BY id DESC`,
  columns: formColumns,
});

export const formByUid = defineQuery<typeof formColumns, { uid: string }>({
  name: 'foreignForms.byUid',
  sql: `${select} WHERE uid = @uid`,
  columns: formColumns,
});

export const formByName = defineQuery<typeof formColumns, { name: string }>({
  name: 'foreignForms.byName',
  sql: `${select} WHERE name = @name`,
  columns: formColumns,
});
