import { testTable } from '#tests/support/store-operation.ts';
import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';

/** The one table of a working store: an operation adds `size` rows, each of which knows that number. */
export const item = testTable('item');

export const itemSql = `
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  operation INTEGER NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT,
  filler TEXT NOT NULL
) STRICT;
CREATE INDEX item_operation ON item (operation);
`;

/** A migration that touches every row and makes an index. */
export function laterStep(number: number): string {
  return `ALTER TABLE item ADD COLUMN note_${number} TEXT;
UPDATE item SET note_${number} = uid || '/' || operation;
CREATE INDEX item_note_${number} ON item (note_${number});`;
}

export const storedOperations = defineQuery({
  name: 'test.storedOperations',
  sql: `SELECT operation, min(size) AS size, count(*) AS count FROM item GROUP BY operation ORDER BY operation`,
  columns: { operation: integer, size: integer, count: integer },
});

export const namedFiles = defineQuery({
  name: 'test.namedFiles',
  sql: 'SELECT DISTINCT sha256 FROM item WHERE sha256 IS NOT NULL',
  columns: { sha256: nullableText },
});

export const integrity = defineQuery({
  name: 'test.integrity',
  sql: 'SELECT integrity_check AS message FROM pragma_integrity_check',
  columns: { message: text },
});
