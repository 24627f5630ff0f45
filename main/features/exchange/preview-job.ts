import { MOST_SHOWN, type PackPreview } from '#shared/contract/exchange.ts';
import type { Role } from '#shared/rights.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { planMerge } from '#main/core/packs/plan.ts';
import { guardFor } from './scope.ts';
import { stagedPack } from './staged-pack.ts';

export interface PreviewInput {
  stagedUid: string;
  /** Which organizations of the pack are which here. */
  answers: Readonly<Record<string, string>>;
  caller: { userUid: string | null; roles: readonly Role[] | null };
}

/** What merging would do as things stand, nothing decided yet. */
export function previewPack(
  { stagedUid, answers, caller }: PreviewInput,
  { db, progress, throwIfCancelled }: Pick<JobContext, 'db' | 'progress' | 'throwIfCancelled'>,
): PackPreview {
  progress(null, '读入');
  const { header, rows } = stagedPack(db, stagedUid, caller);
  const given = { organizations: answers, decisions: {}, rule: null };
  const plan = planMerge(db, rows, given, guardFor(db, caller.roles), (done, count) => {
    throwIfCancelled();
    progress(done / count, `核对 ${done}/${count} 条`);
  });
  const { counts, questions, conflicts, changes, leftOut, digest } = plan;
  return {
    header,
    counts,
    questions,
    conflicts: conflicts.slice(0, MOST_SHOWN),
    conflictCount: conflicts.length,
    changes: changes.slice(0, MOST_SHOWN),
    changeCount: changes.length,
    leftOut: leftOut.slice(0, MOST_SHOWN),
    leftOutCount: leftOut.length,
    adds: counts.reduce((sum, { adds }) => sum + adds, 0),
    digest,
  };
}
