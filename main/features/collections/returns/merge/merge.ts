import {
  type collectionReturns as contract,
  type MergePreview,
  SHOWN_CONFLICTS,
} from '#shared/contract/collection-returns.ts';
import { AppError } from '#shared/errors.ts';
import type { RowValues } from '#shared/rules/collections/definition.ts';
import type { MergeRow } from '#shared/rules/collections/merge/model.ts';
import { cellId, decided } from '#shared/rules/collections/merge/plan-merge.ts';
import type { LandedUnit } from '#main/core/fields/collected-ledger.ts';
import type { Handlers, ReadContext, WriteContext } from '#main/core/handlers.ts';
import type { Sources } from '../../origins.ts';
import { mergedRows } from '../queries.ts';
import { type LoadedMerge, loadMerge } from './load.ts';
import { ownPlace } from './merge-rows.ts';

type MergeInput = Parameters<Handlers<typeof contract>['merge']>[0];

export function previewMerge(uid: string, sources: Sources, context: ReadContext): MergePreview {
  const { units, leftOut, gone, plan, digest } = loadMerge(uid, sources, context);
  const { adds, same, conflicts } = plan;
  const shown = conflicts.slice(0, SHOWN_CONFLICTS);
  return {
    units: units.length,
    leftOut,
    adds,
    same,
    digest,
    gone: gone.map(({ unitName, name }) => `${unitName} ${name}`),
    conflicts: shown,
    conflictCount: conflicts.length,
  };
}

/** All of it or nothing; exactly what was looked at. */
export function mergeReturns(
  input: MergeInput,
  sources: Sources,
  context: WriteContext,
): { changed: number } {
  const { db, summarize } = context;
  const merge = loadMerge(input.uid, sources, context);
  if (merge.digest !== input.digest)
    throw new AppError('refused', { reason: '核对之后又有改动，没有合并。请再核对一次。' });
  if (merge.units.length === 0) throw new AppError('refused', { reason: '没有可以合并的表。' });
  const wanted = wantedValues(merge, input);
  const changed =
    merge.ledger === null ? keepInCollection(merge, wanted, context) : land(merge, wanted, context);
  for (const { open } of merge.units)
    for (const { id } of open) db.update('collection_return', id, { state: 'merged' });
  summarize(`${merge.collection.title}，${merge.units.length} 个单位，改动 ${changed} 格`);
  return { changed };
}

/** What is to be stored, row by row. @throws AppError refused where something was not decided */
function wantedValues(
  { plan, rows }: LoadedMerge,
  { decisions, rule }: MergeInput,
): ReadonlyMap<MergeRow, RowValues> {
  const certain = new Map(plan.certain.map((known) => [known.row, known.values]));
  const byCell = new Map(plan.conflicts.map((cell) => [cell.id, cell]));
  const wanted = new Map<MergeRow, RowValues>();
  let undecided = 0;
  for (const row of rows) {
    const values = { ...certain.get(row) };
    for (const column of new Set(row.returned.flatMap((one) => Object.keys(one.values)))) {
      const cell = byCell.get(cellId(row, column));
      if (cell === undefined) continue;
      const value = decided(cell, decisions, rule);
      if (value === null) undecided += 1;
      else if (value !== cell.stored) values[column] = value;
    }
    if (Object.keys(values).length > 0) wanted.set(row, values);
  }
  if (undecided > 0)
    throw new AppError('refused', { reason: `还有 ${undecided} 处没有选定保留哪一个，没有合并。` });
  return wanted;
}

/** Through the rules of the feature whose own it is. */
function land(
  { ledger, units }: LoadedMerge,
  wanted: ReadonlyMap<MergeRow, RowValues>,
  context: WriteContext,
): number {
  const byUnit = Map.groupBy(wanted, ([row]) => row.unitUid);
  const landed = units.flatMap(({ unit }): LandedUnit[] => {
    const rows = byUnit.get(unit.uid);
    if (rows === undefined) return [];
    return [
      {
        organizationUid: unit.organization_uid,
        rows: rows.map(([{ key }, values]) => ({ key, values })),
      },
    ];
  });
  if (landed.length === 0) return 0;
  return ledger?.land(landed, { ...context, summarize: () => undefined }) ?? 0;
}

/** A table of the clerk's own stays in its collection. */
function keepInCollection(
  { collection, columns, units }: LoadedMerge,
  wanted: ReadonlyMap<MergeRow, RowValues>,
  { db }: WriteContext,
): number {
  const kept = Map.groupBy(db.all(mergedRows, { collectionId: collection.id }), ({ unit_id }) => unit_id);
  const unitIds = new Map(units.map(({ unit }) => [unit.uid, unit.id]));
  const places = new Map<number, number>();
  let changed = 0;
  for (const [row, values] of wanted) {
    const unitId = unitIds.get(row.unitUid);
    if (unitId === undefined) throw new Error(`no unit ${row.unitUid} is being merged`);
    const ofUnit = kept.get(unitId) ?? [];
    const own = ofUnit.filter(({ row_key }) => row_key === null);
    const there = row.key === null ? own[ownPlace(row)] : ofUnit.find(({ row_key }) => row_key === row.key);
    changed += Object.keys(values).length;
    const given = columns.flatMap(({ key, locked }) =>
      locked && row.given[key] !== undefined ? [[key, row.given[key]]] : [],
    );
    const said = JSON.stringify({ ...Object.fromEntries(given), ...row.stored, ...values });
    if (there !== undefined) {
      db.update('collection_row', there.id, { said });
      continue;
    }
    const position = places.get(unitId) ?? ofUnit.length;
    places.set(unitId, position + 1);
    db.insert('collection_row', { unit_id: unitId, row_key: row.key, position, said });
  }
  return changed;
}
