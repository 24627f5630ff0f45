import { countedStages } from '#shared/rules/assessment/stages.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { latestKept } from './derived.ts';
import { loadObjects } from './objects.ts';
import { conditionsOfScheme, type GroupRow, type PeriodRow } from './queries.ts';
import { readCondition } from '#main/features/schemes/index.ts';
import { settingsOfScheme } from './scheme.ts';
import { isScoredItself } from './year/composition.ts';
import { conditionedScores, frozenCounts, scoreCounts } from './score-queries.ts';

export interface Progress {
  objectCount: number;
  cellCount: number;
  scoredCount: number;
}

/** Cells to score and cells scored, counted without scoring anything. What does not apply is neither. */
export function progressOfGroup(db: ReadStore, group: GroupRow, period: PeriodRow): Progress {
  const progress =
    period.status === 'final' ? progressWhenFinal(db, group, period) : progressWhileOpen(db, group, period);
  return isScoredItself(db, period) ? progress : { ...progress, cellCount: 0, scoredCount: 0 };
}

const ofFinal = latestKept<Progress>();

/** Only what is scored in every cell can be made final, and nothing changes after that. */
function progressWhenFinal(db: ReadStore, group: GroupRow, { fingerprint }: PeriodRow): Progress {
  return ofFinal(`${group.uid} ${fingerprint}`, () => {
    const { objects, cells } = db.get(frozenCounts, { groupId: group.id }) ?? { objects: 0, cells: 0 };
    return { objectCount: objects, cellCount: cells, scoredCount: cells };
  });
}

function progressWhileOpen(db: ReadStore, group: GroupRow, period: PeriodRow): Progress {
  const stages = JSON.stringify(countedStages(settingsOfScheme(db, group.scheme_id)));
  const counts = db.get(scoreCounts, { groupId: group.id, stages }) ?? { objects: 0, scored: 0 };
  const indicators = db
    .all(conditionsOfScheme, { schemeId: group.scheme_id })
    .map(({ uid, condition }) => ({ uid, condition: readCondition(condition) }));
  const progress = {
    objectCount: counts.objects,
    cellCount: counts.objects * indicators.length,
    scoredCount: counts.scored,
  };
  if (indicators.every(({ condition }) => condition === null)) return progress;
  const objects = loadObjects(db, group.id, period.last_day, indicators);
  const leftOut = new Map(objects.map(({ id, inapplicable }) => [id, new Set(inapplicable)]));
  const scoredInVain = db
    .all(conditionedScores, { groupId: group.id, stages })
    .filter((row) => leftOut.get(row.object_id)?.has(row.indicator_uid) === true);
  return {
    ...progress,
    cellCount: progress.cellCount - objects.reduce((sum, { inapplicable }) => sum + inapplicable.length, 0),
    scoredCount: progress.scoredCount - scoredInVain.length,
  };
}
