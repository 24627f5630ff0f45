import type { ScoredIndicator } from './model.ts';
import { decidingRules } from './entry-by-rules.ts';
import type { DecidingRule } from './rules/apply.ts';
import { unitOf } from './rules/wording.ts';

const ANY_COUNT = '次';
const PERCENT = '%';

/** As a cell's text is compared: full-width forms folded, no spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}

export function takesCount(rule: DecidingRule): boolean {
  return (rule.kind === 'each' && rule.classes.length === 0) || rule.kind === 'growing';
}

export function takesMeasure(rule: DecidingRule): boolean {
  return rule.kind === 'rate' || rule.kind === 'steps';
}

/** The unit a number for this rule is typed with; null where the rule takes no number. */
export function typedUnit(rule: DecidingRule): string | null {
  if (rule.kind === 'belowMinimum') return folded(unitOf(rule));
  if (rule.kind === 'each' || rule.kind === 'growing') return takesCount(rule) ? folded(unitOf(rule)) : null;
  return rule.kind === 'rate' || rule.kind === 'steps' ? folded(rule.unit) || PERCENT : null;
}

/**
 * The rule a number with this unit is meant for: the first that counts in it, else the first measured in it; 次
 * may stand for whatever the first counting rule counts in.
 */
export function ruleForUnit(indicator: ScoredIndicator, unit: string): DecidingRule | undefined {
  const rules = decidingRules(indicator).filter((rule) => typedUnit(rule) !== null);
  const counting = rules.filter((rule) => !takesMeasure(rule));
  const named = [...counting, ...rules].find((rule) => typedUnit(rule) === unit);
  return named ?? (unit === ANY_COUNT ? counting[0] : undefined);
}
