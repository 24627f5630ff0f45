/**
 * Which kept files a store needs: those that its rows name, those that its log could bring back by an undo, and those
 * of what was read and still waits for the clerk's yes. The schema tells which tables name files, so that none of a later
 * version, or of a backup of an older one, is forgotten; a digest too many only keeps a file alive.
 */
import { type Query, text } from '../store/query.ts';
import type { ReadStore } from '../store/read-store.ts';

/** Not declared as the program's own statements are: which tables there are is only known at run time. */
function queryOf<Row, Params = null>(
  sql: string,
  columns: Query<Row, Params>['columns'],
): Query<Row, Params> {
  return { name: 'backups.namedFiles', sql, columns };
}

const allTables = queryOf<{ name: string; sql: string }>(
  `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL ORDER BY name`,
  { name: text, sql: text },
);

/** A column is called so, or holds 64 characters by its CHECK. */
const digestColumn = /sha256|\) = 64\b/u;

/** Tables that may name kept files. */
export function fileTables(db: ReadStore): string[] {
  return db
    .all(allTables)
    .filter(({ sql }) => digestColumn.test(sql))
    .map(({ name }) => name);
}

const imagesOf = queryOf<{ image: string }, { table: string }>(
  `SELECT concat(before, char(10), after) AS image FROM row_change WHERE table_name = @table`,
  { image: text },
);

/** A long table that names no file stays within SQLite: as a string it would take twice the memory. */
const waitingTexts = queryOf<{ image: string }>(
  `SELECT payload AS image FROM staged_import WHERE payload GLOB '*${'[0-9a-f]'.repeat(64)}*'
   UNION ALL SELECT content FROM draft`,
  { image: text },
);

/** What the program opens by a row of now: without it, something is lost. */
const openedColumns: Readonly<Record<string, readonly string[]>> = {
  attachment: ['sha256', 'thumbnail'],
  collection_return: ['sha256'],
  foreign_form: ['sha256'],
};

/** Those files that rows need, without what only the log names. @returns SHA-256, hexadecimal, sorted */
export function openedFilesOf(db: ReadStore): string[] {
  const opened = new Set<string>();
  for (const table of fileTables(db)) {
    const columns = openedColumns[table] ?? [];
    if (columns.length === 0) continue;
    for (const row of db.iterate(queryOf<Record<string, unknown>>(`SELECT * FROM "${table}"`, {})))
      for (const value of columns.map((column) => row[column]))
        if (typeof value === 'string' && sha256Alone.test(value)) opened.add(value);
  }
  return [...opened].toSorted();
}

const sha256Alone = /^[0-9a-f]{64}$/u;
const sha256Anywhere = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu;

/** @returns SHA-256, hexadecimal */
export function namedFiles(db: ReadStore): Set<string> {
  const named = new Set<string>();
  const addFrom = (image: string): void => {
    for (const [sha256] of image.matchAll(sha256Anywhere)) named.add(sha256);
  };
  for (const table of fileTables(db)) {
    for (const row of db.iterate(queryOf<Record<string, unknown>>(`SELECT * FROM "${table}"`, {})))
      for (const value of Object.values(row))
        if (typeof value === 'string' && sha256Alone.test(value)) named.add(value);
    for (const { image } of db.iterate(imagesOf, { table })) addFrom(image);
  }
  for (const { image } of db.iterate(waitingTexts)) addFrom(image);
  return named;
}
