import type { GroupEntries } from '#shared/rules/assessment/group-scores.ts';
import { type JudgedCell, outcomeOf, readCell } from '#shared/rules/assessment/judged-cell.ts';
import { carryBetween, type StageEntries } from '#shared/rules/assessment/scheme-change.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { saveJudged } from '../judges/cells.ts';
import { judgedCellAt, judgedCells } from '../judges/queries.ts';
import { findIndicator } from '../scheme.ts';
import type { ChangePlan } from './plan.ts';

/* What becomes of judges' scores: each goes over by itself, and what they come to is worked out anew. */

interface CarriedCell {
  objectId: number;
  objectUid: string;
  /** Local id of the indicator as it was. */
  fromId: number;
  /** Null: the new version has no such indicator. */
  toUid: string | null;
  cell: JudgedCell;
}

export function carriedCells(
  db: ReadStore,
  { group, to, successors }: Pick<ChangePlan, 'group' | 'to' | 'successors'>,
): CarriedCell[] {
  const carry = carryBetween({ from: group, to, successors });
  return db.all(judgedCells, { groupId: group.row.id }).map((row) => {
    const parts = readCell(row.said).parts.map((part) => {
      const entry = part.said === null ? null : carry(row.indicator_uid, part.said.entry);
      return { ...part, said: part.said === null || entry === null ? null : { ...part.said, entry } };
    });
    return {
      objectId: row.object_id,
      objectUid: row.object_uid,
      fromId: row.indicator_id,
      toUid: successors.get(row.indicator_uid) ?? null,
      cell: { way: to.scheme.settings.judges, parts },
    };
  });
}

/** The checked stage where judges score: what the office has marked goes over, the rest is what they come to then. */
export function judgedStages(
  db: ReadStore,
  plan: Pick<ChangePlan, 'group' | 'to' | 'successors'>,
  checked: GroupEntries,
): StageEntries[] {
  if (plan.group.judges.length === 0) return [checked];
  const marks = new Map(
    [...checked].map(([uid, own]) => [uid, new Map([...own].filter(([, entry]) => entry.notApplicable))]),
  );
  return [marks, { carried: outcomes(plan, carriedCells(db, plan)) }];
}

function outcomes({ to }: Pick<ChangePlan, 'to'>, cells: readonly CarriedCell[]): GroupEntries {
  const indicators = new Map(to.scheme.indicators.map((indicator) => [indicator.uid, indicator]));
  const bonus = new Set(to.scheme.categories.filter((category) => category.bonus).map(({ uid }) => uid));
  const entries = new Map<string, Map<string, ScoreEntry>>();
  for (const { objectUid, toUid, cell } of cells) {
    const indicator = indicators.get(toUid ?? '');
    const entry = indicator && outcomeOf(indicator, cell, bonus.has(indicator.categoryUid));
    if (indicator === undefined || entry === undefined || entry === null) continue;
    const own = entries.get(objectUid) ?? new Map<string, ScoreEntry>();
    entries.set(objectUid, own.set(indicator.uid, entry));
  }
  return entries;
}

/** Before the rest goes over: what has no place in the new version. */
export function dropJudged(db: WriteStore, cells: readonly CarriedCell[]): void {
  for (const { objectId, fromId, toUid } of cells) {
    const row = toUid === null ? db.get(judgedCellAt, { objectId, indicatorId: fromId }) : undefined;
    if (row !== undefined) db.remove('judged_cell', row.id);
  }
}

/** After it: every mean by the new version. */
export function saveCarried(db: WriteStore, schemeId: number, cells: readonly CarriedCell[]): void {
  for (const { objectId, toUid, cell } of cells) {
    const found = toUid === null ? undefined : findIndicator(db, schemeId, toUid);
    if (found !== undefined) saveJudged(db, { objectId, found }, cell);
  }
}
