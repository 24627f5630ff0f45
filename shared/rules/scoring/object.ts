import type { Points } from '../../points.ts';
import type { Fraction } from '../fraction.ts';
import { FractionSum, fractionOf, larger, roundHalfUp, smaller, ZERO } from '../fraction.ts';
import { scoreIndicator } from './indicator.ts';
import type { ScoredIndicator, ScoredScheme, ScoreEntry } from './model.ts';
import type { IndicatorScore, TriggeredVeto } from './result.ts';
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
  /** Without bonus, before vetoes; null as the total is. */
  base: Fraction | null;
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
  items: readonly PlannedItem[];
  bonusCategories: ReadonlySet<string>;
  /** Σ maxPoints of all indicators outside bonus categories. */
  full: Points;
  /** Whether some item may fall below zero, and so the total too. */
  negativeTotals: boolean;
}

interface PlannedItem {
  indicator: ScoredIndicator;
  inBonusCategory: boolean;
  /** Place of its category in the scheme; -1 for none. */
  category: number;
}

export function planScheme(scheme: ScoredScheme): SchemePlan {
  const bonusCategories = new Set(scheme.categories.filter(({ bonus }) => bonus).map(({ uid }) => uid));
  const places = new Map(scheme.categories.map(({ uid }, place) => [uid, place]));
  const items = scheme.indicators.map((indicator) => ({
    indicator,
    inBonusCategory: bonusCategories.has(indicator.categoryUid),
    category: places.get(indicator.categoryUid) ?? -1,
  }));
  return {
    scheme,
    items,
    bonusCategories,
    full: items.reduce((sum, item) => sum + (item.inBonusCategory ? 0 : item.indicator.maxPoints), 0),
    negativeTotals: scheme.indicators.some(({ floor }) => floor === 'negative'),
  };
}

/** What all items of an object come to, gathered in one pass: it is done for every edit while the clerk types. */
interface Sums {
  categories: readonly FractionSum[];
  /** All items outside bonus categories. */
  base: FractionSum;
  bonus: FractionSum;
  /** Σ maxPoints of what is rescaled because it does not apply. */
  takenOut: Points;
  vetoes: TriggeredVeto[];
  empty: number;
}

function sumsOf(plan: SchemePlan, scores: ReadonlyMap<string, IndicatorScore>): Sums {
  const categories = plan.scheme.categories.map(() => new FractionSum());
  const sums: Sums = {
    categories,
    base: new FractionSum(),
    bonus: new FractionSum(),
    takenOut: 0,
    vetoes: [],
    empty: 0,
  };
  for (const item of plan.items) {
    const score = scores.get(item.indicator.uid);
    if (score !== undefined) addItem(sums, item, score);
  }
  return sums;
}

function addItem(sums: Sums, { indicator, inBonusCategory, category }: PlannedItem, score: IndicatorScore) {
  const ofCategory = sums.categories[category];
  ofCategory?.add(score.score);
  if (inBonusCategory) sums.bonus.add(score.score);
  else sums.base.add(score.score);
  if (score.bonus !== 0) {
    const bonus = fractionOf(score.bonus);
    sums.bonus.add(bonus);
    if (inBonusCategory) ofCategory?.add(bonus);
  }
  const rescaled = score.status === 'notApplicable' && indicator.notApplicable === 'rescale';
  if (rescaled && !inBonusCategory) sums.takenOut += indicator.maxPoints;
  if (score.vetoes.length > 0) sums.vetoes.push(...score.vetoes);
  if (score.status === 'empty') sums.empty += 1;
}

export function cappedBonus(sum: Fraction, cap: Points | null): Fraction {
  return cap === null ? sum : smaller(sum, fractionOf(cap));
}

/** Points without bonus, rescaled to the scheme's full points; null when every item is taken out. */
function basePoints(plan: SchemePlan, { base, takenOut }: Sums): Fraction | null {
  const sum = base.total();
  if (takenOut === 0) return sum;
  const applicable = plan.full - takenOut;
  return applicable === 0 ? null : sum.mul(fractionOf(plan.full, applicable));
}

/** A veto takes a total to zero at most, unless the scheme knows totals below zero; and it never raises one. */
export function afterVeto(
  { negativeTotals }: Pick<SchemePlan, 'negativeTotals'>,
  points: Fraction,
  veto: VetoEffect,
): Fraction {
  if (veto.effect === null) return points;
  if (veto.effect === 'zeroTotal') return smaller(points, ZERO);
  const rest = points.sub(fractionOf(veto.deducted));
  return negativeTotals ? rest : larger(rest, ZERO);
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
  const { settings, categories } = plan.scheme;
  const sums = sumsOf(plan, scores);
  const veto = vetoEffect(sums.vetoes, settings);
  const bonus = cappedBonus(sums.bonus.total(), settings.bonusCap);
  const base = basePoints(plan, sums);
  const total = base === null ? null : afterVeto(plan, base.add(bonus), veto);
  const converted = convert(plan, base, veto);
  return {
    indicators: scores,
    categories: categories.map(({ uid }, place) => {
      const sum = sums.categories[place]?.total() ?? ZERO;
      return { uid, sum, points: roundHalfUp(sum) };
    }),
    bonus,
    bonusPoints: roundHalfUp(bonus),
    veto,
    base,
    total,
    totalPoints: rounded(total),
    converted,
    convertedPoints: rounded(converted),
    complete: sums.empty === 0,
    empty: sums.empty,
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
