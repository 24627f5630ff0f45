import { directEntry, ruleEntry } from '#shared/rules/scoring/entry-by-rules.ts';
import {
  isGiven,
  type RuleInput,
  type ScoredIndicator,
  type ScoreEntry,
  type ScoringRule,
} from '#shared/rules/scoring/model.ts';

/** The entry with another input for one rule; a bonus or veto leaves a score typed in place of the rules alone. */
export function withRuleInput(
  indicator: ScoredIndicator,
  previous: ScoreEntry | null,
  rule: ScoringRule,
  input: RuleInput,
): ScoreEntry {
  const isBeside = rule.kind === 'bonus' || rule.kind === 'veto';
  const keeps = previous !== null && !previous.notApplicable && (isBeside || !isGiven(previous));
  const start = keeps ? previous : ruleEntry(indicator, previous, null);
  const { [rule.id]: _old, ...others } = start.inputs;
  const inputs = Object.keys(input).length === 0 ? others : { ...others, [rule.id]: input };
  return { ...start, inputs };
}

/** Applicable again: as if by the rules, with nothing deducted. */
export function withNotApplicable(
  indicator: ScoredIndicator,
  previous: ScoreEntry | null,
  notApplicable: boolean,
): ScoreEntry | null {
  if (!notApplicable) return null;
  const { reason } = directEntry(indicator, 0, previous);
  return { direct: null, inputs: {}, notApplicable, reason };
}
