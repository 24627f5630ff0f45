import type { CellChange } from '#shared/contract/assessment.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { ConflictChoice } from '#renderer/ui/conflict.ts';

/** One cell where another window saved something else meanwhile. */
export interface CellConflict {
  field: string;
  label: string;
  objectUid: string;
  indicatorUid: string;
  theirs: ScoreEntry | null;
  mine: ScoreEntry | null;
}

/** The conflicting cells of a `conflict` problem's data. */
export function cellConflictsOf(data: Readonly<Record<string, unknown>>): CellConflict[] {
  const { fields } = data;
  return Array.isArray(fields) ? fields.filter(isCellConflict) : [];
}

/** The changes to send again: mine on top of theirs where mine was chosen; the others are left out. */
export function resolveChanges(
  changes: readonly CellChange[],
  conflicts: readonly CellConflict[],
  choices: Readonly<Record<string, ConflictChoice>>,
): CellChange[] {
  const byField = new Map(conflicts.map((conflict) => [conflict.field, conflict]));
  return changes.flatMap((change) => {
    const conflict = byField.get(`${change.objectUid}/${change.indicatorUid}`);
    if (conflict === undefined) return [change];
    return choices[conflict.field] === 'mine' ? [{ ...change, base: conflict.theirs }] : [];
  });
}

function isCellConflict(value: unknown): value is CellConflict {
  return (
    typeof value === 'object' &&
    value !== null &&
    'objectUid' in value &&
    'indicatorUid' in value &&
    'theirs' in value &&
    'mine' in value
  );
}
