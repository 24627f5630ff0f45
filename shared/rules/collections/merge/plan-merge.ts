import type { CollectedColumn, RowValues } from '../definition.ts';
import {
  type MergeCandidate,
  type MergeCell,
  type MergeRow,
  type MergeRule,
  OF_UNIT,
  OWN_ROWS,
  type OwnRows,
  returnOf,
  rowsText,
} from './model.ts';

export interface MergePlan {
  /** Cells in which nothing is stored, and those where it is the same. */
  adds: number;
  same: number;
  /** Those that stay as they are unless something else is decided come last. */
  conflicts: MergeCell[];
  /** What is to be stored without asking, row by row; rows without anything are missing. */
  certain: { row: MergeRow; values: RowValues }[];
  /** Rows of a unit's own where none are stored. */
  certainOwn: { own: OwnRows; rows: readonly RowValues[] }[];
}

/**
 * Holds what came back against what is stored. Only what fills an empty cell is certain; what would take the place of
 * something is for the clerk to decide. What was left empty says nothing: it takes nothing away. Only where a unit has
 * taken out what it had been given or had said itself, a cell or all the rows of its own, the clerk is shown that.
 */
export function planMerge(
  columns: readonly CollectedColumn[],
  rows: readonly MergeRow[],
  ownRows: readonly OwnRows[],
): MergePlan {
  const plan: MergePlan = { adds: 0, same: 0, conflicts: [], certain: [], certainOwn: [] };
  for (const row of rows) {
    const values: RowValues = {};
    for (const column of askedOf(row, columns)) planCell(plan, row, column, values);
    if (Object.keys(values).length > 0) plan.certain.push({ row, values });
  }
  for (const own of ownRows) planOwn(plan, own, columns);
  const conflicts = [
    ...plan.conflicts.filter((cell) => !staysUnlessDecided(cell)),
    ...plan.conflicts.filter(staysUnlessDecided),
  ];
  return { ...plan, conflicts };
}

/** Nothing of a new row was filled in by us. */
function askedOf({ key }: MergeRow, columns: readonly CollectedColumn[]): readonly AskedCell[] {
  return key === null ? [ofUnit, ...columns] : columns.filter(({ locked }) => !locked);
}

type AskedCell = Pick<CollectedColumn, 'key' | 'heading'>;
const ofUnit: AskedCell = { key: OF_UNIT, heading: '归哪个单位' };

function planCell(plan: MergePlan, row: MergeRow, column: AskedCell, certain: RowValues): void {
  const { key } = column;
  const stored = row.stored[key] ?? '';
  const said = saidOfCell(row, key, stored);
  const [first] = said;
  if (first === undefined) return;
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

/**
 * The latest return of a unit counts also where the cell is empty in it, if there is something that it takes out: what
 * the unit was given, or what an earlier return of its own has said.
 */
function saidOfCell(row: MergeRow, key: string, stored: string): MergeCandidate[] {
  const silent = row.key === null ? [] : silencesIn(row, key, stored);
  return row.returned.flatMap((line): MergeCandidate[] => {
    const { values, ...from } = line;
    if (values[key] !== undefined) return [{ ...from, value: values[key] }];
    return silent.includes(line) ? [{ ...from, value: '' }] : [];
  });
}

/** Lines that take out by saying nothing, one of a unit at most. */
function silencesIn({ unitUid: owner, given, returned }: MergeRow, key: string, stored: string) {
  const byUnit = Map.groupBy(returned, ({ unitUid }) => unitUid);
  return [...byUnit].flatMap(([unitUid, lines]) => {
    const last = lines.at(-1);
    const said = lines.filter(({ values }) => values[key] !== undefined);
    const wasThere = said.length > 0 || (unitUid === owner && stored !== '' && given[key] !== undefined);
    const isSilent = said.every(({ returnUid }) => returnOf(returnUid) !== returnOf(last?.returnUid ?? ''));
    return last !== undefined && wasThere && isSilent ? [last] : [];
  });
}

/** Decided as a whole: cells of rows that are not the same would make rows that nobody wrote. */
function planOwn(plan: MergePlan, own: OwnRows, columns: readonly CollectedColumn[]): void {
  const stored = rowsText(columns, own.stored);
  const said = saidOfOwn(own, stored, columns);
  const [first] = said;
  if (first === undefined) return;
  const isOne = said.every(({ value }) => value === first.value);
  const cells = first.rows.reduce((sum, values) => sum + Object.keys(values).length, 0);
  if (isOne && first.value === stored) plan.same += cells;
  else if (isOne && stored === '') {
    plan.adds += cells;
    plan.certainOwn.push({ own, rows: first.rows });
  } else {
    plan.conflicts.push({
      id: cellId(own, OWN_ROWS),
      unitUid: own.unitUid,
      unitName: own.unitName,
      row: '自己添的行',
      column: OWN_ROWS,
      heading: '全部各行',
      stored,
      changedSince: stored !== rowsText(columns, own.known),
      candidates: said.map(({ rows: _rows, ...candidate }) => candidate),
    });
  }
}

/** The latest return counts also without any rows, if there were some before; an earlier one says nothing then. */
function saidOfOwn({ returned }: OwnRows, stored: string, columns: readonly CollectedColumn[]) {
  const all = returned.map(({ rows, ...from }) => ({ ...from, value: rowsText(columns, rows), rows }));
  const were = stored !== '' || all.some(({ value }) => value !== '');
  return all.filter(({ value }, place) => value !== '' || (were && place === all.length - 1));
}

export function cellId({ id }: { id: string }, column: string): string {
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
  if (rule === null) return staysUnlessDecided(cell) ? stored : null;
  return ruled(cell, rule);
}

/** What came back has nothing else than what is stored, but that it was taken out: it stays unless that is decided. */
export function staysUnlessDecided({ column, stored, candidates }: MergeCell): boolean {
  return (
    column !== OWN_ROWS && stored !== '' && candidates.every(({ value }) => value === '' || value === stored)
  );
}

/** What a rule chooses, as it is decided: uid of the return whose value counts, or `stored`. */
export function ruledChoice(cell: MergeCell, rule: MergeRule): string {
  const value = ruled(cell, rule);
  const from = cell.candidates.findLast((candidate) => candidate.value === value);
  return value === cell.stored || from === undefined ? 'stored' : from.returnUid;
}

/**
 * Returns that contradict each other leave an empty cell to be decided by the latest of them. No rule takes anything
 * away: that is decided one by one.
 */
export function ruled({ stored, changedSince, candidates }: MergeCell, rule: MergeRule): string {
  const keeps = rule === 'stored' || (rule === 'keepChanged' && changedSince);
  const latest = candidates.at(-1)?.value ?? '';
  return (keeps && stored !== '') || latest === '' ? stored : latest;
}
