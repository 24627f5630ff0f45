import type { collectionReturns as contract } from '#shared/contract/collection-returns.ts';
import { AppError } from '#shared/errors.ts';
import type { RowValues } from '#shared/rules/collections/definition.ts';
import { type MergeRow, OF_UNIT, OWN_ROWS, rowsOfText } from '#shared/rules/collections/merge/model.ts';
import { cellId, decided } from '#shared/rules/collections/merge/plan-merge.ts';
import type { LandedUnit } from '#main/core/fields/collected-ledger.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { tellingRows } from '#main/core/told-rows.ts';
import type { Sources } from '../../origins.ts';
import { keepInCollection, type Wanted } from './keep-rows.ts';
import { type LoadedMerge, loadMerge } from './load.ts';

type MergeInput = Parameters<Handlers<typeof contract>['merge']>[0];

/** All of it or nothing; exactly what was looked at. */
export function mergeReturns(
  input: MergeInput,
  sources: Sources,
  context: WriteContext,
): { changed: number } {
  const { db, summarize } = context;
  context.progress(null, '核对交回的表');
  const merge = loadMerge(input.uid, sources, context);
  if (merge.digest !== input.digest)
    throw new AppError('refused', { reason: '核对之后又有改动，没有合并。请再核对一次。' });
  if (merge.units.length === 0) throw new AppError('refused', { reason: '没有可以合并的表。' });
  const wanted = wantedOf(merge, input);
  const own = [...wanted.own.values()].reduce((sum, rows) => sum + rows.length, 0);
  const telling = tellingRows(context, wanted.given.size + own);
  const changed =
    merge.ledger === null ? keepInCollection(merge, wanted, telling) : land(merge, wanted, telling);
  for (const { open } of merge.units)
    for (const { id } of open) db.update('collection_return', id, { state: 'merged' });
  summarize(`${merge.collection.title}，${merge.units.length} 个单位，改动 ${changed} 格`);
  return { changed };
}

/** @throws AppError refused where something was not decided */
function wantedOf({ plan, rows, own }: LoadedMerge, { decisions, rule }: MergeInput): Wanted {
  const certain = new Map(plan.certain.map((known) => [known.row, known.values]));
  const byCell = new Map(plan.conflicts.map((cell) => [cell.id, cell]));
  let undecided = 0;
  /** Null: it stays as it is. */
  const changeOf = (id: string): string | null => {
    const cell = byCell.get(id);
    if (cell === undefined) return null;
    const value = decided(cell, decisions, rule);
    if (value === null) undecided += 1;
    return value === cell.stored ? null : value;
  };
  const given = new Map<MergeRow, RowValues>();
  for (const row of rows) {
    const values = { ...certain.get(row) };
    for (const column of columnsOf(row)) {
      const value = changeOf(cellId(row, column));
      if (value !== null) values[column] = value;
    }
    if (Object.keys(values).length > 0) given.set(row, values);
  }
  const ownOf = new Map(plan.certainOwn.map((known) => [known.own.unitUid, known.rows]));
  for (const block of own) {
    const value = changeOf(cellId(block, OWN_ROWS));
    if (value !== null) ownOf.set(block.unitUid, rowsOfText(value));
  }
  if (undecided > 0)
    throw new AppError('refused', { reason: `还有 ${undecided} 处没有选定保留哪一个，没有合并。` });
  return { given, own: ownOf };
}

/** In which something came back, or was taken out. */
function columnsOf({ given, returned }: MergeRow): ReadonlySet<string> {
  return new Set([given, ...returned.map(({ values }) => values)].flatMap((values) => Object.keys(values)));
}

/** Through the rules of the feature whose own it is. */
function land({ ledger, units }: LoadedMerge, { given, own }: Wanted, context: WriteContext): number {
  const byUnit = Map.groupBy(given, ([row, values]) => values[OF_UNIT] ?? row.unitUid);
  const landed = units
    .map(({ unit }): LandedUnit => {
      const changes = (byUnit.get(unit.uid) ?? []).map(([{ key }, { [OF_UNIT]: _unit, ...values }]) => ({
        key,
        values,
      }));
      const added = (own.get(unit.uid) ?? []).map((values) => ({ key: null, values }));
      return { organizationUid: unit.organization_uid, rows: [...changes, ...added] };
    })
    .filter(({ rows }) => rows.length > 0);
  if (landed.length === 0) return 0;
  return ledger?.land(landed, { ...context, summarize: () => undefined }) ?? 0;
}
