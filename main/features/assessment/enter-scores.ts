import type { CellChange, CellConflict } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import { packEntry, unpackEntry } from '#shared/rules/assessment/pack-entry.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { type Cell, type CellFinder, cellFinder } from './find-cells.ts';
import type { LoadedGroup } from './load-group.ts';

/*
 * Entering scores, one cell or a pasted block. Each cell says what the page saw (base): where something else is
 * stored by now and it is not what is wanted either, nothing at all is written and both values go back.
 */

/** Where scores are entered: a stage, or one judge. */
export interface ScoreColumn extends ColumnView {
  write(cell: Cell, entry: ScoreEntry | null): void;
}

export interface ColumnView {
  /** As `packEntry` writes it. */
  storedAt(cell: Cell): string | null;
  /** Why this may not be entered there, in words; null: it may. */
  obstacle(cell: Cell, entry: ScoreEntry | null): string | null;
}

interface Entered {
  changes: readonly CellChange[];
  completes?: string | undefined;
}

const NAMED_PROBLEMS = 5;

/** @throws AppError badInput with the cells' names, conflict with data.fields: CellConflict[] */
export function enterScores(
  { changes, completes }: Entered,
  group: Pick<LoadedGroup, 'row' | 'period'>,
  column: ScoreColumn,
  { db, summarize, complete }: WriteContext,
): { changed: number } {
  const finder = cellFinder(db, group);
  const problems: string[] = [];
  const conflicts: CellConflict[] = [];
  const writes: { cell: Cell; entry: ScoreEntry | null }[] = [];

  for (const { objectUid, indicatorUid, base, entry } of lastOfEachCell(changes)) {
    const cell = finder.find(objectUid, indicatorUid);
    const now = column.storedAt(cell);
    if (now === packed(entry)) continue;
    const problem = column.obstacle(cell, entry) ?? (entry && entryProblem(finder, cell, entry));
    if (problem !== null) problems.push(`${finder.nameOf(cell)}：${problem}`);
    else if (now === packed(base)) writes.push({ cell, entry });
    else conflicts.push(conflictOf(finder, cell, now, entry));
  }
  if (problems.length > 0) throw new AppError('badInput', { detail: listed(problems) });
  if (conflicts.length > 0) throw new AppError('conflict', { fields: conflicts });

  for (const { cell, entry } of writes) column.write(cell, entry);
  summarize(
    summaryOf(
      finder,
      writes.map(({ cell }) => cell),
    ),
  );
  if (completes !== undefined) complete(completes);
  return { changed: writes.length };
}

function packed(entry: ScoreEntry | null): string | null {
  return entry === null ? null : packEntry(entry);
}

/** Twice the same cell in one block: the later one counts, as in a sheet. */
function lastOfEachCell(changes: readonly CellChange[]): Iterable<CellChange> {
  const byCell = new Map<string, CellChange>();
  for (const change of changes) {
    const key = cellKey(change);
    byCell.set(key, { ...change, base: byCell.get(key)?.base ?? change.base });
  }
  return byCell.values();
}

/** What may be left for later (a reason, a measured value) is no problem here; finalising asks for it. */
export function entryProblem(finder: CellFinder, cell: Cell, entry: ScoreEntry): string | null {
  if (!finder.applies(cell)) return '按方案的条件不适用于该单位，不评分';
  const { indicator, inBonusCategory } = cell.found;
  const known = new Set(indicator.rules.map(({ id }) => id));
  if (Object.keys(entry.inputs).some((id) => !known.has(id))) return '评分标准已经变动，请刷新后重新填写';
  const problem = scoreIndicator(indicator, entry, true, inBonusCategory).problems.find(
    ({ code }) => code === 'directOutOfRange' || code === 'discretionOutOfRange',
  );
  return problem === undefined ? null : problemText(indicator, problem);
}

function conflictOf(
  finder: CellFinder,
  cell: Cell,
  now: string | null,
  mine: ScoreEntry | null,
): CellConflict {
  const [objectUid, indicatorUid] = [cell.object.uid, cell.found.indicator.uid];
  return {
    field: cellKey({ objectUid, indicatorUid }),
    label: finder.nameOf(cell),
    objectUid,
    indicatorUid,
    theirs: now === null ? null : unpackEntry(now),
    mine,
  };
}

function listed(problems: readonly string[]): string {
  const named = problems.slice(0, NAMED_PROBLEMS).join('；');
  return problems.length > NAMED_PROBLEMS ? `${named}；等共${problems.length}处` : named;
}

/** 城东区 1.1 等 12 项 */
function summaryOf(finder: CellFinder, cells: readonly Cell[]): string {
  const [first] = cells;
  if (first === undefined) return '没有改动';
  const name = finder.nameOf(first);
  return cells.length === 1 ? name : `${name} 等 ${cells.length} 项`;
}
