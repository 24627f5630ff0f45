import type { CollectedColumn, RowValues } from '../definition.ts';
import type { MergeCandidate, MergeCell, MergeRow, MergeRule } from './model.ts';

export interface MergePlan {
  /** Cells in which nothing is stored, and those where it is the same. */
  adds: number;
  same: number;
  conflicts: MergeCell[];
  /** What is to be stored without asking, row by row; rows without anything are missing. */
  certain: { row: MergeRow; values: RowValues }[];
}

/**
 * Holds what came back against what is stored. Only what fills an empty cell is certain; what would take the place of
 * something is for the clerk to decide. What was left empty says nothing: it takes nothing away.
 */
export function planMerge(columns: readonly CollectedColumn[], rows: readonly MergeRow[]): MergePlan {
  const plan: MergePlan = { adds: 0, same: 0, conflicts: [], certain: [] };
  for (const row of rows) {
    const values: RowValues = {};
    // A row that was given is told by its locked columns, a row of the unit's own by all of them.
    const asked = columns.filter(({ locked }) => row.key === null || !locked);
    for (const column of asked) planCell(plan, row, column, values);
    if (Object.keys(values).length > 0) plan.certain.push({ row, values });
  }
  return plan;
}

function planCell(plan: MergePlan, row: MergeRow, column: CollectedColumn, certain: RowValues): void {
  const { key } = column;
  const said = row.returned.flatMap(({ values, ...from }): MergeCandidate[] =>
    values[key] === undefined ? [] : [{ ...from, value: values[key] }],
  );
  const [first] = said;
  if (first === undefined) return;
  const stored = row.stored[key] ?? '';
  const isOne = said.every(({ value }) => value === first.value);
  if (isOne && first.value === stored) plan.same += 1;
  else if (isOne && stored === '') {
    plan.adds += 1;
    certain[key] = first.value;
  } else {
    plan.conflicts.push({
      id: cellId(row, key),
      unitUid: row.unitUid,
      unitName: row.unitName,
      row: row.name,
      column: key,
      heading: column.heading,
      stored,
      changedSince: stored !== (row.given[key] ?? ''),
      candidates: said,
    });
  }
}

export function cellId({ id }: MergeRow, column: string): string {
  return `${id}:${column}`;
}

/** @returns the value that counts; the stored one where nothing is to change @throws where the decision is about another cell */
export function decided(
  cell: MergeCell,
  decisions: Readonly<Record<string, string>>,
  rule: MergeRule | null,
): string | null {
  const { id, stored, candidates } = cell;
  const decision = decisions[id];
  if (decision === 'stored') return stored;
  if (decision !== undefined)
    return candidates.find(({ returnUid }) => returnUid === decision)?.value ?? null;
  if (rule === null) return null;
  return ruled(cell, rule);
}

/** What a rule chooses, as it is decided: uid of the return whose value counts, or `stored`. */
export function ruledChoice(cell: MergeCell, rule: MergeRule): string {
  const value = ruled(cell, rule);
  const from = cell.candidates.findLast((candidate) => candidate.value === value);
  return value === cell.stored || from === undefined ? 'stored' : from.returnUid;
}

/** Returns that contradict each other leave an empty cell to be decided by the latest of them. */
export function ruled({ stored, changedSince, candidates }: MergeCell, rule: MergeRule): string {
  const keeps = rule === 'stored' || (rule === 'newer' && changedSince);
  return keeps && stored !== '' ? stored : (candidates.at(-1)?.value ?? stored);
}
