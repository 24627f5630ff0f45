import type { Points } from '../../points.ts';
import { type Fraction, fractionOf, sumFractions, ZERO } from '../fraction.ts';
import type { SchemeSettings } from './model.ts';
import { afterVeto, cappedBonus, type ObjectScore, type SchemePlan } from './object.ts';
import type { TriggeredVeto } from './result.ts';
import { type VetoEffect, vetoEffect } from './veto-effect.ts';

/*
 * A year made of weighted parts: quarters, half-years, what is scored in the year itself. Each part counts by the
 * share of its scheme's full points, so that parts of 100 and of 30 points may stand beside each other.
 */

/** The weight of everything: a hundred percent, in thousandths. */
export const WHOLE_WEIGHT = 100_000;

export interface YearSettings {
  /** An object without a score in a part has no total (open), or the other parts take its weight over (rescale). */
  missing: 'open' | 'rescale';
  /** Bonus points count with the weight of their part, in full beside the weighted sum, or not at all. */
  bonus: 'weighted' | 'apart' | 'none';
  /** A veto of a part holds for the whole year together with all others, or for its part only. */
  veto: 'year' | 'part';
}

/** What a part says of one object. */
export interface PartScore {
  /** Without bonus, before vetoes. */
  base: Fraction;
  bonus: Fraction;
  /** The part's own vetoes on base and bonus. */
  vetoed: { base: Fraction; bonus: Fraction };
  vetoes: readonly TriggeredVeto[];
  /** Full points of its scheme. */
  full: Points;
  complete: boolean;
}

export interface WeightedPart {
  /** Thousandths of a percent. */
  weight: number;
  /** Null where the object has no score in it. */
  score: PartScore | null;
}

/** What the year's own scheme says of totals. */
export interface YearFrame {
  full: Points;
  negativeTotals: boolean;
  settings: SchemeSettings;
}

export interface YearScore {
  /** Of each part on the year's scale, without weight and bonus; null where the object has none. */
  parts: readonly (Fraction | null)[];
  bonus: Fraction;
  veto: VetoEffect;
  total: Fraction | null;
  /** The total without bonus, converted to the points of a larger assessment. */
  converted: Fraction | null;
  complete: boolean;
}

/** Null where nothing of the period's scheme applies to the object. */
export function partScoreOf(plan: SchemePlan, score: ObjectScore): PartScore | null {
  const { base, bonus, veto, total, complete } = score;
  if (base === null || total === null) return null;
  const vetoedBase = afterVeto(plan, base, veto);
  return {
    base,
    bonus,
    vetoed: { base: vetoedBase, bonus: total.sub(vetoedBase) },
    vetoes: veto.cases,
    full: plan.full,
    complete,
  };
}

export function yearScore(
  parts: readonly WeightedPart[],
  { missing, bonus: bonusWay, veto: vetoWay }: YearSettings,
  frame: YearFrame,
): YearScore {
  const { full, settings } = frame;
  const counted = parts.map(({ weight, score }) => countedPart(score, weight, vetoWay, full));
  const cases = vetoWay === 'year' ? parts.flatMap(({ score }) => score?.vetoes ?? []) : [];
  const veto = vetoEffect(cases, settings);
  const values = counted.map((part) => part?.value ?? null);
  const known = counted.flatMap((part) => part ?? []);
  const weight = sumFractions(known.map((part) => part.weight));
  const isWhole = known.length === parts.length || missing === 'rescale';
  const rest = { parts: values, veto, complete: parts.every(({ score }) => score?.complete === true) };
  if (!isWhole || weight.n === 0n)
    return { ...rest, bonus: ZERO, total: null, converted: null, complete: false };

  const average = (of: (part: CountedPart) => Fraction) =>
    sumFractions(known.map((part) => of(part).mul(part.weight))).div(weight);
  const base = average(({ value }) => value);
  const bonus = cappedBonus(
    bonusWay === 'weighted'
      ? average((part) => part.bonus)
      : sumFractions(bonusWay === 'none' ? [] : known.map((part) => part.bonus)),
    settings.bonusCap,
  );
  const { convertTo } = settings;
  return {
    ...rest,
    complete: known.every((part) => part.complete),
    bonus,
    total: afterVeto(frame, base.add(bonus), veto),
    converted:
      convertTo === null || full === 0 ? null : afterVeto(frame, base, veto).mul(fractionOf(convertTo, full)),
  };
}

interface CountedPart {
  value: Fraction;
  bonus: Fraction;
  weight: Fraction;
  complete: boolean;
}

/** A part on the year's scale; null where the object has no score in it, or its scheme no points. */
function countedPart(
  score: PartScore | null,
  weight: number,
  way: YearSettings['veto'],
  full: Points,
): CountedPart | null {
  if (score === null || score.full === 0) return null;
  const { base, bonus } = way === 'part' ? score.vetoed : score;
  const scale = fractionOf(full, score.full);
  return {
    value: base.mul(scale),
    bonus: bonus.mul(scale),
    weight: fractionOf(weight, WHOLE_WEIGHT),
    complete: score.complete,
  };
}

/** What is wrong with weights that should be a whole, in words; null where they are one. */
export function weightProblem(weights: readonly number[]): string | null {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === WHOLE_WEIGHT) return null;
  const difference = percentText(Math.abs(WHOLE_WEIGHT - sum));
  const words = sum < WHOLE_WEIGHT ? `还差 ${difference}` : `多出 ${difference}`;
  return `权重合计 ${percentText(sum)}，${words}，请改到正好 100%`;
}

/** 12.5% */
export function percentText(weight: number): string {
  return `${weight / 1000}%`;
}
