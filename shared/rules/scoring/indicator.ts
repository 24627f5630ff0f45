import type { Points } from '../../points.ts';
import { fractionOf, fractionOfText, roundHalfUp, ZERO } from '../fraction.ts';
import type { ScoredIndicator, ScoreEntry } from './model.ts';
import { scoreByMean, scoreByRules, scoreDirectly } from './own-score.ts';
import type { IndicatorScore, TriggeredVeto } from './result.ts';
import { bonusOf } from './rules/bonus.ts';

const NO_SCORE = { score: ZERO, points: 0, bonus: 0, vetoes: [], deductions: [], problems: [] } as const;

function bonusPoints(indicator: ScoredIndicator, entry: ScoreEntry): Points {
  return indicator.rules.reduce((sum, rule) => {
    const input = rule.kind === 'bonus' ? entry.inputs[rule.id] : undefined;
    return rule.kind === 'bonus' && input !== undefined ? sum + bonusOf(rule, input) : sum;
  }, 0);
}

function triggeredVetoes(indicator: ScoredIndicator, entry: ScoreEntry): TriggeredVeto[] {
  return indicator.rules.flatMap((rule) => {
    if (rule.kind !== 'veto') return [];
    const count = entry.inputs[rule.id]?.count ?? 0;
    return count > 0 ? [{ rule, count }] : [];
  });
}

function ownScore(indicator: ScoredIndicator, entry: ScoreEntry, inBonusCategory: boolean) {
  const { direct, mean, reason } = entry;
  if (mean !== undefined) return scoreByMean(indicator, fractionOfText(mean), inBonusCategory);
  return direct === null
    ? scoreByRules(indicator, entry, inBonusCategory)
    : scoreDirectly(indicator, direct, reason, inBonusCategory);
}

/**
 * The score of one cell. `applies` is whether the indicator's condition holds for the object. A rule without input
 * did not occur. A score typed in place of the rules leaves bonus and veto as they are.
 */
export function scoreIndicator(
  indicator: ScoredIndicator,
  entry: ScoreEntry | null,
  applies: boolean,
  inBonusCategory = false,
): IndicatorScore {
  if (!applies || entry?.notApplicable === true) {
    // A bonus is never granted for something that does not apply.
    const counted = indicator.notApplicable === 'fullMarks' && !inBonusCategory ? indicator.maxPoints : 0;
    return { ...NO_SCORE, status: 'notApplicable', score: fractionOf(counted), points: counted };
  }
  if (entry === null) return { ...NO_SCORE, status: 'empty' };
  const own = ownScore(indicator, entry, inBonusCategory);
  return {
    status: 'scored',
    ...own,
    points: roundHalfUp(own.score),
    bonus: bonusPoints(indicator, entry),
    vetoes: triggeredVetoes(indicator, entry),
  };
}
