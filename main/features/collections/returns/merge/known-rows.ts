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
    returns: returns.map((one) => ({ ...one, said: JSON.stringify(joined(saidOf(one).map(keyed), given)) })),
    stored: { ...stored, given },
  };
}

/**
 * Two rows about one record are one where they do not contradict each other: what is stored already says nothing new.
 * Those that do stay apart, so that the clerk decides.
 */
function joined(rows: readonly ReturnedRow[], given: ReadonlyMap<string, RowValues>): ReturnedRow[] {
  const byKey = new Map<string, ReturnedRow[]>();
  const own: ReturnedRow[] = [];
  for (const row of rows) {
    if (row.key === null) {
      own.push(row);
      continue;
    }
    const stored = given.get(row.key);
    const others = byKey.get(row.key) ?? [];
    const place = others.findIndex(({ values }) =>
      Object.entries(row.values).every(([column, value]) =>
        [undefined, value, stored?.[column]].includes(values[column]),
      ),
    );
    const twin = others[place];
    if (twin === undefined) others.push(row);
    else others[place] = { ...row, values: { ...twin.values, ...row.values } };
    byKey.set(row.key, others);
  }
  return [...[...byKey.values()].flat(), ...own];
}
