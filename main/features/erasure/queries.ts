import { defineQuery, defineStatement, integer, nullableText, text } from '#main/core/store/query.ts';

export const allErasures = defineQuery({
  name: 'erasure.all',
  sql: `SELECT uid, reason, asked_by, confirmed_by, erased_at, first_operation, row_count, change_count, line_count,
      file_count
    FROM erasure ORDER BY id DESC`,
  columns: {
    uid: text,
    reason: text,
    asked_by: text,
    confirmed_by: text,
    erased_at: integer,
    first_operation: integer,
    row_count: integer,
    change_count: integer,
    line_count: integer,
    file_count: integer,
  },
});

export const allClearings = defineQuery({
  name: 'erasure.clearings',
  sql: `SELECT uid, before_day, change_count, asked_by, confirmed_by, cleared_at FROM log_clearing ORDER BY id DESC`,
  columns: {
    uid: text,
    before_day: text,
    change_count: integer,
    asked_by: text,
    confirmed_by: text,
    cleared_at: integer,
  },
});

export const textColumns = defineQuery<{ name: typeof text }, { table: string }>({
  name: 'erasure.textColumns',
  sql: `SELECT name FROM pragma_table_xinfo(@table) WHERE hidden = 0 AND type = 'TEXT' AND name <> 'uid'`,
  columns: { name: text },
});

const keyColumns = { table_name: text, row_id: integer };

export const rowsInLog = defineQuery<typeof keyColumns, { term: string }>({
  name: 'erasure.rowsInLog',
  sql: `SELECT DISTINCT table_name, row_id FROM row_change WHERE instr(before, @term) OR instr(after, @term)`,
  columns: keyColumns,
});

export const lastImage = defineQuery<{ image: typeof nullableText }, { table: string; rowId: number }>({
  name: 'erasure.lastImage',
  sql: `SELECT ifnull(after, before) AS image FROM row_change WHERE table_name = @table AND row_id = @rowId
    ORDER BY id DESC LIMIT 1`,
  columns: { image: nullableText },
});

export const filesOfRow = defineQuery<{ uid: typeof text; name: typeof text }, { uid: string }>({
  name: 'erasure.filesOfRow',
  sql: 'SELECT uid, name FROM attachment WHERE subject_uid = @uid ORDER BY id',
  columns: { uid: text, name: text },
});

export const fileByUid = defineQuery<
  { id: typeof integer; name: typeof text; sha256: typeof text; thumbnail: typeof nullableText },
  { uid: string }
>({
  name: 'erasure.file',
  sql: 'SELECT id, name, sha256, thumbnail FROM attachment WHERE uid = @uid',
  columns: { id: integer, name: text, sha256: text, thumbnail: nullableText },
});

/** Passages that are or were kept of an attached file of the library. */
export const passagesInLog = defineQuery<{ row_id: typeof integer }, { attachmentId: number }>({
  name: 'erasure.passagesInLog',
  sql: `SELECT DISTINCT row_id FROM row_change
    WHERE table_name = 'library_clause' AND ifnull(after, before) ->> 'attachment_id' = @attachmentId`,
  columns: { row_id: integer },
});

/** Whatever else keeps the same bytes. */
export const usesOfContent = defineQuery<{ count: typeof integer }, { sha256: string }>({
  name: 'erasure.usesOfContent',
  sql: `SELECT (SELECT count(*) FROM attachment WHERE sha256 = @sha256 OR thumbnail = @sha256)
      + (SELECT count(*) FROM foreign_form WHERE sha256 = @sha256)
      + (SELECT count(*) FROM collection_return WHERE sha256 = @sha256) AS count`,
  columns: { count: integer },
});

export const dropDrafts = defineStatement<{ term: string }>({
  name: 'erasure.dropDrafts',
  sql: 'DELETE FROM draft WHERE instr(content, @term)',
});

export const dropStaged = defineStatement<{ term: string }>({
  name: 'erasure.dropStaged',
  sql: 'DELETE FROM staged_import WHERE instr(payload, @term)',
});

/** Number of the last operation before the first one of that instant or later. */
export const lastOperationBefore = defineQuery<{ id: typeof integer }, { instant: number }>({
  name: 'erasure.lastOperationBefore',
  sql: 'SELECT ifnull(min(id), 1) - 1 AS id FROM operation WHERE at >= @instant',
  columns: { id: integer },
});

/**
 * Whole operations only. Kept are what attests earlier erasures, the changes of scores and secret campaigns, whose past
 * is shown where they are worked with, and the last change of all: with it gone the next ones would get numbers that
 * the chain has given already.
 */
export const clearChanges = defineStatement<{ through: number }>({
  name: 'erasure.clearChanges',
  sql: `DELETE FROM row_change WHERE operation_id <= @through
      AND operation_id < (SELECT max(operation_id) FROM row_change)
      AND operation_id NOT IN (SELECT operation_id FROM row_change
        WHERE table_name IN ('erased_record', 'log_clearing', 'score', 'campaign'))`,
});
