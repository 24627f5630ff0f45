import { type FoundRow, type FoundRows, MOST_FOUND_ROWS } from '#shared/contract/erasure.ts';
import { termPattern } from '#shared/rules/erasure/terms.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { parseImage, type RowImage } from '#main/core/store/chain.ts';
import type { RowKey } from '#main/core/store/erase-from-log.ts';
import { integer, type Query } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { loggedTables } from '#main/core/store/tables.ts';
import type { RowScreen } from '#main/features/history/index.ts';
import { filesOfRow, lastImage, rowsInLog, textColumns } from './queries.ts';
import { currentRow, isErasable } from './rows.ts';

export interface FindInput {
  terms: string[];
}

/** Every row that holds one of the words or has held it. @param screen what is kept secret from the log */
export function findPersonalWith(screen: RowScreen) {
  return ({ terms }: FindInput, job: JobContext): FoundRows => {
    const pattern = termPattern(terms);
    const rows: FoundRow[] = [];
    let secret = 0;
    for (const key of keysOf(terms, job)) {
      job.throwIfCancelled();
      const now = currentRow(job.db, key);
      const image = now ?? parseImage(job.db.get(lastImage, key)?.image ?? null);
      if (screen(job.db, key.table, image)) secret += 1;
      else if (rows.length === MOST_FOUND_ROWS) return { rows, hasMore: true, secret };
      else rows.push(foundRow(job.db, key, image, now === undefined, pattern));
    }
    return { rows, hasMore: false, secret };
  };
}

/** Each row once, in the order of the tables. */
function keysOf(terms: readonly string[], job: JobContext): RowKey[] {
  const { db } = job;
  const keys = new Map<string, RowKey>();
  const add = (table: string, rowId: number) => keys.set(`${table}/${rowId}`, { table, rowId });
  const tables = loggedTables.filter(isErasable);
  for (const [at, table] of tables.entries()) {
    job.throwIfCancelled();
    job.progress((at / tables.length) * 0.6, '查找现有的内容');
    for (const rowId of rowsNow(db, table, terms)) add(table, rowId);
  }
  job.progress(0.6, '查找改动记录');
  for (const term of terms) {
    job.throwIfCancelled();
    for (const { table_name, row_id } of db.all(rowsInLog, { term }))
      if (isErasable(table_name)) add(table_name, row_id);
  }
  return [...keys.values()];
}

function rowsNow(db: ReadStore, table: string, terms: readonly string[]): number[] {
  const columns = db.all(textColumns, { table });
  if (columns.length === 0) return [];
  // One text of all columns: a condition for each would be more than SQLite takes.
  const whole = `concat_ws(char(10), ${columns.map(({ name }) => `"${name}"`).join(', ')})`;
  const conditions = terms.map((_, at) => `instr(${whole}, @term${at})`);
  const query: Query<{ id: number }, Record<string, string>> = {
    name: 'erasure.rowsNow',
    sql: `SELECT id FROM "${table}" WHERE ${conditions.join(' OR ')}`,
    columns: { id: integer },
  };
  return db.all(query, Object.fromEntries(terms.map((term, at) => [`term${at}`, term]))).map(({ id }) => id);
}

const LONGEST_TEXT = 300;

function foundRow(
  db: ReadStore,
  key: RowKey,
  image: RowImage,
  isDeleted: boolean,
  pattern: RegExp,
): FoundRow {
  const cells = Object.entries(image).flatMap(([column, value]) =>
    typeof value === 'string' && value !== '' && column !== 'uid'
      ? [{ column, text: value.slice(0, LONGEST_TEXT), isMatch: value.search(pattern) >= 0 }]
      : [],
  );
  const files = db.all(filesOfRow, { uid: String(image['uid'] ?? '') });
  return { ...key, isDeleted, cells, files };
}
