import type { CollectionDefinition, GivenRow, RowValues } from '#shared/rules/collections/definition.ts';
import type { CollectedLedger, LedgerScope } from '#main/core/fields/collected-ledger.ts';
import type { CollectionRow, UnitRow } from '../../queries.ts';
import { givenRowsOf } from '../../rows.ts';
import { mergedRows } from '../queries.ts';

/** What is stored now of a unit. */
export interface StoredRows {
  /** Of given rows, by key. */
  given: ReadonlyMap<string, RowValues>;
  /** Of rows that the unit wrote, in their order; a ledger's become given ones. */
  own: RowValues[];
}

export const nothingStored: StoredRows = { given: new Map(), own: [] };

/** @param ledger null of a table of the clerk's own */
export function storedRowsOf(
  collection: CollectionRow,
  definition: CollectionDefinition,
  ledger: CollectedLedger | null,
  scope: LedgerScope,
): (unit: UnitRow) => StoredRows {
  if (ledger === null) return inCollection(collection, scope);
  const rows = ledger.rowsOf(scope);
  const entries = new Set(definition.columns.filter(({ locked }) => !locked).map(({ key }) => key));
  const kept = ledger.keptRow?.(scope);
  return (unit) => {
    const shown = rows.get(unit.organization_uid) ?? [];
    const all = kept === undefined ? shown : [...shown, ...missingIn(shown, unit, kept)];
    const given = all.map(({ key, values }): [string, RowValues] => [
      key,
      Object.fromEntries(Object.entries(values).filter(([column]) => entries.has(column))),
    ]);
    return { given: new Map(given), own: [] };
  };
}

/** Rows that the unit was handed and that are told no more. */
function missingIn(
  shown: readonly GivenRow[],
  unit: UnitRow,
  kept: (organizationUid: string, key: string) => GivenRow | null,
): GivenRow[] {
  const there = new Set(shown.map(({ key }) => key));
  return givenRowsOf(unit).flatMap(({ key }) =>
    there.has(key) ? [] : (kept(unit.organization_uid, key) ?? []),
  );
}

function inCollection({ id }: CollectionRow, { db }: LedgerScope): (unit: UnitRow) => StoredRows {
  const byUnit = Map.groupBy(db.all(mergedRows, { collectionId: id }), ({ unit_id }) => unit_id);
  return (unit) => {
    const rows = byUnit.get(unit.id);
    if (rows === undefined) return nothingStored;
    // Written by our own merging, in this form.
    const values = ({ said }: { said: string }) => JSON.parse(said) as RowValues;
    return {
      given: new Map(rows.flatMap((row) => (row.row_key === null ? [] : [[row.row_key, values(row)]]))),
      own: rows.filter(({ row_key }) => row_key === null).map(values),
    };
  };
}
