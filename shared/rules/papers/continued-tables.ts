import type { PaperTable } from './model.ts';

/** Below the limit of a table's rows, so that a heading fits in as well. */
const MOST_ROWS = 1_900;

/**
 * A table that may be longer than one table of a paper can be: it goes on in further ones, each with its heading.
 * @param continued caption of the further ones
 */
export function continuedTables(table: PaperTable, continued: string): PaperTable[] {
  const [heads, rows] = [table.rows.slice(0, table.headRows), table.rows.slice(table.headRows)];
  const parts = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return Array.from({ length: parts }, (_, part) => ({
    ...table,
    caption: part === 0 ? table.caption : continued,
    rows: [...heads, ...rows.slice(part * MOST_ROWS, (part + 1) * MOST_ROWS)],
  }));
}
