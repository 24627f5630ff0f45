import { defineQuery, integer, oneOf, type Row, text } from '#main/core/store/query.ts';

const columns = { id: integer, day: text, kind: oneOf('publicHoliday', 'makeUpWorkday'), name: text };
export type HolidayRow = Row<typeof columns>;

export const allHolidays = defineQuery({
  name: 'holidays.all',
  sql: 'SELECT id, day, kind, name FROM holiday ORDER BY day',
  columns,
});
