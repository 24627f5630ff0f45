import type { Indicator, SchemeCategory } from '../../../contract/schemes.ts';
import type { Points } from '../../../points.ts';
import { FractionSum, fractionOf, roundHalfUp } from '../../fraction.ts';
import type { GroupScorer } from '../../scoring/group.ts';
import { type ObjectScore, planScheme } from '../../scoring/object.ts';
import type { IndicatorScore } from '../../scoring/result.ts';
import type { ScoredFrame } from '../group-scores.ts';

/*
 * What was lost where. Only what has points to lose is looked at: neither bonus categories nor indicators that are
 * there for a veto alone. What is 未评 or does not apply has lost nothing, and is said to be so.
 */

/** Thousandths of a point that an object lost on an indicator. */
export type LossCell = Points | 'empty' | 'notApplicable';

export interface ObjectLosses {
  objectUid: string;
  lost: Points;
  /** In the order of the categories. */
  byCategory: Points[];
  /** In the order of the indicators. */
  cells: LossCell[];
}

export interface IndicatorLosses {
  uid: string;
  categoryUid: string;
  number: string;
  content: string;
  maxPoints: Points;
  /** How many objects are scored on it, how many of them lost points, and how many points all of them. */
  counted: number;
  losing: number;
  lost: Points;
}

export interface GroupLosses {
  /** Those with something to lose. */
  categories: SchemeCategory[];
  indicators: IndicatorLosses[];
  /** In rank order. */
  objects: ObjectLosses[];
  /** Σ points of the scheme, without bonus. */
  fullPoints: Points;
}

/** Indicators that points can be lost on, and their categories, in the scheme's order. */
export function losable({ categories, indicators }: ScoredFrame['scheme']): {
  categories: SchemeCategory[];
  indicators: Indicator[];
} {
  const bonus = new Set(categories.filter((category) => category.bonus).map(({ uid }) => uid));
  const kept = indicators.filter(({ categoryUid, maxPoints }) => maxPoints > 0 && !bonus.has(categoryUid));
  const used = new Set(kept.map(({ categoryUid }) => categoryUid));
  return { categories: categories.filter(({ uid }) => used.has(uid)), indicators: kept };
}

export function groupLosses(frame: ScoredFrame, scorer: GroupScorer): GroupLosses {
  const { categories, indicators } = losable(frame.scheme);
  const objects = scorer
    .standings()
    .map(({ uid }) => objectLosses(uid, scorer.score(uid), { categories, indicators }));
  return {
    categories,
    indicators: indicators.map((indicator, place) => indicatorLosses(indicator, objects, place)),
    objects,
    fullPoints: planScheme(frame.scheme).full,
  };
}

/** What one object lost. */
export function objectLosses(
  objectUid: string,
  score: ObjectScore,
  { categories, indicators }: ReturnType<typeof losable>,
): ObjectLosses {
  const sums = new Map(categories.map(({ uid }) => [uid, new FractionSum()]));
  const whole = new FractionSum();
  const cells = indicators.map(({ uid, categoryUid, maxPoints }): LossCell => {
    const own = score.indicators.get(uid);
    if (own === undefined || own.status !== 'scored') return unscored(own);
    if (own.points === maxPoints) return 0;
    const lost = fractionOf(maxPoints).sub(own.score);
    sums.get(categoryUid)?.add(lost);
    whole.add(lost);
    return roundHalfUp(lost);
  });
  const byCategory = categories.map(({ uid }) => roundHalfUp(sums.get(uid)?.total() ?? fractionOf(0)));
  return { objectUid, lost: roundHalfUp(whole.total()), byCategory, cells };
}

function unscored(score: IndicatorScore | undefined): 'empty' | 'notApplicable' {
  return score?.status === 'notApplicable' ? 'notApplicable' : 'empty';
}

function indicatorLosses(
  { uid, categoryUid, number, content, maxPoints }: Indicator,
  objects: readonly ObjectLosses[],
  place: number,
): IndicatorLosses {
  const known = { counted: 0, losing: 0, lost: 0 };
  for (const { cells } of objects) {
    const cell = cells[place];
    if (typeof cell !== 'number') continue;
    known.counted += 1;
    known.lost += cell;
    if (cell > 0) known.losing += 1;
  }
  return { uid, categoryUid, number, content, maxPoints, ...known };
}
