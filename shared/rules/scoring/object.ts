import type { Points } from '../../points.ts';
import type { Fraction } from '../fraction.ts';
import { fractionOf, larger, roundHalfUp, smaller, sumFractions, ZERO } from '../fraction.ts';
import { scoreIndicator } from './indicator.ts';
import type { ScoredIndicator, ScoredScheme, ScoreEntry } from './model.ts';
import type { IndicatorScore } from './result.ts';
import type { VetoEffect } from './veto-effect.ts';
import { vetoEffect } from './veto-effect.ts';

export interface CategoryScore {
  uid: string;
  /** What was scored, before any rescaling; of a bonus category with the points of its bonus rules. */
  sum: Fraction;
  points: Points;
}

export interface ObjectScore {
  indicators: ReadonlyMap<string, IndicatorScore>;
  categories: readonly CategoryScore[];
  /** Bonus rules and bonus categories together, up to the scheme's cap. */
  bonus: Fraction;
  bonusPoints: Points;
  veto: VetoEffect;
  /** With bonus, after vetoes; null when nothing that counts applies to the object. */
  total: Fraction | null;
  totalPoints: Points | null;
  /** The total without bonus, converted to the points of a larger assessment; null without conversion. */
  converted: Fraction | null;
  convertedPoints: Points | null;
  complete: boolean;
  /** How many indicators are still 未评. */
  empty: number;
}

/** What follows from the scheme alone, worked out once for all objects. */
export interface SchemePlan {
  scheme: ScoredScheme;
  bonusCategories: ReadonlySet<string>;
  /** Σ maxPoints of all indicators outside bonus categories. */
  full: Points;
  /** Whether some item may fall below zero, and so the total too. */
  negativeTotals: boolean;
}

function fullPoints(indicators: readonly ScoredIndicator[]): Points {
  return indicators.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
}

export function planScheme(scheme: ScoredScheme): SchemePlan {
  const bonusCategories = new Set(scheme.categories.filter(({ bonus }) => bonus).map(({ uid }) => uid));
  return {
    scheme,
    bonusCategories,
    full: fullPoints(scheme.indicators.filter(({ categoryUid }) => !bonusCategories.has(categoryUid))),
    negativeTotals: scheme.indicators.some(({ floor }) => floor === 'negative'),
  };
}

interface ScoredItem {
  indicator: ScoredIndicator;
  score: IndicatorScore;
  inBonusCategory: boolean;
}

function itemsOf(plan: SchemePlan, scores: ReadonlyMap<string, IndicatorScore>): ScoredItem[] {
  return plan.scheme.indicators.flatMap((indicator) => {
    const score = scores.get(indicator.uid);
    if (score === undefined) return [];
    return [{ indicator, score, inBonusCategory: plan.bonusCategories.has(indicator.categoryUid) }];
  });
}

function categoryScores(plan: SchemePlan, items: readonly ScoredItem[]): CategoryScore[] {
  const parts = new Map<string, Fraction[]>(plan.scheme.categories.map(({ uid }) => [uid, []]));
  for (const { indicator, score, inBonusCategory } of items) {
    const part = parts.get(indicator.categoryUid);
    part?.push(score.score);
    if (inBonusCategory && score.bonus !== 0) part?.push(fractionOf(score.bonus));
  }
  return [...parts].map(([uid, part]) => {
    const sum = sumFractions(part);
    return { uid, sum, points: roundHalfUp(sum) };
  });
}

function bonusOf(items: readonly ScoredItem[], cap: Points | null): Fraction {
  const fromRules = items.reduce((sum, { score }) => sum + score.bonus, 0);
  const fromItems = items.filter((item) => item.inBonusCategory).map(({ score }) => score.score);
  const bonus = sumFractions([fractionOf(fromRules), ...fromItems]);
  return cap === null ? bonus : smaller(bonus, fractionOf(cap));
}

function isTakenOut({ indicator, score, inBonusCategory }: ScoredItem): boolean {
  return score.status === 'notApplicable' && indicator.notApplicable === 'rescale' && !inBonusCategory;
}

/** Points without bonus, rescaled to the scheme's full points; null when every item is taken out. */
function basePoints(plan: SchemePlan, items: readonly ScoredItem[]): Fraction | null {
  const sum = sumFractions(items.filter((item) => !item.inBonusCategory).map(({ score }) => score.score));
  const takenOut = fullPoints(items.filter(isTakenOut).map(({ indicator }) => indicator));
  if (takenOut === 0) return sum;
  const applicable = plan.full - takenOut;
  return applicable === 0 ? null : sum.mul(fractionOf(plan.full, applicable));
}

/** A veto takes a total to zero at most, unless the scheme knows totals below zero; and it never raises one. */
function afterVeto(plan: SchemePlan, points: Fraction, veto: VetoEffect): Fraction {
  if (veto.effect === null) return points;
  if (veto.effect === 'zeroTotal') return smaller(points, ZERO);
  const rest = points.sub(fractionOf(veto.deducted));
  return plan.negativeTotals ? rest : larger(rest, ZERO);
}

function convert(plan: SchemePlan, base: Fraction | null, veto: VetoEffect): Fraction | null {
  const { convertTo } = plan.scheme.settings;
  if (convertTo === null || base === null || plan.full === 0) return null;
  return afterVeto(plan, base, veto).mul(fractionOf(convertTo, plan.full));
}

function rounded(value: Fraction | null): Points | null {
  return value === null ? null : roundHalfUp(value);
}

/** Adds up what `scoreIndicator` found for each indicator of the scheme. */
export function combineScores(plan: SchemePlan, scores: ReadonlyMap<string, IndicatorScore>): ObjectScore {
  const { settings } = plan.scheme;
  const items = itemsOf(plan, scores);
  const veto = vetoEffect(
    items.flatMap(({ score }) => score.vetoes),
    settings,
  );
  const bonus = bonusOf(items, settings.bonusCap);
  const base = basePoints(plan, items);
  const total = base === null ? null : afterVeto(plan, base.add(bonus), veto);
  const converted = convert(plan, base, veto);
  const empty = items.filter(({ score }) => score.status === 'empty').length;
  return {
    indicators: scores,
    categories: categoryScores(plan, items),
    bonus,
    bonusPoints: roundHalfUp(bonus),
    veto,
    total,
    totalPoints: rounded(total),
    converted,
    convertedPoints: rounded(converted),
    complete: empty === 0,
    empty,
  };
}

export function scoreInPlan(
  plan: SchemePlan,
  indicator: ScoredIndicator,
  entry: ScoreEntry | null,
  applies: boolean,
): IndicatorScore {
  return scoreIndicator(indicator, entry, applies, plan.bonusCategories.has(indicator.categoryUid));
}

/** Entries by indicator uid; `inapplicable` holds the uids whose condition the object does not meet. */
export function scoreObject(
  scheme: ScoredScheme,
  entries: ReadonlyMap<string, ScoreEntry>,
  inapplicable: ReadonlySet<string>,
): ObjectScore {
  const plan = planScheme(scheme);
  const scores = scheme.indicators.map((indicator): [string, IndicatorScore] => [
    indicator.uid,
    scoreInPlan(plan, indicator, entries.get(indicator.uid) ?? null, !inapplicable.has(indicator.uid)),
  ]);
  return combineScores(plan, new Map(scores));
}
