import { defineQuery, integer, nullableText, type Row, text } from '#main/core/store/query.ts';

const archiveColumns = {
  uid: text,
  year: integer,
  name: text,
  folder: text,
  files: integer,
  bytes: integer,
  left_out: integer,
  warnings: text,
  fingerprint: text,
  made_at: integer,
  made_by: text,
};
export type ArchiveRow = Row<typeof archiveColumns>;

const select = `SELECT ${Object.keys(archiveColumns).join(', ')} FROM archive`;

export const allArchives = defineQuery({
  name: 'archive.all',
  sql: `${select} ORDER BY id DESC`,
  columns: archiveColumns,
});

export const archiveByUid = defineQuery<typeof archiveColumns, { uid: string }>({
  name: 'archive.byUid',
  sql: `${select} WHERE uid = @uid`,
  columns: archiveColumns,
});

const dayColumns = { first_day: nullableText };

/** Of what an office enters with a day of its own. */
export const firstDay = defineQuery({
  name: 'archive.firstDay',
  sql: `SELECT min(day) AS first_day FROM (
      SELECT min(first_day) AS day FROM assessment_period
      UNION ALL SELECT min(issued_on) FROM paper
      UNION ALL SELECT min(received_on) FROM received_paper
      UNION ALL SELECT min(assigned_on) FROM task
      UNION ALL SELECT min(day) FROM meeting
      UNION ALL SELECT min(first_day) FROM duty_period)`,
  columns: dayColumns,
});
