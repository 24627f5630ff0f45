import type { MergePreview } from '#shared/contract/collection-returns.ts';
import type { MergeCell, MergeRule } from '#shared/rules/collections/merge/model.ts';
import { ruledChoice, staysUnlessDecided } from '#shared/rules/collections/merge/plan-merge.ts';

/** What the clerk has chosen so far. */
export interface Choices {
  /** For all that is not decided one by one. */
  rule: MergeRule | null;
  /** By the cell's id, also of cells on pages that are not on screen. */
  decisions: Readonly<Record<string, Decision>>;
}

interface Decision {
  cell: MergeCell;
  /** `stored`, or uid of a return. */
  choice: string;
}

export const nothingChosen: Choices = { rule: null, decisions: {} };

/** @returns undefined: nothing was chosen yet, and something has to be */
export function choiceOf(cell: MergeCell, { rule, decisions }: Choices): string | undefined {
  const decision = decisions[cell.id];
  if (decision !== undefined) return decision.choice;
  if (rule !== null) return ruledChoice(cell, rule);
  return staysUnlessDecided(cell) ? 'stored' : undefined;
}

/** How many conflicts are left to be decided. */
export function openConflicts(
  { conflictCount, stayCount }: Pick<MergePreview, 'conflictCount' | 'stayCount'>,
  { rule, decisions }: Choices,
): number {
  if (rule !== null) return 0;
  const decided = Object.values(decisions).filter(({ cell }) => !staysUnlessDecided(cell));
  return Math.max(0, conflictCount - stayCount - decided.length);
}
