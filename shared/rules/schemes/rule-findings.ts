import type { Points } from '../../points.ts';
import type { RuleOf, SchemeSettings, ScoringRule } from '../scoring/model.ts';
import { pointsText } from '../scoring/points-text.ts';
import { awardable, isDeciding } from '../scoring/rules/apply.ts';

interface RuledIndicator {
  maxPoints: Points;
  floor: 'zero' | 'negative';
  rules: readonly ScoringRule[];
}

/** The most that one case of the rule takes or gives; 0 where it always keeps within the item. */
function largestPoints(rule: ScoringRule): Points {
  switch (rule.kind) {
    case 'failed':
      return rule.points === 'all' ? 0 : rule.points;
    case 'each':
      return Math.max(...(rule.classes.length === 0 ? [rule] : rule.classes).map(({ points }) => points));
    case 'growing':
      return Math.max(...rule.series);
    case 'steps':
      return Math.max(...rule.steps.map(({ points }) => (points === 'all' ? 0 : points)));
    case 'belowMinimum':
    case 'rate':
    case 'earn':
      return rule.points;
    case 'discretion':
      return rule.max;
    case 'bonus':
    case 'veto':
      return 0;
    default:
      return rule satisfies never;
  }
}

function disorderedRange(rule: ScoringRule): boolean {
  if (rule.kind === 'discretion') return rule.min > rule.max;
  return rule.kind === 'earn' && rule.otherwise !== null && rule.otherwise.min > rule.otherwise.max;
}

function vetoFinding(rule: RuleOf<'veto'>, settings: SchemeSettings): string | null {
  if (rule.effect !== 'deductAndLimit' || rule.bestGrade < settings.grades.length) return null;
  return `一票否决限定的等次不存在，方案只设了 ${settings.grades.length} 个等次`;
}

/** What is odd about the rules of one indicator, in Chinese without its name. */
export function ruleFindings(indicator: RuledIndicator, settings: SchemeSettings): string[] {
  const { maxPoints, floor, rules } = indicator;
  const findings: string[] = [];
  for (const [place, rule] of rules.entries()) {
    const name = rules.length === 1 ? '评分规则' : `第 ${place + 1} 条规则`;
    const most = largestPoints(rule);
    if (most > maxPoints && floor === 'zero') {
      findings.push(`${name}的 ${pointsText(most)} 分超过本项分值 ${pointsText(maxPoints)} 分`);
    }
    if (disorderedRange(rule)) findings.push(`${name}的分数范围下限大于上限`);
    const veto = rule.kind === 'veto' ? vetoFinding(rule, settings) : null;
    if (veto !== null) findings.push(veto);
  }
  const earned = rules.filter(isDeciding).reduce((sum, rule) => sum + awardable(rule, maxPoints), 0);
  const single = rules.filter((rule) => isDeciding(rule) && awardable(rule, maxPoints) > 0).length < 2;
  if (earned > maxPoints && !single) {
    findings.push(`各条规则可得分合计 ${pointsText(earned)} 分，超过本项分值 ${pointsText(maxPoints)} 分`);
  }
  return findings;
}
