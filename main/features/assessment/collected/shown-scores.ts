import { scorerOf } from '#shared/rules/assessment/group-scores.ts';
import { fractionPointsText } from '#shared/rules/scoring/points-text.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { loadEntries, type LoadedGroup } from '../load-group.ts';

/** What a unit reads of its own score; empty: it has none. */
export interface ShownScore {
  /** Points, however they were entered. */
  score: string;
  reason: string;
}

/** The self scores of a group as points, by object and indicator. */
export function shownScores(
  group: LoadedGroup,
  db: ReadStore,
): (objectUid: string, indicatorUid: string) => ShownScore {
  const entries = loadEntries(db, group.row, 'self');
  const scorer = scorerOf(group, entries);
  return (objectUid, indicatorUid) => {
    const entry = entries.get(objectUid)?.get(indicatorUid);
    const points = scorer.score(objectUid).indicators.get(indicatorUid)?.score;
    if (entry === undefined || points === undefined) return { score: '', reason: '' };
    return { score: fractionPointsText(points), reason: entry.reason };
  };
}
