import type { CollectedTable } from '#shared/contract/collections.ts';
import type { RowValues } from '#shared/rules/collections/definition.ts';
import { sumsOf } from '#shared/rules/collections/sums.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { collectedRows, type CollectionRow } from './queries.ts';
import { definitionOf } from './rows.ts';

export function collectedTable(db: ReadStore, collection: CollectionRow): CollectedTable {
  const { columns } = definitionOf(collection);
  const rows = db.all(collectedRows, { collectionId: collection.id }).map(({ uid, unit, row_key, said }) => ({
    uid,
    unit,
    key: row_key,
    // Written by our own merging, in this form.
    values: JSON.parse(said) as RowValues,
  }));
  return {
    columns,
    rows,
    sums: sumsOf(
      columns,
      rows.map(({ values }) => values),
    ),
  };
}
