import type { WriteContext } from './handlers.ts';

/** Often enough for a cancel, seldom enough to cost nothing. */
const ROWS_BETWEEN = 50;

/**
 * A context whose store tells how many of the rows of a long save it has taken, and stops where the clerk cancels: then
 * nothing of it is stored.
 * @param total rows of tables that are going to change, as far as is known
 */
export function tellingRows(context: WriteContext, total: number): WriteContext {
  const { db, progress } = context;
  let rows = 0;

  function told<Result>(result: Result): Result {
    rows += 1;
    if (rows % ROWS_BETWEEN === 0) progress(Math.min(1, rows / total), '正在存入');
    return result;
  }

  function* toldOneByOne<Row>(given: Iterable<Row>): Generator<Row> {
    for (const row of given) yield told(row);
  }

  return {
    ...context,
    db: {
      ...db,
      insert: (...row) => told(db.insert(...row)),
      insertMany: (table, given) => db.insertMany(table, toldOneByOne(given)),
      update: (...row) => told(db.update(...row)),
      remove: (...row) => told(db.remove(...row)),
    },
  };
}
