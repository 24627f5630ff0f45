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
import { mergeRowsOf, ownRowsOf, type UnitReturns } from './merge-rows.ts';
import { withSharedNews } from './shared-news.ts';
import { withSharedRecords } from './shared-records.ts';
import { nothingStored, type StoredRows, storedRowsOf } from './stored-rows.ts';

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
  const { came, leftOut } = cameBack(
    collection,
    storedRowsOf(collection, definition, ledger, scope),
    ledger,
    scope,
  );
  const { units, rows: news } = withSharedNews(
    came.map(({ of }) => of),
    definition.columns,
    ledger?.newBy?.(scope) ?? (() => []),
  );
  const loaded: Pick<LoadedMerge, 'rows' | 'own' | 'gone'> = { rows: news, own: [], gone: [] };
  for (const [place, ofUnit] of units.entries()) {
    const stored = came[place]?.stored ?? nothingStored;
    for (const row of mergeRowsOf(ofUnit, stored, definition.columns)) {
      const isGone = ledger !== null && row.key !== null && !stored.given.has(row.key);
      loaded[isGone ? 'gone' : 'rows'].push(row);
    }
    loaded.own.push(ownRowsOf(ofUnit, stored, ledger !== null));
  }
  const { own, gone } = loaded;
  const rows = ledger?.keysAreRecords === true ? withSharedRecords(units, loaded.rows) : loaded.rows;
  return {
    rows,
    own,
    gone,
    units,
    leftOut,
    collection,
    columns: definition.columns,
    ledger,
    plan: planMerge(definition.columns, rows, own),
    digest: hash('sha256', JSON.stringify([rows, own])),
  };
}

/** Units with a table in order that is not merged yet, each with what is stored of it; and who has to correct first. */
function cameBack(
  collection: CollectionRow,
  storedOf: (unit: UnitRow) => StoredRows,
  ledger: CollectedLedger | null,
  scope: LedgerScope,
): { came: { of: UnitReturns; stored: StoredRows }[]; leftOut: string[] } {
  const { db } = scope;
  const returns = Map.groupBy(
    db.all(standingReturns, { collectionId: collection.id }),
    ({ unit_id }) => unit_id,
  );
  const find = ledger?.knownBy?.(scope);
  const came: { of: UnitReturns; stored: StoredRows }[] = [];
  const leftOut: string[] = [];
  for (const unit of db.all(unitsOfCollection, { collectionId: collection.id })) {
    const standing = returns.get(unit.id) ?? [];
    if (standing.at(-1)?.state === 'mustCorrect') {
      leftOut.push(unit.name);
      continue;
    }
    if (!standing.some(({ state }) => state === 'correct')) continue;
    const { returns: own, stored } = withKnownRows(standing, storedOf(unit), (values) =>
      find === undefined ? null : find(unit.organization_uid, values),
    );
    const open = own.filter(({ state }) => state === 'correct');
    const merged = own.filter(({ state }) => state === 'merged');
    came.push({ of: { unit, open, merged }, stored });
  }
  return { came, leftOut };
}
