import type { CellChange, CellConflict } from '#shared/contract/assessment.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { ConflictChoice } from '#renderer/ui/conflict.ts';

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
    const conflict = byField.get(cellKey(change));
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
