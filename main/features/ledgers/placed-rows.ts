import type { LedgerDefinition, LedgerValues } from '#shared/rules/ledgers/definition.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { ledgerQueries } from './queries.ts';
import { Rows, titleOf } from './rows.ts';

/** A row with where it belongs, for counting. */
export interface PlacedRow {
  id: number;
  uid: string;
  title: string;
  values: LedgerValues;
  dueOn: string | null;
  countyUid: string;
  countyName: string;
  /** Null for what belongs to the county itself. */
  townshipUid: string | null;
}

/** All rows of a ledger as they stand. */
export function placedRows(db: ReadStore, definition: LedgerDefinition, today: string): PlacedRow[] {
  const rows = new Rows(db, definition, today);
  return db.all(ledgerQueries(definition).all).map((record) => {
    const values = rows.valuesOf(record);
    const dueOn = record['due_on'];
    const county = rows.places.countyOf(record.organization_id);
    return {
      id: record.id,
      uid: record.uid,
      title: titleOf(definition, values),
      values,
      dueOn: typeof dueOn === 'string' ? dueOn : null,
      countyUid: county.uid,
      countyName: county.name,
      townshipUid: rows.places.townshipOf(record.organization_id),
    };
  });
}
