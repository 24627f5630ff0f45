import type { GroupFrame, PackedScores, SheetObject } from '../../contract/assessment.ts';
import { createGroupScorer, type GroupScorer } from '../scoring/group.ts';
import type { ScoreEntry } from '../scoring/model.ts';
import type { ScoreProblem } from '../scoring/result.ts';
import { readEntry } from './pack-entry.ts';
import { eachLine } from './packed-lines.ts';

/** What scoring needs of a frame. */
export type ScoredFrame = Pick<GroupFrame, 'scheme' | 'objects'>;

/** Entries by object uid, then by indicator uid. */
export type GroupEntries = ReadonlyMap<string, ReadonlyMap<string, ScoreEntry>>;

const NO_ENTRIES: ReadonlyMap<string, ScoreEntry> = new Map();

export function scorerOf(
  frame: Pick<ScoredFrame, 'scheme'> & { objects: readonly Pick<SheetObject, 'uid' | 'inapplicable'>[] },
  entries: GroupEntries,
): GroupScorer {
  return createGroupScorer(
    frame.scheme,
    frame.objects.map(({ uid, inapplicable }) => ({
      uid,
      entries: entries.get(uid) ?? NO_ENTRIES,
      inapplicable: new Set(inapplicable),
    })),
  );
}

/**
 * Reads what `PackedScores.byObject` holds for one object, by indicator uid. Most cells of a group hold the same few
 * entries: each is read once and shared, so that the scorer too works it out once.
 */
export function createUnpacker(keys: PackedScores['keys']): (packed: string) => Map<string, ScoreEntry> {
  const known = new Map<string, ScoreEntry>();
  function entryOf(text: string): ScoreEntry {
    const entry = known.get(text) ?? readEntry(text);
    known.set(text, entry);
    return entry;
  }
  return (packed) => {
    const entries = new Map<string, ScoreEntry>();
    eachLine(packed, (key, text) => {
      const uid = keys[key];
      if (uid !== undefined) entries.set(uid, entryOf(text));
    });
    return entries;
  };
}

/** One cell that stands in the way of finalising: 未评, or scored with something missing. */
export interface UnsettledCell {
  objectUid: string;
  indicatorUid: string;
  /** Null: 未评. */
  problem: ScoreProblem | null;
}

/** In the order of objects and indicators. */
export function unsettledCells(frame: ScoredFrame, scorer: GroupScorer): UnsettledCell[] {
  return frame.objects.flatMap(({ uid: objectUid }) => {
    const { indicators } = scorer.score(objectUid);
    return frame.scheme.indicators.flatMap(({ uid: indicatorUid }): UnsettledCell[] => {
      const score = indicators.get(indicatorUid);
      if (score === undefined || score.status === 'notApplicable') return [];
      if (score.status === 'empty') return [{ objectUid, indicatorUid, problem: null }];
      const [problem] = score.problems;
      return problem === undefined ? [] : [{ objectUid, indicatorUid, problem }];
    });
  });
}

/** Cells to score and cells scored: what does not apply by condition is neither. */
export function progressOf(frame: ScoredFrame, scorer: GroupScorer): { cells: number; scored: number } {
  const cells = frame.objects.reduce(
    (sum, { inapplicable }) => sum + frame.scheme.indicators.length - inapplicable.length,
    0,
  );
  const empty = frame.objects.reduce((sum, { uid }) => sum + scorer.score(uid).empty, 0);
  return { cells, scored: cells - empty };
}
