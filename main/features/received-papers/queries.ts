import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const receivedColumns = {
  id: integer,
  uid: text,
  year: integer,
  serial: integer,
  sender: text,
  their_number: text,
  title: text,
  received_on: text,
  due_on: nullableText,
  urgency: text,
  secrecy: text,
  copies: integer,
  note: text,
  status: oneOf('open', 'done'),
  done_on: nullableText,
  registered_by: text,
};
export type ReceivedRow = Row<typeof receivedColumns>;
const columnList = Object.keys(receivedColumns).join(', ');

export const receivedByUid = defineQuery<typeof receivedColumns, { uid: string }>({
  name: 'receivedPapers.byUid',
  sql: `SELECT ${columnList} FROM received_paper WHERE uid = @uid`,
  columns: receivedColumns,
});

export const receivedById = defineQuery<typeof receivedColumns, { id: number }>({
  name: 'receivedPapers.byId',
  sql: `SELECT ${columnList} FROM received_paper WHERE id = @id`,
  columns: receivedColumns,
});

export const allReceived = defineQuery({
  name: 'receivedPapers.all',
  sql: `SELECT ${columnList} FROM received_paper`,
  columns: receivedColumns,
});

interface PageKey {
  /** What the search index is asked for, see matchOf; empty: everything. */
  text: string;
  firstDay: string;
  lastDay: string;
  beforeDay: string;
  beforeId: number;
  limit: number;
}
const page = `received_on BETWEEN @firstDay AND @lastDay AND (@text = ''
    OR id IN (SELECT rowid FROM received_search WHERE received_search MATCH @text))
  AND (received_on, id) < (@beforeDay, @beforeId) ORDER BY received_on DESC, id DESC LIMIT @limit`;

/** The last day first. */
export const receivedOfAll = defineQuery<typeof receivedColumns, PageKey>({
  name: 'receivedPapers.listAll',
  sql: `SELECT ${columnList} FROM received_paper WHERE ${page}`,
  columns: receivedColumns,
});

export const receivedOpen = defineQuery<typeof receivedColumns, PageKey>({
  name: 'receivedPapers.listOpen',
  sql: `SELECT ${columnList} FROM received_paper WHERE status = 'open' AND ${page}`,
  columns: receivedColumns,
});

export const receivedDone = defineQuery<typeof receivedColumns, PageKey>({
  name: 'receivedPapers.listDone',
  sql: `SELECT ${columnList} FROM received_paper WHERE status = 'done' AND ${page}`,
  columns: receivedColumns,
});

const countColumns = { open: integer, total: integer };

export const countReceived = defineQuery({
  name: 'receivedPapers.count',
  sql: `SELECT (SELECT count(*) FROM received_paper WHERE status = 'open') AS open,
    (SELECT count(*) FROM received_paper) AS total`,
  columns: countColumns,
});

const serialColumns = { serial: nullableInteger };

export const lastReceivedSerial = defineQuery<typeof serialColumns, { year: number }>({
  name: 'receivedPapers.lastSerial',
  sql: 'SELECT max(serial) AS serial FROM received_paper WHERE year = @year',
  columns: serialColumns,
});

const entryColumns = {
  id: integer,
  uid: text,
  received_id: integer,
  kind: oneOf('proposal', 'instruction', 'circulation', 'result'),
  position: integer,
  person: text,
  day: text,
  read_on: nullableText,
  text,
};
export type EntryRow = Row<typeof entryColumns>;
const entryColumnList = Object.keys(entryColumns).join(', ');

export const entriesOfReceived = defineQuery<typeof entryColumns, { receivedId: number }>({
  name: 'receivedPapers.entries',
  sql: `SELECT ${entryColumnList} FROM received_entry WHERE received_id = @receivedId ORDER BY position, id`,
  columns: entryColumns,
});

export const entryByUid = defineQuery<typeof entryColumns, { uid: string }>({
  name: 'receivedPapers.entryByUid',
  sql: `SELECT ${entryColumnList} FROM received_entry WHERE uid = @uid`,
  columns: entryColumns,
});
