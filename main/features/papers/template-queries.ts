import { defineQuery, integer, type Row, text } from '#main/core/store/query.ts';

const templateColumns = {
  id: integer,
  uid: text,
  template_key: text,
  version: integer,
  kind_id: integer,
  name: text,
  source: text,
  active: integer,
  created_at: integer,
  created_by: text,
  content: text,
};
export type TemplateRow = Row<typeof templateColumns>;

/** Every version that the office wrote, older ones before newer ones. */
export const allTemplates = defineQuery({
  name: 'papers.templates',
  sql: `SELECT ${Object.keys(templateColumns).join(', ')} FROM paper_template ORDER BY version, id`,
  columns: templateColumns,
});
