import type { collectionReturns as contract, MergePreview } from '#shared/contract/collection-returns.ts';
import type { MergeCell } from '#shared/rules/collections/merge/model.ts';
import { staysUnlessDecided } from '#shared/rules/collections/merge/plan-merge.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import { lastChangeId } from '#main/core/store/log-queries.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { Sources } from '../../origins.ts';
import { loadMerge } from './load.ts';

type PreviewInput = Parameters<Handlers<typeof contract>['preview']>[0];

/** What every page of a preview is taken from. */
interface WholePreview extends Omit<MergePreview, 'conflicts'> {
  conflicts: readonly MergeCell[];
  byUnit: ReadonlyMap<string, readonly MergeCell[]>;
}

interface KeptPreview {
  /** What it rests on beside the collection. */
  basis: string;
  whole: WholePreview;
}

/**
 * Hands out the conflicts page by page: the whole is worked out once, and anew when anything has been saved. A reader
 * keeps the last one; merging never takes it, but works out its own.
 */
export function previewingWith(sources: Sources): Handlers<typeof contract>['preview'] {
  const kept = new WeakMap<ReadStore, KeptPreview>();

  function wholeOf(uid: string, context: ReadContext): WholePreview {
    const { db, today, caller } = context;
    const opensSecrets = caller.secretKey !== undefined;
    const basis = JSON.stringify([uid, today, db.get(lastChangeId)?.id, caller.userUid, opensSecrets]);
    const last = kept.get(db);
    if (last?.basis === basis) return last.whole;
    // Two of them need not be in memory at once.
    kept.delete(db);
    const whole = workOut(uid, sources, context);
    kept.set(db, { basis, whole });
    return whole;
  }

  return ({ uid, unitUid, from, most }: PreviewInput, context) => {
    const { conflicts, byUnit, ...whole } = wholeOf(uid, context);
    const asked = unitUid === null ? conflicts : (byUnit.get(unitUid) ?? []);
    return { ...whole, conflicts: asked.slice(from, from + most) };
  };
}

function workOut(uid: string, sources: Sources, context: ReadContext): WholePreview {
  const { units, leftOut, gone, plan, digest } = loadMerge(uid, sources, context);
  const { adds, same, conflicts } = plan;
  const byUnit = byConcerned(conflicts);
  return {
    units: units.length,
    leftOut,
    adds,
    same,
    digest,
    gone: gone.map(({ unitName, name }) => `${unitName} ${name}`),
    conflicts,
    byUnit,
    conflictCount: conflicts.length,
    conflictUnits: units.flatMap(({ unit }) => {
      const count = byUnit.get(unit.uid)?.length ?? 0;
      return count === 0 ? [] : [{ uid: unit.uid, name: unit.name, conflicts: count }];
    }),
    stayCount: conflicts.filter(staysUnlessDecided).length,
  };
}

/** What several units say something of is listed under each of them. */
function byConcerned(conflicts: readonly MergeCell[]): ReadonlyMap<string, readonly MergeCell[]> {
  const byUnit = new Map<string, MergeCell[]>();
  for (const cell of conflicts)
    for (const unitUid of new Set([cell.unitUid, ...cell.candidates.map((candidate) => candidate.unitUid)])) {
      const ofUnit = byUnit.get(unitUid);
      if (ofUnit === undefined) byUnit.set(unitUid, [cell]);
      else ofUnit.push(cell);
    }
  return byUnit;
}
