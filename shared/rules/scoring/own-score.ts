import type { Points } from '../../points.ts';
import type { Fraction } from '../fraction.ts';
import { fractionOf, larger, smaller, sumFractions, ZERO } from '../fraction.ts';
import type { ScoredIndicator, ScoreEntry } from './model.ts';
import { fractionPointsText } from './points-text.ts';
import type { Deduction, ScoreProblem } from './result.ts';
import type { DecidingRule } from './rules/apply.ts';
import { applyRule, awardable, isAwarding, isDeciding } from './rules/apply.ts';
import type { RuleOutcome } from './rules/outcome.ts';

interface AppliedRule {
  rule: DecidingRule;
  outcome: RuleOutcome;
}

interface OwnScore {
  score: Fraction;
  deductions: Deduction[];
  problems: ScoreProblem[];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * Where the score begins: full marks less what has to be earned. In a bonus category nothing is there before it is
 * earned, unless the item has rules that take points away.
 */
function startOf(indicator: ScoredIndicator, inBonusCategory: boolean): Points {
  const rules = indicator.rules.filter(isDeciding);
  if (inBonusCategory && rules.every(isAwarding)) return 0;
  const earned = rules.reduce((sum, rule) => sum + awardable(rule, indicator.maxPoints), 0);
  return Math.max(0, indicator.maxPoints - earned);
}

function applyRules(indicator: ScoredIndicator, entry: ScoreEntry): AppliedRule[] {
  const applied: AppliedRule[] = [];
  for (const rule of indicator.rules) {
    const input = entry.inputs[rule.id];
    if (input === undefined || !isDeciding(rule)) continue;
    applied.push({ rule, outcome: applyRule(rule, input, indicator.maxPoints) });
  }
  return applied;
}

function bounded(indicator: ScoredIndicator, score: Fraction): Fraction {
  const atMost = smaller(score, fractionOf(indicator.maxPoints));
  return indicator.floor === 'zero' ? larger(atMost, ZERO) : atMost;
}

/** 不得分 takes what the other rules left, so that the order of the rules does not matter. */
function deductionsOf(applied: readonly AppliedRule[], left: Fraction): Deduction[] {
  const deductions: Deduction[] = [];
  let rest = larger(left, ZERO);
  for (const { rule, outcome } of applied) {
    if (outcome.deducted === 'all') {
      deductions.push({ ruleId: rule.id, points: rest, text: `${outcome.occurrence}，不得分` });
      rest = ZERO;
    } else if (outcome.deducted.n > 0n) {
      const text = `${outcome.occurrence}，扣${fractionPointsText(outcome.deducted)}分`;
      deductions.push({ ruleId: rule.id, points: outcome.deducted, text });
    }
  }
  return deductions;
}

function problemsOf(applied: readonly AppliedRule[], reason: string): ScoreProblem[] {
  const problems: ScoreProblem[] = [];
  for (const { rule, outcome } of applied) {
    if (outcome.problem !== null) problems.push({ code: outcome.problem, ruleId: rule.id });
    if (outcome.asksReason && isBlank(reason)) problems.push({ code: 'reasonMissing', ruleId: rule.id });
  }
  return problems;
}

export function scoreByRules(
  indicator: ScoredIndicator,
  entry: ScoreEntry,
  inBonusCategory: boolean,
): OwnScore {
  const applied = applyRules(indicator, entry);
  const awarded = sumFractions(applied.map(({ outcome }) => outcome.awarded));
  const taken = applied.flatMap(({ outcome }) => (outcome.deducted === 'all' ? [] : [outcome.deducted]));
  const left = fractionOf(startOf(indicator, inBonusCategory)).add(awarded).sub(sumFractions(taken));
  const nothingLeft = applied.some(({ outcome }) => outcome.deducted === 'all');
  return {
    score: bounded(indicator, nothingLeft ? smaller(left, ZERO) : left),
    deductions: deductionsOf(applied, left),
    problems: problemsOf(applied, entry.reason),
  };
}

/** A score given by judgement asks for its reason: always where points are given, else where some are missing. */
function directAsksReason(indicator: ScoredIndicator, direct: Points): boolean {
  const rules = indicator.rules.filter(isDeciding);
  const discretions = rules.filter((rule) => rule.kind === 'discretion');
  if (discretions.some((rule) => rule.effect === 'award')) return true;
  return direct < indicator.maxPoints && (rules.length === 0 || discretions.length > 0);
}

/** What judges came to: their own scores have their reasons and keep to the bounds. */
export function scoreByMean(indicator: ScoredIndicator, mean: Fraction, inBonusCategory: boolean): OwnScore {
  const score = bounded(indicator, mean);
  return { score, deductions: missingPoints(indicator, score, inBonusCategory), problems: [] };
}

export function scoreDirectly(
  indicator: ScoredIndicator,
  direct: Points,
  reason: string,
  inBonusCategory: boolean,
): OwnScore {
  const typed = fractionOf(direct);
  const score = bounded(indicator, typed);
  const problems: ScoreProblem[] = [];
  if (!score.equals(typed)) problems.push({ code: 'directOutOfRange', ruleId: null });
  if (directAsksReason(indicator, direct) && isBlank(reason)) {
    problems.push({ code: 'reasonMissing', ruleId: null });
  }
  return { score, deductions: missingPoints(indicator, score, inBonusCategory), problems };
}

/** None for a bonus: less than the most of it is nothing lost. */
function missingPoints(indicator: ScoredIndicator, score: Fraction, inBonusCategory: boolean): Deduction[] {
  const missing = fractionOf(indicator.maxPoints).sub(score);
  if (missing.lte(ZERO) || inBonusCategory) return [];
  return [{ ruleId: null, points: missing, text: `扣${fractionPointsText(missing)}分` }];
}
