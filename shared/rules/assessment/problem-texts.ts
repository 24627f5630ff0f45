import type { ScoreProblem } from '../scoring/result.ts';
import { pointsText, rangeText } from '../scoring/points-text.ts';
import type { ScoredIndicator, ScoringRule } from '../scoring/model.ts';

/** What is wrong with a score, and what to do, in Chinese. */
export function problemText(indicator: ScoredIndicator, { code, ruleId }: ScoreProblem): string {
  const rule = indicator.rules.find(({ id }) => id === ruleId);
  switch (code) {
    case 'reasonMissing':
      return '请填写扣分理由';
    case 'discretionOutOfRange':
      return rule === undefined ? '分数超出酌情范围' : discretionText(rule);
    case 'directOutOfRange':
      return indicator.floor === 'negative'
        ? `得分不能超过${pointsText(indicator.maxPoints)}分`
        : `得分应在0到${pointsText(indicator.maxPoints)}分之间`;
    case 'inputMissing':
      return inputMissingText(rule);
    default:
      return code satisfies never;
  }
}

function discretionText(rule: ScoringRule): string {
  if (rule.kind === 'discretion') {
    return `${rule.effect === 'award' ? '得分' : '酌情扣分'}应在${rangeText(rule)}分之间`;
  }
  return rule.kind === 'earn' && rule.otherwise !== null
    ? `扣分应在${rangeText(rule.otherwise)}分之间`
    : '分数超出酌情范围';
}

function inputMissingText(rule: ScoringRule | undefined): string {
  if (rule?.kind === 'rate') return '请填写实际数值，或填写分子和分母(分母不能为0)';
  if (rule?.kind === 'earn') return '请填写扣几分';
  return '请填写实际数值';
}
