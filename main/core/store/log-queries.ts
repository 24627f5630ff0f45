import {
  defineQuery,
  defineStatement,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from './query.ts';

const operationColumns = {
  id: integer,
  uid: text,
  /** null only while the operation is being written. */
  hash: nullableText,
  at: integer,
  name: text,
  label: text,
  undo: oneOf('reversible', 'compensated', 'final'),
  compensation: nullableText,
  outcome: oneOf('done', 'failed', 'refused'),
  user_uid: nullableText,
  user_name: text,
  window_uid: text,
  host: oneOf('electron', 'browser', 'cli'),
  undoes_id: nullableInteger,
  continues_id: nullableInteger,
  change_start: integer,
  change_count: integer,
  change_digest: text,
  summary: text,
  result: nullableText,
};

const changeColumns = {
  id: integer,
  operation_id: integer,
  table_name: text,
  row_id: integer,
  kind: oneOf('insert', 'update', 'delete'),
  before: nullableText,
  after: nullableText,
};

/** One stored line of the log. */
export type OperationRow = Row<typeof operationColumns>;
export type ChangeRow = Row<typeof changeColumns>;

const selectOperation = `SELECT ${Object.keys(operationColumns).join(', ')} FROM operation`;
const selectChange = `SELECT ${Object.keys(changeColumns).join(', ')} FROM row_change`;

export const lastOperation = defineQuery({
  name: 'store.lastOperation',
  sql: `${selectOperation} ORDER BY id DESC LIMIT 1`,
  columns: operationColumns,
});

const headColumns = { id: integer, hash: nullableText };

/** Number and hash alone: the text of a large result is not read at every save. */
export const lastHead = defineQuery({
  name: 'store.lastHead',
  sql: 'SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1',
  columns: headColumns,
});

export const headById = defineQuery<typeof headColumns, { id: number }>({
  name: 'store.headById',
  sql: 'SELECT id, hash FROM operation WHERE id = @id',
  columns: headColumns,
});

export const operationById = defineQuery<typeof operationColumns, { id: number }>({
  name: 'store.operationById',
  sql: `${selectOperation} WHERE id = @id`,
  columns: operationColumns,
});

export const operationByUid = defineQuery<typeof operationColumns, { uid: string }>({
  name: 'store.operationByUid',
  sql: `${selectOperation} WHERE uid = @uid`,
  columns: operationColumns,
});

/** The next operations after an id, a page at a time, so that no read transaction stays open for long. */
export const operationsAfter = defineQuery<typeof operationColumns, { id: number }>({
  name: 'store.operationsAfter',
  sql: `${selectOperation} WHERE id > @id ORDER BY id LIMIT 500`,
  columns: operationColumns,
});

/** The row changes with start <= id < end, in the order in which they happened. */
export const changesBetween = defineQuery<typeof changeColumns, { start: number; end: number }>({
  name: 'store.changesBetween',
  sql: `${selectChange} WHERE id >= @start AND id < @end ORDER BY id`,
  columns: changeColumns,
});

export const changesOfRow = defineQuery<
  typeof changeColumns,
  { table: string; rowId: number; after: number }
>({
  name: 'store.changesOfRow',
  sql: `${selectChange} WHERE table_name = @table AND row_id = @rowId AND operation_id > @after
    ORDER BY operation_id, id`,
  columns: changeColumns,
});

export const lastChangeId = defineQuery({
  name: 'store.lastChangeId',
  sql: 'SELECT ifnull(max(id), 0) AS id FROM row_change',
  columns: { id: integer },
});

/** The operation that completes the given one: both are taken back together. */
export const continuationOf = defineQuery<typeof operationColumns, { id: number }>({
  name: 'store.continuationOf',
  sql: `${selectOperation} WHERE continues_id = @id`,
  columns: operationColumns,
});

/** The operation that took the given one back, alone or with the one that completes it. */
export const reversalOf = defineQuery<{ id: typeof integer }, { id: number }>({
  name: 'store.reversalOf',
  sql: `SELECT id FROM operation WHERE outcome = 'done'
    AND undoes_id IN (@id, (SELECT id FROM operation WHERE continues_id = @id))`,
  columns: { id: integer },
});

export const insertOperation = defineStatement<OperationRow>({
  name: 'store.insertOperation',
  sql: `INSERT INTO operation (${Object.keys(operationColumns).join(', ')})
    VALUES (${Object.keys(operationColumns)
      .map((name) => `@${name}`)
      .join(', ')})`,
});

export const closeOperation = defineStatement<
  Pick<
    OperationRow,
    'id' | 'outcome' | 'summary' | 'result' | 'continues_id' | 'hash' | 'change_count' | 'change_digest'
  >
>({
  name: 'store.closeOperation',
  sql: `UPDATE operation SET outcome = @outcome, summary = @summary, result = @result,
    continues_id = @continues_id, hash = @hash, change_count = @change_count, change_digest = @change_digest WHERE id = @id`,
});
