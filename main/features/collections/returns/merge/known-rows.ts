import type { GivenRow, RowValues } from '#shared/rules/collections/definition.ts';
import type { ReturnedRow } from '#shared/rules/collections/returns/model.ts';
import type { ReturnRow } from '../queries.ts';
import { saidOf } from '../rows.ts';
import type { StoredRows } from './stored-rows.ts';

/**
 * Takes rows that a unit wrote about records that are there already as rows about those, so that what they say
 * differently is decided.
 */
export function withKnownRows(
  returns: readonly ReturnRow[],
  stored: StoredRows,
  find: (values: RowValues) => GivenRow | null,
): { returns: ReturnRow[]; stored: StoredRows } {
  const given = new Map(stored.given);
  const keyed = (row: ReturnedRow): ReturnedRow => {
    const known = row.key === null ? find(row.values) : null;
    if (known === null) return row;
    if (!given.has(known.key)) given.set(known.key, known.values);
    return { ...row, key: known.key };
  };
  return {
    returns: returns.map((one) => ({ ...one, said: JSON.stringify(joined(saidOf(one).map(keyed))) })),
    stored: { ...stored, given },
  };
}

/** Of two rows about one record the one written below says what is new. */
function joined(rows: readonly ReturnedRow[]): ReturnedRow[] {
  const byKey = new Map<string, ReturnedRow>();
  const own: ReturnedRow[] = [];
  for (const row of rows) {
    if (row.key === null) own.push(row);
    else byKey.set(row.key, { ...row, values: { ...byKey.get(row.key)?.values, ...row.values } });
  }
  return [...byKey.values(), ...own];
}
