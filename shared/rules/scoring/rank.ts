import type { Fraction } from '../fraction.ts';
import { compareFractions, isSameFraction } from '../fraction.ts';
import type { Grade } from './grade.ts';
import { gradeAt, gradeOf } from './grade.ts';
import type { SchemeSettings } from './model.ts';

export interface RankedObject {
  uid: string;
  total: Fraction | null;
  /** From vetoes: no better grade than the one at this place. */
  gradeCeiling: number;
  complete: boolean;
}

export interface Standing {
  uid: string;
  /** Null, as the grade, for an object without a total. */
  rank: number | null;
  grade: Grade | null;
  /** The object is not scored completely: rank and grade may still change. */
  provisional: boolean;
  /** It reached the best grade by points but the quota gave it the next one. */
  beyondQuota: boolean;
  /** Of those beyond it: others with the same total stand within it, so that none of them keeps the grade. */
  tiedAtQuota: boolean;
}

export interface GradedObject extends RankedObject {
  /** By points and vetoes, before the quota. */
  grade: Grade | null;
}

export function graded(object: RankedObject, settings: SchemeSettings): GradedObject {
  const { total, gradeCeiling } = object;
  return { ...object, grade: total === null ? null : gradeOf(total, settings, gradeCeiling) };
}

/** Best total first; objects without a total at the end. */
export function compareTotals(left: RankedObject, right: RankedObject): number {
  if (left.total === null || right.total === null) {
    return Number(left.total === null) - Number(right.total === null);
  }
  return compareFractions(right.total, left.total);
}

function ranksOf(sorted: readonly GradedObject[], ties: SchemeSettings['ties']): (number | null)[] {
  let rank = 0;
  let previous: Fraction | null = null;
  return sorted.map(({ total }, place) => {
    if (total === null) return null;
    const tied = previous !== null && isSameFraction(previous, total);
    if (!tied) rank = ties === 'dense' ? rank + 1 : place + 1;
    previous = total;
    return rank;
  });
}

interface Quota {
  /** How many objects from the top keep the best grade. */
  keeping: number;
  /** The total that the edge runs through. */
  tied: Fraction | null;
}

/** The most objects that may hold the best grade; null where nothing limits them. */
export function bestGradePlaces(
  objects: number,
  { bestGradeQuota, bestGradeMost }: Pick<SchemeSettings, 'bestGradeQuota' | 'bestGradeMost'>,
): number | null {
  const share = bestGradeQuota === null ? null : Math.floor((objects * bestGradeQuota) / 100);
  return share === null || bestGradeMost === null ? (share ?? bestGradeMost) : Math.min(share, bestGradeMost);
}

/**
 * Equals are treated alike and the quota is an upper bound: where a tie straddles its edge, none of those tied keeps
 * the grade.
 */
function quotaOf(sorted: readonly GradedObject[], settings: SchemeSettings): Quota {
  const candidates = sorted.filter(({ grade }) => grade?.index === 0);
  const allowed = bestGradePlaces(sorted.length, settings);
  const firstOut = allowed === null ? undefined : candidates[allowed];
  if (firstOut === undefined || allowed === null) return { keeping: candidates.length, tied: null };
  const keeping = candidates.findIndex((candidate) => compareTotals(candidate, firstOut) === 0);
  return { keeping, tied: keeping < allowed ? firstOut.total : null };
}

/** Objects already in the order of `compareTotals`; standings come in the same order. */
export function rankSorted(sorted: readonly GradedObject[], settings: SchemeSettings): Standing[] {
  const ranks = ranksOf(sorted, settings.ties);
  const { keeping, tied } = quotaOf(sorted, settings);
  let places = keeping;
  return sorted.map(({ uid, grade, complete, total }, place) => {
    const isBest = grade?.index === 0;
    const beyondQuota = isBest && places === 0 && settings.grades.length > 1;
    if (isBest && places > 0) places -= 1;
    return {
      uid,
      rank: ranks[place] ?? null,
      grade: beyondQuota ? gradeAt(settings, 1) : grade,
      provisional: !complete,
      beyondQuota,
      tiedAtQuota: beyondQuota && tied !== null && total !== null && isSameFraction(total, tied),
    };
  });
}

/** Standings in rank order; equals keep the order they were given in. The quota counts all objects given. */
export function rankGroup(objects: readonly RankedObject[], settings: SchemeSettings): Standing[] {
  return rankSorted(objects.map((object) => graded(object, settings)).toSorted(compareTotals), settings);
}
