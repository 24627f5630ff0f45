import { hash } from 'node:crypto';
import type { PackValue } from '#shared/rules/exchange/model.ts';
import type { ReadStore } from '../store/read-store.ts';
import { sqlOf, type TableShape } from './schema-map.ts';

/** Older values would only tell that a row is old. */
const MOST_FORMER = 30;
const DIGEST_CHARACTERS = 16;

/** Of a value, not the value itself: what was put right or taken away does not travel. */
export function digestOf(value: PackValue): string {
  return hash('sha256', JSON.stringify(value)).slice(0, DIGEST_CHARACTERS);
}

const beforeOf = sqlOf<{ before: string }, { table: string; id: number }>(
  `SELECT before FROM row_change
   WHERE table_name = @table AND row_id = @id AND kind = 'update' ORDER BY id DESC LIMIT ${MOST_FORMER}`,
);

/** By column, digests of what the log says stood in a row before; references count by uid. */
export function formerOf(
  db: ReadStore,
  shape: TableShape,
  row: Readonly<Record<string, PackValue>>,
): Record<string, string[]> {
  const former = new Map<string, Set<string>>();
  for (const { before } of db.all(beforeOf, { table: shape.name, id: Number(row['id']) })) {
    const image = JSON.parse(before) as Record<string, PackValue>;
    for (const column of shape.columns) {
      const value = image[column];
      if (value === undefined || value === row[column]) continue;
      const digests = former.get(column) ?? new Set();
      digests.add(digestOf(travelling(db, shape, column, value)));
      former.set(column, digests);
    }
  }
  return Object.fromEntries([...former].map(([column, digests]) => [column, [...digests]]));
}

/** A value as packs write it: what refers to a row by its uid. */
export function travelling(db: ReadStore, shape: TableShape, column: string, value: PackValue): PackValue {
  const reference = shape.references.find((each) => each.column === column);
  if (reference === undefined || value === null) return value;
  return uidOf(db, reference.target, Number(value));
}

/** null for a row that is gone. */
function uidOf(db: ReadStore, table: string, id: number): string | null {
  return (
    db.get(sqlOf<{ uid: string }, { id: number }>(`SELECT uid FROM "${table}" WHERE id = @id`), { id })
      ?.uid ?? null
  );
}
