import { defineQuery, integer, text } from '#main/core/store/query.ts';

const settingColumns = { id: integer, name: text, value: text };

export const settingByName = defineQuery<typeof settingColumns, { name: string }>({
  name: 'office.settingByName',
  sql: 'SELECT id, name, value FROM setting WHERE name = @name',
  columns: settingColumns,
});
