import { fractionOf, ZERO } from '../fraction.ts';
import { scoreIndicator } from './indicator.ts';
import { isGiven, type RuleInput, type ScoredIndicator, type ScoreEntry, type ScoringRule } from './model.ts';
import { fractionPointsText, pointsText } from './points-text.ts';
import { applyRule, awardable, isDeciding } from './rules/apply.ts';
import { bonusOf } from './rules/bonus.ts';
import { conditionOf } from './rules/wording.ts';

/** Points that had to be earned and were not: on a score sheet they are missing like deducted ones. */
function notEarnedText(rule: ScoringRule, input: RuleInput, indicator: ScoredIndicator): string[] {
  if (!isDeciding(rule)) return [];
  const offered = awardable(rule, indicator.maxPoints);
  if (offered === 0) return [];
  const missing = fractionOf(offered).sub(applyRule(rule, input, indicator.maxPoints).awarded);
  if (missing.lte(ZERO)) return [];
  const condition = conditionOf(rule, '');
  return [`${condition === '' ? '' : `${condition}：`}未得${fractionPointsText(missing)}分`];
}

function besideText(rule: ScoringRule, input: RuleInput): string[] {
  if (rule.kind === 'bonus') {
    const points = bonusOf(rule, input);
    return points === 0 ? [] : [`加${pointsText(points)}分`];
  }
  return rule.kind === 'veto' && (input.count ?? 0) > 0 ? ['一票否决'] : [];
}

/** Default text of the column 扣分理由: 少2次,扣6分;加1分. Empty where nothing was lost or added. */
export function describeEntry(
  indicator: ScoredIndicator,
  entry: ScoreEntry,
  inBonusCategory = false,
): string {
  const result = scoreIndicator(indicator, entry, true, inBonusCategory);
  if (result.status === 'notApplicable') return '不适用';
  const showsLost = !isGiven(entry) && !inBonusCategory;
  const notEarned = showsLost
    ? indicator.rules.flatMap((rule) => notEarnedText(rule, entry.inputs[rule.id] ?? {}, indicator))
    : [];
  const beside = indicator.rules.flatMap((rule) => besideText(rule, entry.inputs[rule.id] ?? {}));
  return [...result.deductions.map(({ text }) => text), ...notEarned, ...beside].join('；');
}
