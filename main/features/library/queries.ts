import {
  defineQuery,
  defineStatement,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { libraryLevels, validities } from '#shared/rules/library/model.ts';

const entryColumns = {
  id: integer,
  uid: text,
  title: text,
  number: text,
  issuer: text,
  level: oneOf(...libraryLevels),
  issued_on: nullableText,
  in_force_from: nullableText,
  in_force_to: nullableText,
  validity: oneOf(...validities),
  replaced_by_id: nullableInteger,
  received_id: nullableInteger,
  subjects: text,
  abstract: text,
};
export type EntryRecord = Row<typeof entryColumns>;
const columnsOf = (table: string) =>
  Object.keys(entryColumns)
    .map((column) => `${table}.${column} AS ${column}`)
    .join(', ');
const selectEntry = `SELECT ${columnsOf('entry')} FROM library_entry AS entry`;

export const entryByUid = defineQuery<typeof entryColumns, { uid: string }>({
  name: 'library.byUid',
  sql: `${selectEntry} WHERE entry.uid = @uid`,
  columns: entryColumns,
});

export const entryById = defineQuery<typeof entryColumns, { id: number }>({
  name: 'library.byId',
  sql: `${selectEntry} WHERE entry.id = @id`,
  columns: entryColumns,
});

export const allEntries = defineQuery({
  name: 'library.all',
  sql: `${selectEntry} ORDER BY ifnull(entry.issued_on, '') DESC, entry.id DESC`,
  columns: entryColumns,
});

/** @param key as titleKey gives it */
export const entriesOfTitle = defineQuery<typeof entryColumns, { key: string }>({
  name: 'library.ofTitle',
  sql: `${selectEntry} WHERE entry.title_key = @key ORDER BY entry.id DESC`,
  columns: entryColumns,
});

/** @param key as numberKey gives it, not empty */
export const entriesOfNumber = defineQuery<typeof entryColumns, { key: string }>({
  name: 'library.ofNumber',
  sql: `${selectEntry} WHERE entry.number_key = @key AND entry.number_key <> '' ORDER BY entry.id DESC`,
  columns: entryColumns,
});

export const entriesReplacedBy = defineQuery<typeof entryColumns, { id: number }>({
  name: 'library.replacedBy',
  sql: `${selectEntry} WHERE entry.replaced_by_id = @id ORDER BY entry.id`,
  columns: entryColumns,
});

export const entryOfReceived = defineQuery<typeof entryColumns, { uid: string }>({
  name: 'library.ofReceived',
  sql: `${selectEntry} JOIN received_paper AS received ON received.id = entry.received_id WHERE received.uid = @uid`,
  columns: entryColumns,
});

const receivedColumns = { uid: text, title: text };

export const receivedOfEntry = defineQuery<typeof receivedColumns, { id: number }>({
  name: 'library.received',
  sql: 'SELECT uid, title FROM received_paper WHERE id = @id',
  columns: receivedColumns,
});

export interface Standings {
  /** Empty: of every level. */
  level: string;
  view: 'all' | 'inForce' | 'outdated';
  today: string;
}
const counts = `(entry.validity IN ('valid', 'amended') AND ifnull(entry.in_force_to, '9999') >= @today
  AND ifnull(entry.in_force_from, '') <= @today)`;
const isMeant = `(@level = '' OR entry.level = @level)
  AND CASE @view WHEN 'inForce' THEN ${counts} WHEN 'outdated' THEN NOT ${counts} ELSE 1 END`;

/** The latest day of issue first, those without one last. */
export const entriesPage = defineQuery<
  typeof entryColumns,
  Standings & { beforeDay: string; beforeId: number; limit: number }
>({
  name: 'library.page',
  sql: `${selectEntry} WHERE (ifnull(entry.issued_on, ''), entry.id) < (@beforeDay, @beforeId) AND ${isMeant}
    ORDER BY ifnull(entry.issued_on, '') DESC, entry.id DESC LIMIT @limit`,
  columns: entryColumns,
});

/*
 * Keys of library_search are larger than what a number of JavaScript holds exactly: they travel as text.
 * See the view library_passage for their bits.
 */
const passageColumns = { key: text, is_entry: integer, entry_text: text, ...entryColumns };

/** Passages in which all is found, in the order of their keys; to be read only as far as is needed. */
export const passagesFound = defineQuery<
  typeof passageColumns,
  Standings & { match: string; from: string; before: string }
>({
  name: 'library.passages',
  sql: `SELECT CAST(library_search.rowid AS TEXT) AS key, library_search.rowid >> 61 AS is_entry,
      entry.search_text AS entry_text,
      ${columnsOf('entry')}
    FROM library_search CROSS JOIN library_entry AS entry ON entry.id = ((library_search.rowid >> 24) & 1048575)
    WHERE library_search MATCH @match AND library_search.rowid < CAST(@before AS INTEGER)
      AND library_search.rowid >= CAST(@from AS INTEGER) AND ${isMeant}
    ORDER BY library_search.rowid DESC`,
  columns: passageColumns,
});

const clauseColumns = {
  id: integer,
  uid: text,
  entry_id: integer,
  position: integer,
  number: text,
  heading: text,
  text,
};
export type ClauseRecord = Row<typeof clauseColumns>;
const selectClause = `SELECT ${Object.keys(clauseColumns)
  .map((column) => `clause.${column} AS ${column}`)
  .join(', ')}`;

const searchedColumns = { ...clauseColumns, search_text: text, file_name: nullableText };

/** With what the index was given of them, and the name of the file that a passage is of; clauses first. */
export const clausesSearched = defineQuery<typeof searchedColumns, { entryId: number }>({
  name: 'library.clausesSearched',
  sql: `${selectClause}, clause.search_text AS search_text, file.name AS file_name
    FROM library_clause AS clause LEFT JOIN attachment AS file ON file.id = clause.attachment_id
    WHERE clause.entry_id = @entryId ORDER BY clause.attachment_id IS NOT NULL, clause.position, clause.id`,
  columns: searchedColumns,
});

export const clausesOf = defineQuery<typeof clauseColumns, { entryId: number }>({
  name: 'library.clauses',
  sql: `${selectClause} FROM library_clause AS clause
    WHERE clause.entry_id = @entryId AND clause.attachment_id IS NULL
    ORDER BY clause.position, clause.id`,
  columns: clauseColumns,
});

export const clauseByUid = defineQuery<typeof clauseColumns, { uid: string }>({
  name: 'library.clauseByUid',
  sql: `${selectClause} FROM library_clause AS clause WHERE clause.uid = @uid AND clause.attachment_id IS NULL`,
  columns: clauseColumns,
});

const passageOfFileColumns = { id: integer, attachment_id: integer };

/** Passages of attached files. */
export const passagesOfEntry = defineQuery<typeof passageOfFileColumns, { entryId: number }>({
  name: 'library.passagesOfEntry',
  sql: `SELECT id, ifnull(attachment_id, 0) AS attachment_id FROM library_clause
    WHERE entry_id = @entryId AND attachment_id IS NOT NULL`,
  columns: passageOfFileColumns,
});

const unreadColumns = { attachment_id: integer, reason: text };

export const unreadOfEntry = defineQuery<typeof unreadColumns, { uid: string }>({
  name: 'library.unreadOfEntry',
  sql: `SELECT attachment_id, reason FROM library_unread WHERE attachment_id IN
    (SELECT id FROM attachment WHERE subject_kind = 'libraryEntry' AND subject_uid = @uid)`,
  columns: unreadColumns,
});

export const putUnread = defineStatement<{ attachmentId: number; reason: string }>({
  name: 'library.putUnread',
  sql: `INSERT INTO library_unread (attachment_id, reason) VALUES (@attachmentId, @reason)
    ON CONFLICT (attachment_id) DO UPDATE SET reason = excluded.reason`,
});

export const dropUnread = defineStatement<{ attachmentId: number }>({
  name: 'library.dropUnread',
  sql: 'DELETE FROM library_unread WHERE attachment_id = @attachmentId',
});

const toReadColumns = { id: integer, entry_uid: text, uid: text };

/** Attached files that nobody has tried yet, whatever they are; the oldest first. Those of a removed entry stay attached. */
export const untriedFiles = defineQuery<typeof toReadColumns, { after: number }>({
  name: 'library.untriedFiles',
  sql: `SELECT file.id AS id, entry.uid AS entry_uid, file.uid AS uid
    FROM attachment AS file JOIN library_entry AS entry ON entry.uid = file.subject_uid
    WHERE file.id > @after AND file.subject_kind = 'libraryEntry'
      AND (lower(file.name) LIKE '%.docx' OR lower(file.name) LIKE '%.pdf' OR lower(file.name) LIKE '%.txt')
      AND NOT EXISTS (SELECT 1 FROM library_clause WHERE attachment_id = file.id)
      AND NOT EXISTS (SELECT 1 FROM library_unread WHERE attachment_id = file.id)
    ORDER BY file.id LIMIT 50`,
  columns: toReadColumns,
});

const countColumns = { clauses: integer };

export const countClauses = defineQuery<typeof countColumns, { entryId: number }>({
  name: 'library.countClauses',
  sql: `SELECT count(*) AS clauses FROM library_clause
    WHERE entry_id = @entryId AND attachment_id IS NULL`,
  columns: countColumns,
});

const totalColumns = { total: integer };

export const countEntries = defineQuery({
  name: 'library.count',
  sql: 'SELECT count(*) AS total FROM library_entry',
  columns: totalColumns,
});
