import { hash } from 'node:crypto';
import type { CollectedColumn } from '#shared/rules/collections/definition.ts';
import type { MergeRow, OwnRows } from '#shared/rules/collections/merge/model.ts';
import { type MergePlan, planMerge } from '#shared/rules/collections/merge/plan-merge.ts';
import type { CollectedLedger, LedgerScope } from '#main/core/fields/collected-ledger.ts';
import { ledgerOf, type Sources } from '../../origins.ts';
import { type CollectionRow, type UnitRow, unitsOfCollection } from '../../queries.ts';
import { definitionOf, originOf, requireCollection } from '../../rows.ts';
import { type ReturnRow, standingReturns } from '../queries.ts';
import { withKnownRows } from './known-rows.ts';
import { mergeRowsOf, ownRowsOf } from './merge-rows.ts';
import { storedRowsOf } from './stored-rows.ts';

/** Everything that a merge is about, as it is now. */
export interface LoadedMerge {
  collection: CollectionRow;
  columns: readonly CollectedColumn[];
  ledger: CollectedLedger | null;
  units: { unit: UnitRow; open: readonly ReturnRow[] }[];
  /** Names of units that have to correct their table first. */
  leftOut: string[];
  rows: MergeRow[];
  own: OwnRows[];
  /** Rows of a ledger that it has no more: they are left out. */
  gone: MergeRow[];
  plan: MergePlan;
  digest: string;
}

export function loadMerge(uid: string, sources: Sources, scope: LedgerScope): LoadedMerge {
  const { db } = scope;
  const collection = requireCollection(db, uid);
  const definition = definitionOf(collection);
  const ledger = ledgerOf(originOf(collection), sources);
  const returns = Map.groupBy(
    db.all(standingReturns, { collectionId: collection.id }),
    ({ unit_id }) => unit_id,
  );
  const storedOf = storedRowsOf(collection, definition, ledger, scope);
  const find = ledger?.knownBy?.(scope);
  const loaded: Pick<LoadedMerge, 'units' | 'leftOut' | 'rows' | 'own' | 'gone'> = {
    units: [],
    leftOut: [],
    rows: [],
    own: [],
    gone: [],
  };
  for (const unit of db.all(unitsOfCollection, { collectionId: collection.id })) {
    const came = returns.get(unit.id) ?? [];
    if (came.at(-1)?.state === 'mustCorrect') {
      loaded.leftOut.push(unit.name);
      continue;
    }
    if (!came.some(({ state }) => state === 'correct')) continue;
    const { returns: own, stored } = withKnownRows(came, storedOf(unit), (values) =>
      find === undefined ? null : find(unit.organization_uid, values),
    );
    const open = own.filter(({ state }) => state === 'correct');
    const merged = own.filter(({ state }) => state === 'merged');
    loaded.units.push({ unit, open });
    const ofUnit = { unit, open, merged };
    for (const row of mergeRowsOf(ofUnit, stored, definition.columns)) {
      const isGone = ledger !== null && !stored.given.has(row.key);
      loaded[isGone ? 'gone' : 'rows'].push(row);
    }
    loaded.own.push(ownRowsOf(ofUnit, stored, ledger !== null));
  }
  return {
    ...loaded,
    collection,
    columns: definition.columns,
    ledger,
    plan: planMerge(definition.columns, loaded.rows, loaded.own),
    digest: hash('sha256', JSON.stringify([loaded.rows, loaded.own])),
  };
}
