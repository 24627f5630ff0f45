import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  type Row,
  text,
} from '#main/core/store/query.ts';

const checkColumns = {
  id: integer,
  uid: text,
  source_id: integer,
  day: text,
  checker: text,
  state: nullableText,
  pressure: nullableInteger,
  sign: nullableInteger,
  untested: text,
  note: text,
  state_before: nullableText,
  pressure_before: nullableInteger,
  sign_before: nullableInteger,
  checked_before: nullableText,
};
export type CheckRecord = Row<typeof checkColumns>;

const columnList = Object.keys(checkColumns)
  .map((column) => `entry.${column} AS ${column}`)
  .join(', ');

/** The latest first. */
export const checksOfSource = defineQuery<typeof checkColumns, { sourceUid: string }>({
  name: 'waterChecks.ofSource',
  sql: `SELECT ${columnList} FROM water_source AS source JOIN water_check AS entry ON entry.source_id = source.id
    WHERE source.uid = @sourceUid ORDER BY entry.day DESC, entry.id DESC`,
  columns: checkColumns,
});

export const checkByUid = defineQuery<typeof checkColumns & { source_uid: typeof text }, { uid: string }>({
  name: 'waterChecks.byUid',
  sql: `SELECT ${columnList}, source.uid AS source_uid FROM water_check AS entry
    JOIN water_source AS source ON source.id = entry.source_id WHERE entry.uid = @uid`,
  columns: { ...checkColumns, source_uid: text },
});

const countColumns = { source_id: integer, checks: integer };

/** How often each source was checked from one day to another. */
export const checksBetween = defineQuery<typeof countColumns, { from: string; to: string }>({
  name: 'waterChecks.between',
  sql: `SELECT source_id, count(*) AS checks FROM water_check WHERE day BETWEEN @from AND @to GROUP BY source_id`,
  columns: countColumns,
});
