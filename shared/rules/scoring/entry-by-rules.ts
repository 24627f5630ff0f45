import type { Points } from '../../points.ts';
import type { RuleInput, ScoredIndicator, ScoreEntry } from './model.ts';
import type { DecidingRule } from './rules/apply.ts';
import { awardable, isAwarding, isDeciding } from './rules/apply.ts';

type Inputs = ScoreEntry['inputs'];

export function decidingRules(indicator: ScoredIndicator): DecidingRule[] {
  return indicator.rules.filter(isDeciding);
}

/** Text in a cell speaks of the item's own score; what was entered for bonus and veto, and the reason, stay. */
function inputsBeside(indicator: ScoredIndicator, previous: ScoreEntry | null): Inputs {
  const kept: Inputs = {};
  for (const rule of indicator.rules) {
    const input = previous?.inputs[rule.id];
    if (!isDeciding(rule) && input !== undefined) kept[rule.id] = input;
  }
  return kept;
}

/** Everything that can be earned is earned; a measured value is never invented. */
function fullInput(rule: DecidingRule): RuleInput | null {
  if (rule.kind === 'earn') return { held: true };
  return rule.kind === 'discretion' && rule.effect === 'award' ? { points: rule.max } : null;
}

export function directEntry(
  indicator: ScoredIndicator,
  direct: Points,
  previous: ScoreEntry | null,
): ScoreEntry {
  const inputs = inputsBeside(indicator, previous);
  return { direct, inputs, notApplicable: false, reason: previous?.reason ?? '' };
}

export function notApplicableEntry(previous: ScoreEntry | null): ScoreEntry {
  return { direct: null, inputs: {}, notApplicable: true, reason: previous?.reason ?? '' };
}

/** Full marks by the rules, except for what is said of one rule. */
export function ruleEntry(
  indicator: ScoredIndicator,
  previous: ScoreEntry | null,
  own: { ruleId: string; input: RuleInput } | null,
): ScoreEntry {
  const inputs = inputsBeside(indicator, previous);
  for (const rule of decidingRules(indicator)) {
    const input = fullInput(rule);
    if (input !== null) inputs[rule.id] = input;
  }
  if (own !== null) inputs[own.ruleId] = own.input;
  return { direct: null, inputs, notApplicable: false, reason: previous?.reason ?? '' };
}

/** Whether full marks can be had without measuring anything and wherever the item's category counts. */
function rulesCanFill(indicator: ScoredIndicator): boolean {
  const rules = decidingRules(indicator);
  if (rules.some((rule) => rule.kind === 'steps' && rule.effect === 'award')) return false;
  const offered = rules.reduce((sum, rule) => sum + awardable(rule, indicator.maxPoints), 0);
  return offered >= indicator.maxPoints || !rules.every(isAwarding);
}

export function fullEntry(indicator: ScoredIndicator, previous: ScoreEntry | null): ScoreEntry {
  return rulesCanFill(indicator)
    ? ruleEntry(indicator, previous, null)
    : directEntry(indicator, indicator.maxPoints, previous);
}

/** An item of a bonus category of which nothing was earned; null where points are there before any is earned. */
export function noBonusEntry(indicator: ScoredIndicator, previous: ScoreEntry | null): ScoreEntry | null {
  if (!decidingRules(indicator).every(isAwarding)) return null;
  return { direct: null, inputs: inputsBeside(indicator, previous), notApplicable: false, reason: '' };
}

/** The one rule a typed deduction belongs to: the only 酌情扣分 whose range holds it. */
export function discretionFor(indicator: ScoredIndicator, points: Points): DecidingRule | null {
  if (points === 0 || !rulesCanFill(indicator)) return null;
  const fitting = decidingRules(indicator).filter(
    (rule) =>
      rule.kind === 'discretion' && rule.effect === 'deduct' && points >= rule.min && points <= rule.max,
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
