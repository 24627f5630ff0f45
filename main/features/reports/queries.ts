import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { calendarKinds } from '#shared/rules/reports/span.ts';
import { rowKinds } from '#shared/rules/reports/table.ts';

const definitionColumns = {
  id: integer,
  uid: text,
  name: text,
  row_kind: oneOf(...rowKinds),
  hides_empty: integer,
  columns: text,
  cycle: oneOf(...calendarKinds),
  source: text,
  valid_from: nullableText,
  valid_to: nullableText,
  position: integer,
};
export type DefinitionRow = Row<typeof definitionColumns>;
const selectDefinition = `SELECT ${Object.keys(definitionColumns).join(', ')} FROM report_definition`;

export const allDefinitions = defineQuery({
  name: 'reports.all',
  sql: `${selectDefinition} ORDER BY position, id`,
  columns: definitionColumns,
});

export const definitionByUid = defineQuery<typeof definitionColumns, { uid: string }>({
  name: 'reports.byUid',
  sql: `${selectDefinition} WHERE uid = @uid`,
  columns: definitionColumns,
});

export const definitionByName = defineQuery<typeof definitionColumns, { name: string }>({
  name: 'reports.byName',
  sql: `${selectDefinition} WHERE name = @name`,
  columns: definitionColumns,
});

const setColumns = {
  id: integer,
  uid: text,
  first_day: text,
  last_day: text,
  recipient: text,
  handed_on: text,
  note: text,
  handed_at: integer,
  handed_by: text,
  /** JSON list. */
  names: text,
  fingerprint: text,
  withdrawn_at: nullableInteger,
  withdrawn_by: nullableText,
  withdrawn_reason: nullableText,
};
export type SetRow = Row<typeof setColumns>;
const ownColumns = Object.keys(setColumns).filter((column) => column !== 'names');
const selectSet = `SELECT ${ownColumns.join(', ')}, (SELECT json_group_array(json_extract(frozen.value, '$.definition.name'))
    FROM json_each(report_set.content) AS frozen) AS names
  FROM report_set`;

export const allSets = defineQuery({
  name: 'reports.sets',
  sql: `${selectSet} ORDER BY handed_on DESC, id DESC`,
  columns: setColumns,
});

export const setByUid = defineQuery<typeof setColumns, { uid: string }>({
  name: 'reports.setByUid',
  sql: `${selectSet} WHERE uid = @uid`,
  columns: setColumns,
});

const contentColumns = { content: text };

/** Read by itself: a list of sets does without. */
export const contentOfSet = defineQuery<typeof contentColumns, { id: number }>({
  name: 'reports.setContent',
  sql: 'SELECT content FROM report_set WHERE id = @id',
  columns: contentColumns,
});
