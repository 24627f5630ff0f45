import type { ReadStore } from '#main/core/store/read-store.ts';
import { loadObjects } from './objects.ts';
import { conditionsOfScheme, type GroupRow, type PeriodRow } from './queries.ts';
import { readCondition } from './scheme.ts';
import { conditionedScores, scoreCounts } from './score-queries.ts';

export interface Progress {
  objectCount: number;
  cellCount: number;
  scoredCount: number;
}

/** Cells to score and cells scored, counted without scoring anything. What does not apply is neither. */
export function progressOfGroup(db: ReadStore, group: GroupRow, period: PeriodRow): Progress {
  const counts = db.all(scoreCounts, { groupId: group.id, stage: 'checked' });
  const indicators = db
    .all(conditionsOfScheme, { schemeId: group.scheme_id })
    .map(({ uid, condition }) => ({ uid, condition: readCondition(condition) }));
  const progress = {
    objectCount: counts.length,
    cellCount: counts.length * indicators.length,
    scoredCount: counts.reduce((sum, { count }) => sum + count, 0),
  };
  if (indicators.every(({ condition }) => condition === null)) return progress;
  const objects = loadObjects(db, group.id, period.last_day, indicators);
  const leftOut = new Map(objects.map(({ id, inapplicable }) => [id, new Set(inapplicable)]));
  const scoredInVain = db
    .all(conditionedScores, { groupId: group.id, stage: 'checked' })
    .filter((row) => leftOut.get(row.object_id)?.has(row.indicator_uid) === true);
  return {
    ...progress,
    cellCount: progress.cellCount - objects.reduce((sum, { inapplicable }) => sum + inapplicable.length, 0),
    scoredCount: progress.scoredCount - scoredInVain.length,
  };
}
