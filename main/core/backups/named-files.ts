/**
 * Which kept files a store needs: those that its rows name, those that its log could bring back by an undo, and those
 * of what was read and still waits for the clerk's yes.
 */
import { integer, type Query, text } from '../store/query.ts';
import type { ReadStore } from '../store/read-store.ts';

/** Every column that names a kept file by its SHA-256; a test holds it against the schema. */
export const fileColumns = {
  attachment: ['sha256', 'thumbnail'],
  foreign_form: ['sha256'],
  collection_return: ['sha256'],
} as const;

/** Not declared as the program's own statements are: a backup of an older version lacks some of the tables. */
function queryOf<Row, Params = null>(
  sql: string,
  columns: Query<Row, Params>['columns'],
): Query<Row, Params> {
  return { name: 'backups.namedFiles', sql, columns };
}

const hasTable = queryOf<{ count: number }, { table: string }>(
  `SELECT count(*) AS count FROM sqlite_schema WHERE type = 'table' AND name = @table`,
  { count: integer },
);

const imagesOf = queryOf<{ image: string }, { table: string }>(
  `SELECT concat(before, char(10), after) AS image FROM row_change WHERE table_name = @table`,
  { image: text },
);

const waitingTexts = queryOf<{ image: string }>(
  'SELECT payload AS image FROM staged_import UNION ALL SELECT content FROM draft',
  { image: text },
);

const sha256Anywhere = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu;

export function namedFiles(db: ReadStore): Set<string> {
  const named = new Set<string>();
  const addFrom = (image: string): void => {
    for (const [sha256] of image.matchAll(sha256Anywhere)) named.add(sha256);
  };
  for (const [table, columns] of Object.entries(fileColumns)) {
    // Of a table that is gone the log may still tell.
    for (const { image } of db.iterate(imagesOf, { table })) addFrom(image);
    if (db.get(hasTable, { table })?.count !== 1) continue;
    // All of the row: in a version that lacks one of the columns the others still count.
    const rows = queryOf<Record<string, unknown>>(`SELECT * FROM "${table}"`, {});
    for (const row of db.iterate(rows))
      for (const column of columns) {
        const sha256 = row[column];
        if (typeof sha256 === 'string') named.add(sha256);
      }
  }
  for (const { image } of db.iterate(waitingTexts)) addFrom(image);
  return named;
}
