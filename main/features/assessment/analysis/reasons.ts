import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { IndicatorReason } from '#shared/contract/analysis.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { losable, objectLosses } from '#shared/rules/assessment/analysis/losses.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import type { ObjectScore } from '#shared/rules/scoring/object.ts';
import type { GroupGrounds } from '../deductions.ts';
import { reasonText, withGrounds } from '../export/texts.ts';

/** One object as it is scored. */
export interface ReasonedObject {
  scheme: GroupFrame['scheme'];
  objectUid: string;
  score: ObjectScore;
  entries: ReadonlyMap<string, ScoreEntry> | undefined;
}

export interface ObjectReasons {
  lost: number;
  /** The greatest first. */
  losses: IndicatorReason[];
  bonuses: IndicatorReason[];
}

/** What an object lost and was given beside its full marks, with the reasons but not yet their grounds. */
export function reasonsOf(object: ReasonedObject): ObjectReasons {
  const { scheme, objectUid, score } = object;
  const asked = losable(scheme);
  const { lost, cells } = objectLosses(objectUid, score, asked);
  const losses = asked.indicators.flatMap((indicator, place) => {
    const points = cells[place];
    return typeof points === 'number' && points > 0 ? [reasonAt(object, indicator, points)] : [];
  });
  const bonuses = scheme.indicators.flatMap((indicator) => {
    const points = bonusAt(object, indicator);
    return points > 0 ? [reasonAt(object, indicator, points)] : [];
  });
  return { lost, losses: losses.toSorted((left, right) => right.points - left.points), bonuses };
}

function isBonus({ scheme }: ReasonedObject, { categoryUid }: Indicator): boolean {
  return scheme.categories.some(({ uid, bonus }) => bonus && uid === categoryUid);
}

function bonusAt(object: ReasonedObject, indicator: Indicator): number {
  const own = object.score.indicators.get(indicator.uid);
  if (own === undefined || own.status !== 'scored') return 0;
  return own.bonus + (isBonus(object, indicator) ? own.points : 0);
}

function reasonAt(object: ReasonedObject, indicator: Indicator, points: number): IndicatorReason {
  const { uid: indicatorUid, number, content, maxPoints } = indicator;
  const own = object.score.indicators.get(indicatorUid);
  const entry = object.entries?.get(indicatorUid) ?? null;
  const reason = own === undefined ? '' : reasonText(indicator, entry, own, isBonus(object, indicator));
  return { indicatorUid, number, content, maxPoints, points, reason };
}

/** The same with the findings and tasks behind them, as the object's score sheet prints them. */
export function groundedReasons(
  reasons: ObjectReasons,
  objectUid: string,
  grounds: GroupGrounds,
): ObjectReasons {
  // As most groups have none, nothing is copied for them.
  if (grounds.size === 0) return reasons;
  const grounded = (reason: IndicatorReason): IndicatorReason => {
    const own = grounds.get(cellKey({ objectUid, indicatorUid: reason.indicatorUid }));
    return own === undefined ? reason : { ...reason, reason: withGrounds(reason.reason, own) };
  };
  const { lost, losses, bonuses } = reasons;
  return { lost, losses: losses.map(grounded), bonuses: bonuses.map(grounded) };
}
