import type { Fraction } from '../fraction.ts';
import { fractionOf, roundHalfUp } from '../fraction.ts';
import { decidingRules } from './entry-by-rules.ts';
import { typedUnit } from './entry-units.ts';
import { scoreIndicator } from './indicator.ts';
import type { RuleInput, ScoredIndicator, ScoreEntry } from './model.ts';
import { pointsText } from './points-text.ts';
import { readEntryText } from './read-entry-text.ts';
import type { DecidingRule } from './rules/apply.ts';

const FULL = '满';

/** A score below zero has no text of its own, as -2 is a deduction: it is written as what was deducted. */
function scoreText(indicator: ScoredIndicator, score: Fraction): string {
  const points = roundHalfUp(score);
  return points < 0 ? `扣${pointsText(indicator.maxPoints - points)}` : pointsText(points);
}

/** How the input of one rule is typed; null where it cannot be. */
function inputText(rule: DecidingRule, input: RuleInput): string | null {
  if (rule.kind === 'discretion') return input.points === undefined ? null : `扣${pointsText(input.points)}`;
  const number = input.value ?? input.count;
  const unit = typedUnit(rule);
  return unit === null || number === undefined ? null : `${number}${unit}`;
}

/** The only rule something was entered for, beside points that are simply earned. */
function onlyInput(
  indicator: ScoredIndicator,
  entry: ScoreEntry,
): { rule: DecidingRule; input: RuleInput } | null {
  const inputs = decidingRules(indicator).flatMap((rule) => {
    const input = entry.inputs[rule.id];
    const earned = (rule.kind === 'earn' && input?.held === true) || input?.points === undefined;
    const said = input?.count !== undefined || input?.value !== undefined || !earned;
    return input === undefined || !said ? [] : [{ rule, input }];
  });
  return inputs.length === 1 ? (inputs[0] ?? null) : null;
}

/** Whether reading the text gives the same score by the same rule. */
function readsBack(
  indicator: ScoredIndicator,
  text: string,
  expected: { score: Fraction; ruleId: string | null; inBonusCategory: boolean },
): boolean {
  const reading = readEntryText(indicator, text, null);
  if (!('entry' in reading)) return false;
  const { score } = scoreIndicator(indicator, reading.entry, true, expected.inBonusCategory);
  const sameRule = expected.ruleId === null || reading.entry.inputs[expected.ruleId] !== undefined;
  return sameRule && score.equals(expected.score);
}

/**
 * The text of a cell for editing and copying, in full precision: `readEntryText` makes of it an entry of the same
 * score. An entry with several inputs, or one that no text expresses, is written as its score.
 */
export function entryText(
  indicator: ScoredIndicator,
  entry: ScoreEntry | null,
  inBonusCategory = false,
): string {
  if (entry === null) return '';
  if (entry.notApplicable) return '/';
  if (entry.direct !== null) return scoreText(indicator, fractionOf(entry.direct));
  const { score } = scoreIndicator(indicator, entry, true, inBonusCategory);
  const only = onlyInput(indicator, entry);
  const text = only === null ? FULL : inputText(only.rule, only.input);
  const expected = { score, ruleId: only?.rule.id ?? null, inBonusCategory };
  return text !== null && readsBack(indicator, text, expected) ? text : scoreText(indicator, score);
}
