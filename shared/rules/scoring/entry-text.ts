import type { Fraction } from '../fraction.ts';
import { fractionOf, roundHalfUp } from '../fraction.ts';
import { decidingRules } from './entry-by-rules.ts';
import { takesCount, typedUnit } from './entry-units.ts';
import { scoreIndicator } from './indicator.ts';
import type { ScoredIndicator, ScoreEntry } from './model.ts';
import { pointsText } from './points-text.ts';
import { readEntryText } from './read-entry-text.ts';

const FULL = '满';

/** A score below zero has no text of its own, as -2 is a deduction: it is written as what was deducted. */
function scoreText(indicator: ScoredIndicator, score: Fraction): string {
  const points = roundHalfUp(score);
  return points < 0 ? `扣${pointsText(indicator.maxPoints - points)}` : pointsText(points);
}

interface InputText {
  ruleId: string;
  text: string;
}

/** Inputs that can be typed as such; what is simply earned needs no text. */
function inputTexts(indicator: ScoredIndicator, entry: ScoreEntry): InputText[] {
  return decidingRules(indicator).flatMap((rule) => {
    const input = entry.inputs[rule.id];
    if (input === undefined) return [];
    if (rule.kind === 'discretion') {
      const taken = rule.effect === 'deduct' ? (input.points ?? 0) : 0;
      return taken === 0 ? [] : [{ ruleId: rule.id, text: `扣${pointsText(taken)}` }];
    }
    const number = takesCount(rule) ? input.count : input.value;
    const unit = typedUnit(rule);
    return unit === null || number === undefined ? [] : [{ ruleId: rule.id, text: `${number}${unit}` }];
  });
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
  if (entry.mean !== undefined) return scoreText(indicator, score);
  const [only, ...others] = inputTexts(indicator, entry);
  const text = only?.text ?? FULL;
  const expected = { score, ruleId: only?.ruleId ?? null, inBonusCategory };
  const expressible = others.length === 0 && readsBack(indicator, text, expected);
  return expressible ? text : scoreText(indicator, score);
}
